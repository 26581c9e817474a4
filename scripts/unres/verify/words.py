"""The words of a resolution as they are printed, wherever they stand: in the model, on a page, in Akoma Ntoso."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from unres.model import Block, Footnote, Resolution, Text
from unres.text.parser import texts_of

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_NOTES = {f"{NS}authorialNote", f"{NS}noteRef"}
_SHOWN = 40  # characters of a place in a message


def bare_words(text: str) -> list[str]:
    """The words of a text, whatever signs stand between them."""
    return re.findall(r"[^\W_]+", text)


def letters(text: str) -> str:
    """The letters and figures of a text, without the signs and spaces between them, which forms set differently."""
    return "".join(bare_words(text))


def first_difference(wanted: str, found: str) -> str:
    """Where two texts differ in letters or figures, in words; empty if they do not.

    >>> first_difference("the dark sea,", "the sea")
    'differs behind “the”: has “sea”, not “dark sea,”'
    """
    one, other = letters(wanted), letters(found)
    if one == other:
        return ""
    low, high = 0, min(len(one), len(other))
    while low < high:  # the longest start that both have
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    before, should = _around(wanted, low)
    _, is_ = _around(found, low)
    return f"differs behind “{before}”: has “{is_}”, not “{should}”"


def _around(text: str, at: int) -> tuple[str, str]:
    """What stands before and behind a letter, by its count, to whole words."""
    end = 0
    for word in re.finditer(r"[^\W_]+", text):
        if at < len(word[0]):
            break
        at -= len(word[0])
        end = word.end()
    end += len(re.match(r"(?:[^\w\s]|_)*", text[end:])[0])  # type: ignore[index]  # the signs behind the word
    before, behind = " ".join(text[:end].split()), " ".join(text[end:].split())
    shown = behind if len(behind) <= _SHOWN else behind[:_SHOWN].rpartition(" ")[0] + " …"
    return before[-_SHOWN:].partition(" ")[2] if len(before) > _SHOWN else before, shown


def with_marks(text: Text) -> str:
    """The words of a text, each marker of a footnote where it stands."""
    out, at = [], 0
    for call in text.calls:
        out += [text.plain[at : call.at], f" {call.number} "]
        at = call.at
    return "".join([*out, text.plain[at:]])


def head_of(resolution: Resolution) -> str:
    """The masthead with number and title, as printed."""
    head = resolution.masthead
    return " ".join([*(with_marks(line.text) for line in head.lines), f"{head.number}. {with_marks(head.title)}"])


def of_blocks(blocks: Iterable[Block]) -> str:
    """Blocks in their order, with their numbers and markers."""
    return " ".join(
        " ".join([getattr(block, "number", ""), *(with_marks(text) for _, text in texts_of(block))]) for block in blocks
    )


def notes_of(resolution: Resolution) -> list[str]:
    """Each note with its number."""
    return [_note(note) for note in resolution.footnotes]


def of_part(resolution: Resolution, page: str) -> str:
    """The blocks that stand on the page of a part, and the notes that they call."""
    blocks = [block for block in resolution.blocks if block.page == page]
    called = {call.note for block in blocks for _, text in texts_of(block) for call in text.calls}
    notes = (_note(note) for note in resolution.footnotes if note.anchor in called)
    return " ".join([of_blocks(blocks), *notes])


def _note(note: Footnote) -> str:
    return f"{note.number} {with_marks(note.text)}"


def as_printed(resolution: Resolution, *, notes: bool = True) -> str:
    """A resolution in the order of the print, with its numbers and markers; its notes last or left out."""
    return " ".join([head_of(resolution), of_blocks(resolution.blocks), *(notes_of(resolution) if notes else [])])


def akn_notes(root: etree._Element) -> list[str]:
    """The notes of an Akoma Ntoso document where they are first called, each with its number."""
    notes = [*root.iter(f"{NS}authorialNote"), *root.iterfind(f".//{NS}notes/{NS}note[@class='uncalled']")]
    return [f"{note.get('marker')} {''.join(_words(note, {}, top=True))}" for note in notes]


def akn_words(root: etree._Element) -> str:
    """The words of an Akoma Ntoso document in the order of the print, without its notes."""
    parts = {etree.QName(part).localname: part for part in root[0]}
    attached = {f"#{part.get('eId')}": part for part in parts.get("attachments", ())}
    out: list[str] = []
    for name in ("coverPage", "preface", "preamble", "mainBody", "conclusions"):
        if name in parts:
            out += _words(parts[name], attached)
    for part in list(attached.values()):  # those that are not printed within the main text
        out += _words(part, {})
    return "".join(out)


def _words(element: etree._Element, attached: dict[str, etree._Element], *, top: bool = False) -> Iterator[str]:
    """The text of an element; what a reference to an attachment stands for is printed in its place."""
    name = etree.QName(element).localname
    if name == "meta":
        return
    if name == "componentRef":
        yield from _words(attached.pop(element.get("src")), {})
        return
    if element.tag in _NOTES and not top:
        yield f" {element.get('marker')} "
        return
    apart = " " if element.get("class") == "missing" else ""  # a marker whose note is missing
    yield apart + (element.text or "") + apart
    for child in element:
        yield from _words(child, attached)
        yield child.tail or ""
    if name in ("p", "num", "heading", "subheading", "crossHeading", "br", "docNumber"):
        yield "\n"
