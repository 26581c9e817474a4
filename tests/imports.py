"""What the tests of the import have in common: a printed resolution, imported and read."""

from __future__ import annotations

from pathlib import Path

from printed import Press
from unres.model import Paragraph, Resolution
from unres.pdf_import import Imported, import_pdf
from unres.text.parser import parse

LONG = (
    "that lighthouses have for centuries guided those who go down to the sea in ships, that their keepers have "
    "done so in all weathers and at all hours of the night, and that no coast is safe without them"
)


def imported(press: Press, folder: Path) -> Imported:
    path = folder / "given.pdf"
    path.write_bytes(press.save())
    return import_pdf(path)


def read(press: Press, folder: Path) -> Resolution:
    """The resolution that a clean import gives."""
    result = imported(press, folder)
    assert [str(problem) for problem in result.problems] == []
    parsed = parse(result.text, "given.md")
    assert parsed.problems == ()
    assert parsed.resolution
    assert parsed.resolution.provenance.checked == "every word matches the official PDF"
    return parsed.resolution


def labels(found: Resolution) -> list[str]:
    return [block.label for block in found.blocks if isinstance(block, Paragraph)]


def text_of(found: Resolution, label: str) -> str:
    return next(paragraph.text.plain for paragraph in found.paragraphs if paragraph.label == label)
