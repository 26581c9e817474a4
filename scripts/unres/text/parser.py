"""From a source text to a ``Resolution``: the one entry to reading.

In: a source text in the dialect of docs/editing.md. Out: the model, and every problem with its file
and line. Every word of the text stands in the model once, in order, or a problem of level error
says where it was lost; no text whatever makes this module raise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unres.errors import Level, Problem, Reporter, SourceError, errors_in
from unres.model import Block, Closing, Kind, Masthead, Paragraph, Provenance, Resolution, Table, Text
from unres.symbols import Symbol
from unres.text import labels, paragraphs
from unres.text.checksum import is_untouched
from unres.text.footnotes import calling_label, is_body, pair, read_body
from unres.text.inline import LOST_BREAK
from unres.text.masthead import read_masthead
from unres.text.source import Chunk, Source, read_source, read_text

_JOINED = re.compile(r"\d+(?:st|nd|rd|th)\b.{0,25}\bmeeting .{0,40}\b\d{4}")  # a closing line in one line


@dataclass(frozen=True, slots=True)
class Parsed:
    """What reading gave: the resolution, if there is enough of one, and what is wrong with it."""

    resolution: Resolution | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return errors_in(self.problems)


def parse_file(path: Path) -> Parsed:
    """Reads one source text.

    Raises:
        SourceError: the file cannot be read or is not UTF-8.
    """
    return parse(read_text(path), str(path))


def resolution_of(path: Path) -> Resolution:
    """The resolution that one source text holds.

    Raises:
        SourceError: the file cannot be read, or its text has errors.
    """
    parsed = parse_file(path)
    if parsed.resolution is None or parsed.errors:
        raise SourceError(parsed.errors)
    return parsed.resolution


def parse(text: str, path: str, *, sealed: bool | None = None) -> Parsed:
    """Parses a source text.

    Args:
        text: its characters, lines ended by ``\\n``.
        path: its name, as problems should print it.
        sealed: whether it is as an import wrote it; told by the checksum in it if not given.
    """
    source = read_source(text, path)
    if source.provenance.sha256 and not (is_untouched(text) if sealed is None else sealed):
        source = _unsealed(source)
    reporter = Reporter(path, list(source.problems))
    if not source.chunks:
        reporter.error(1, "is empty; put the resolution's text in it or remove the file")
        return Parsed(None, tuple(reporter.problems))
    masthead, taken = read_masthead(source.chunks, source.symbol, reporter)
    if masthead is None:
        return Parsed(None, (*reporter.problems, *reporter.slips))
    resolution = _assemble(source, masthead, source.chunks[taken:], reporter)
    problems = [*reporter.problems, *_weighed(reporter.slips, source.provenance)]
    return Parsed(resolution, tuple(sorted(problems, key=lambda problem: problem.line)))


def _weighed(slips: Iterable[Problem], provenance: Provenance) -> Iterator[Problem]:
    """Slips as doubts where they are the print's own, which is kept, and else as errors to be mended.

    An import as it was written has all its slips from the print. Once somebody has edited it, those that the
    import noted are still the print's; any other, and any in a text that was typed, is a slip of the typing.
    """
    untouched = bool(provenance.sha256) and not provenance.edited
    printed = Counter(placeless(doubt) for doubt in provenance.doubts if provenance.sha256)
    for slip in slips:
        printed[placeless(slip.message)] -= 1
        known = untouched or printed[placeless(slip.message)] >= 0
        yield replace(slip, level=Level.DOUBT) if known else slip


def placeless(message: str) -> str:
    """A message without page and lines, which differ between the PDF, the import and the edited text.

    >>> placeless("page 3: paragraph 2 comes after paragraph 4 (line 12)")
    'paragraph 2 comes after paragraph 4 ()'
    """
    return re.sub(r"^page \d+: |\bline \d+", "", message)


def _unsealed(source: Source) -> Source:
    """The source without the claim that it was checked, since somebody has edited it."""
    message = "has been edited since it was compared with the official PDF; import it anew, or see that the words agree"
    doubt = Problem(source.path, 1, message, Level.DOUBT)
    provenance = replace(source.provenance, checked="", edited=True)
    return replace(source, provenance=provenance, problems=(*source.problems, doubt))


def _assemble(source: Source, masthead: Masthead, chunks: Sequence[Chunk], reporter: Reporter) -> Resolution:
    notes = [read_body(chunk, reporter) for chunk in chunks if is_body(chunk)]
    drafts = paragraphs.classify([chunk for chunk in chunks if not is_body(chunk)], reporter)
    named = labels.assign_labels(drafts, reporter)
    masthead, blocks, footnotes = pair(notes, masthead, named, reporter)
    closing = next((block for block in blocks if isinstance(block, Closing)), None)
    if masthead.adopted is None and closing:
        masthead = replace(masthead, adopted=closing.date)
    reporter.problems += _doubts(blocks, masthead, source.path)
    symbol = Symbol.of_assembly_resolution(masthead.number)
    return Resolution(source.path, str(symbol), masthead, blocks, footnotes, source.provenance)


def texts_of(block: Block) -> Iterator[tuple[str, Text]]:
    """Every text of a block, with the label under which it calls footnotes: a table calls them from its paragraph."""
    label = calling_label(block)
    if isinstance(block, Table):
        for row in block.rows:
            yield from ((label, cell) for cell in row)
    else:
        yield label, block.text


def places_that_call(resolution: Resolution) -> Iterator[tuple[str, Text]]:
    """Every text that may call footnotes, with the label of its place."""
    yield from (("title", line.text) for line in resolution.masthead.lines)
    yield "title", resolution.masthead.title
    for block in resolution.blocks:
        yield from texts_of(block)


def _doubts(blocks: Sequence[Block], masthead: Masthead, path: str) -> list[Problem]:
    """What a complete resolution has and this one lacks."""
    closed = any(isinstance(block, Closing) for block in blocks)
    kinds = {block.kind for block in blocks if isinstance(block, Paragraph)}
    expected = (
        (Kind.ENACTING in kinds, "no enacting words (*The General Assembly,*) were found"),
        (Kind.OPERATIVE in kinds, "no operative paragraph was found"),
        (closed, "no closing line with meeting and date was found"),
        (masthead.distributed, "no distribution date was found"),
        (masthead.session or not masthead.number[0].isdigit(), "no session was found"),
    )
    missed = [
        Problem(path, masthead.line, f"{message}; compare with the official text", Level.DOUBT)
        for found, message in expected
        if not found
    ]
    joined = [block for block in blocks if isinstance(block, Paragraph) and _JOINED.fullmatch(block.text.plain)]
    message = f"these words are the closing line only if they stand in two lines: {LOST_BREAK}"
    return missed + [Problem(path, block.line, message, Level.DOUBT) for block in joined[-1:] if not closed]
