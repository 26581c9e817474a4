"""What can go wrong, as values that a person can act on.

In: a place and a sentence. Out: ``Problem`` values, which ``unres check`` prints, and one small
tree of exceptions, of which no traceback reaches a user (``cli`` turns them into a line and an
exit code).
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is: an error stops the build, a doubt is printed and shown."""

    ERROR = "error"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should look at.

    Attributes:
        path: the file, as the user named it.
        line: its line, counted from 1; for a PDF, the page.
        message: what is wrong and what to do, in one sentence.
        level: error where words would be lost or misplaced, else doubt.
    """

    path: str
    line: int
    message: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        """``file:line: message``, the form that editors and CI systems make clickable."""
        kind = "" if self.level is Level.ERROR else "doubt: "
        return visible(f"{self.path}:{self.line}: {kind}{self.message}").replace("\n", "\\n")


# Control characters but the line end, signs that turn the direction of writing, and bytes that are no text
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(words: str) -> str:
    """Words as a terminal may show them: what it would act upon is spelt out.

    >>> visible("\x1b[2Ja.md")
    '\\\\x1b[2Ja.md'
    """
    return _UNSEEN.sub(lambda sign: ascii(sign[0])[1:-1], words)


FEW = 6  # doubts of one kind in a file are listed; more are said once
_VARYING = re.compile(r"“[^”]*”|\([^()]*\)|\d+")  # what differs between doubts of one kind


def report(problems: Iterable[Problem]) -> None:
    """Prints problems on stderr, one a line; many doubts of one kind in a file are one line with their count."""
    for problem in together(problems):
        print(problem, file=sys.stderr)


def together(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, but of many doubts of one kind in a file the first alone, which names the lines of the others.

    >>> doubts = [Problem("a.md", line, f"“w{line}” is odd", Level.DOUBT) for line in range(3, 10)]
    >>> [str(problem) for problem in together(doubts)]
    ['a.md:3: doubt: “w3” is odd; 6 more like it: 4, 5, 6, 7, 8, 9']
    """
    problems = list(problems)
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault(_kind(problem), []).append(problem)
    for problem in problems:
        first, *others = alike[_kind(problem)]
        if problem.level is Level.ERROR or len(others) < FEW:
            yield problem
        elif problem is first:
            lines = ", ".join(dict.fromkeys(str(other.line) for other in others))
            yield replace(first, message=f"{first.message}; {len(others)} more like it: {lines}")


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.path, _VARYING.sub("", problem.message)


@dataclass(slots=True)
class Reporter:
    """Gathers what is wrong with one file while it is read.

    Attributes:
        path: the file, as the user named it.
        problems: what is wrong with it.
        slips: what looks wrong and may be the print's own; that is decided when the whole file is read.
    """

    path: str
    problems: list[Problem] = field(default_factory=list)
    slips: list[Problem] = field(default_factory=list)

    def error(self, line: int, message: str) -> None:
        """Notes what must be mended."""
        self.problems.append(Problem(self.path, line, message))

    def doubt(self, line: int, message: str) -> None:
        """Notes what a person should compare."""
        self.problems.append(Problem(self.path, line, message, Level.DOUBT))

    def slip(self, line: int, message: str, level: Level = Level.ERROR) -> None:
        """Notes what is to be mended unless the print has it so."""
        self.slips.append(Problem(self.path, line, message, level))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a build; a command that met one ends with exit code 1."""
    return tuple(problem for problem in problems if problem.level is Level.ERROR)


def totals(problems: Sequence[Problem]) -> str:
    """How many errors and doubts there are: ``2 errors in 1 text, 53 doubts in 31 texts``, empty if none."""
    errors = errors_in(problems)
    doubts = [problem for problem in problems if problem.level is Level.DOUBT]
    parts = [
        f"{count(len(some), kind)} in {count(len({problem.path for problem in some}), 'text')}"
        for some, kind in ((errors, "error"), (doubts, "doubt"))
        if some
    ]
    return ", ".join(parts)


def count(number: int, what: str) -> str:
    """A number with its noun: ``1 text``, ``2,000 texts``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


class UnresError(Exception):
    """The root of what this package raises on purpose; its text is meant for the user."""


class SourceError(UnresError):
    """Source texts that cannot be published as they stand.

    Attributes:
        problems: every error found, in the order of file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BuildError(UnresError):
    """The site could not be built from texts that are themselves sound."""


INTERRUPTED = 130  # as shells say of what Ctrl+C ended: 128 and the number of the signal


def in_a_sentence(command: Callable[[], int]) -> int:
    """Runs a command; whatever a user can mend ends it with one sentence instead of a traceback.

    Returns:
        Its exit code: 1 after such a sentence, 130 after Ctrl+C.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without a sign shows its number
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return command()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough
        return 0
    except UnresError as error:
        said = str(error)
    except MemoryError:
        said = "unres: memory ran out; close other programs and run this again"
    except ModuleNotFoundError as error:
        how = (
            "what reads PDFs comes with `pip install 'unres[import]'`; in a checkout python3 scripts/unres.py installs "
            "what a command needs (remove .venv if it did not)"
        )
        said = f"unres: the package {error.name} is missing; {how}"
    except OSError as error:
        said = f"{error.filename or 'unres'}: {error.strerror or error}; mend that and run this again"
    print(visible(said), file=sys.stderr)
    return 1
