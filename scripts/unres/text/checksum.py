"""Tells a source text that an import wrote from one that a person has edited.

The front matter holds a checksum of the file without the line that holds it. While the two agree
nobody has touched the file, and a newer importer may write it anew.
"""

from __future__ import annotations

import hashlib
import re

MENDED = re.compile(r"^mended:", re.MULTILINE)
LINE = re.compile(r"^text-sha256: ([0-9a-f]{64})\n", re.MULTILINE)


def seal(text: str) -> str:
    """A text with front matter, with the checksum put into it.

    >>> text = seal("---\\nsource: x\\n---\\n\\nWords.\\n")
    >>> is_untouched(text), is_untouched(text.replace("Words", "Other words"))
    (True, False)
    """
    end = text.index("\n---\n", 3) + 1
    return f"{text[:end]}text-sha256: {_checksum(text)}\n{text[end:]}"


def is_untouched(text: str) -> bool:
    """Whether a file is as an import wrote it."""
    found = LINE.search(text)
    return found is not None and found[1] == _checksum(LINE.sub("", text, count=1))


def is_mended(text: str) -> bool:
    """Whether a person has mended a file and compared it with the PDF again."""
    return text.startswith("---\n") and bool(MENDED.search(text[: text.find("\n---\n", 3) + 1]))


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
