"""The blocks of a made page as HTML: headings, paragraphs, lists, tables, boxes, and what is HTML already.

In: Markdown as ``pages`` writes it. Out: HTML, and the headings for the table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from unres.site.made.headings import Title, TocLine, write_headings
from unres.site.made.inline import TAGS, Inline, UnknownFormError, attributes_of, tag

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]| \n|--8<--")
_FENCE = re.compile(r"(/{3,})(?: html \| ([a-z]+)((?:[.#][\w.-]+)*))?")
_HEADING = re.compile(r"(#{1,6}) (?P<words>[^\s#](?:[^\n]*?[^\s#])??)(?: +\{(?P<attributes>[^{}\n]*)\})?")
_LAST_LINE = re.compile(r"\n\{(?P<attributes>[^{}\n]*)\}\Z")
_CELL = re.compile(r"(?P<words>.*?)(?: +\{(?P<attributes>[^{}]*)\})?")
_RAW = re.compile(r"<(details|div|figure|form|p|svg)\b")
# What begins a line and is no paragraph: a heading, quotation, list, rule, table, box, or HTML of another kind
_BEGINS = re.compile(rf"[ \t#>=~+:|{{_`-]|///|\d+\.(?:\s|$)|\*(?:\s|$)|\*\*\*|\[[^\n]*\]:|<(?!/?(?:{TAGS})[ >])")
_RIGHT, _LEFT = re.compile(r" *-+: *"), re.compile(r" *-+ *")


@dataclass(frozen=True, slots=True)
class Made:
    """A page: its HTML, and its headings in order."""

    html: str
    headings: list[TocLine]


def made_page(markdown: str, address: Callable[[str], str], permalink: str, depth: int) -> Made | None:
    """A page as HTML; None where its Markdown has a form that is not known here.

    Args:
        markdown: without front matter.
        address: from what a link has in Markdown to what it has on the page.
        permalink: what the link of each heading says.
        depth: the level of the lowest heading in the table of contents.

    >>> made_page("## OP8 { #op8 .badge }", str, "Copy", 4).html
    '<h2 class="badge" id="op8">OP8<a class="headerlink" href="#op8">Copy</a></h2>'
    """
    if _CONTROL.search(markdown):
        return None
    page = _Page(Inline(address))
    try:
        for chunk in re.split(r"\n\n+", markdown.strip("\n")):
            page.take(chunk)
        page.end_list()
        if page.boxes:
            return None
    except UnknownFormError:
        return None
    headings = write_headings(page.out, page.inline.ids, permalink, depth)
    return Made("".join(map(str, page.out)).strip(), headings)


@dataclass(slots=True)
class _Item:
    """An item of a list: its words, a paragraph where a blank line is beside them, and what hangs on it."""

    words: str
    apart: bool = False
    below: _Page | None = None

    def __str__(self) -> str:
        if not self.apart:
            return f"<li>{self.words}</li>\n"
        below = "".join(map(str, self.below.out)) if self.below else ""
        return f"<li>\n<p>{self.words}</p>\n{below}</li>\n"


@dataclass(slots=True)
class _Page:
    """A page that is being made."""

    inline: Inline
    out: list[str | Title] = field(default_factory=list)
    boxes: list[tuple[str, str, int]] = field(default_factory=list)  # of each the fence, the tag, and where it begins
    items: list[_Item] = field(default_factory=list)  # of the list that the next block may belong to

    def take(self, chunk: str) -> None:
        """Takes in what stands between two blank lines."""
        if chunk.startswith("- "):
            self._list(chunk)
            return
        if chunk.startswith("    ") and self.items:
            self._below(chunk)
            return
        self.end_list()
        if fence := _FENCE.match(chunk):
            self._fence(chunk, fence)
        elif chunk.startswith("#"):
            self._heading(chunk)
        elif chunk.startswith("|"):
            self._table(chunk)
        elif _RAW.match(chunk):
            self.out.append(f"{_whole(chunk)}\n\n")
        else:
            attributes, words = self._attributes(_LAST_LINE.search(chunk), chunk)
            self.out.append(f"{tag('p', attributes.items())}{self._words(words)}</p>\n")

    def _attributes(self, found: re.Match[str] | None, chunk: str) -> tuple[dict[str, str], str]:
        """The attributes that end a block, and the words before them."""
        if found is None or found["attributes"] is None:
            return {}, chunk
        attributes = attributes_of(found["attributes"])
        if "id" in attributes:
            self.inline.ids.add(attributes["id"])
        return attributes, chunk[: found.start()]

    def _words(self, words: str) -> str:
        """The words of a block, each line of which can be nothing else."""
        if not words or any(_BEGINS.match(line) or not line for line in words.split("\n")):
            raise UnknownFormError(words)
        return self.inline.html(words)

    def _fence(self, chunk: str, fence: re.Match[str]) -> None:
        slashes, name, names = fence.groups()
        first, _, rest = chunk.partition("\n")
        if first != fence[0]:
            raise UnknownFormError(chunk)
        if not name:
            if not self.boxes or rest or self.boxes[-1][0] != slashes or len(self.out) == self.boxes[-1][2]:
                raise UnknownFormError(chunk)  # an empty one is written in another way
            self.out.append(f"</{self.boxes.pop()[1]}>\n")
            return
        classes, *anchors = (re.findall(rf"\{sign}([\w-]+)", names) for sign in ".#")
        attributes = {"class": " ".join(sorted(classes)), "id": "".join(anchors[0])}
        self.inline.ids.update(anchors[0])
        start = tag(name, ((key, value) for key, value in attributes.items() if value))
        inner, _, last = rest.rpartition("\n")
        if name == "summary" and last == slashes:
            self.out.append(f"{start}{self._words(inner)}</{name}>\n")
        elif name in ("div", "details") and not rest:
            self.out.append(f"{start}\n")
            self.boxes.append((slashes, name, len(self.out)))
        elif name == "div" and last == slashes and inner.startswith("|"):
            self.out.append(f"{start}\n")
            self._table(inner)
            self.out.append(f"</{name}>\n")
        else:
            raise UnknownFormError(chunk)

    def _heading(self, chunk: str) -> None:
        found = _HEADING.fullmatch(chunk)
        if found is None:
            raise UnknownFormError(chunk)
        attributes, _ = self._attributes(found, chunk)
        self.out.append(Title(len(found[1]), self.inline.html(found["words"]), attributes))

    def _list(self, chunk: str) -> None:
        """Takes in items; behind a blank line they go on with the list before it."""
        items = chunk.split("\n")
        if not all(item.startswith("- ") for item in items):
            raise UnknownFormError(chunk)
        made = [_Item(self._words(item[2:])) for item in items]
        if self.items:
            self.items[-1].apart = made[0].apart = True
        self.items += made

    def _below(self, chunk: str) -> None:
        """Takes in what hangs on an item."""
        item, lines = self.items[-1], chunk.split("\n")
        if not all(line.startswith("    ") for line in lines):
            raise UnknownFormError(chunk)
        item.apart, item.below = True, item.below or _Page(self.inline)
        item.below.take("\n".join(line[4:] for line in lines))

    def end_list(self) -> None:
        """Writes the list, which has no more items."""
        if not self.items:
            return
        for item in self.items:
            if item.below:
                item.below.end_list()
                if item.below.boxes or not all(isinstance(block, str) for block in item.below.out):
                    raise UnknownFormError(item.words)
        self.out += ["<ul>\n", *map(str, self.items), "</ul>\n"]
        self.items = []

    def _table(self, chunk: str) -> None:
        head, *rows = ([cell.strip(" ") for cell in row] for row in _rows(chunk))
        if len(rows) < 2 or any(len(row) != len(head) for row in rows):
            raise UnknownFormError(chunk)
        sides = rows.pop(0)
        right = [bool(_RIGHT.fullmatch(side)) for side in sides]
        if not all(one or _LEFT.fullmatch(side) for one, side in zip(right, sides, strict=True)):
            raise UnknownFormError(chunk)
        self.out += ["<table>\n<thead>\n", self._row("th", head, right), "</thead>\n<tbody>\n"]
        self.out += [*(self._row("td", row, right) for row in rows), "</tbody>\n</table>\n"]

    def _row(self, name: str, cells: list[str], right: list[bool]) -> str:
        made = []
        for cell, side in zip(cells, right, strict=True):
            found = _CELL.fullmatch(cell)
            attributes, _ = self._attributes(found, cell)
            words = self.inline.html(found["words"]) if found else ""
            more = {"align": "right"} if side else {}
            made.append(f"{tag(name, (more | attributes).items())}{words}</{name}>\n")
        return f"<tr>\n{''.join(made)}</tr>\n"


def _rows(chunk: str) -> Iterator[list[str]]:
    for row in chunk.split("\n"):
        if not (row.startswith("|") and row.endswith("|")) or "\\|" in row or "`" in row:
            raise UnknownFormError(row)
        yield row[1:-1].split("|")


def _whole(chunk: str) -> str:
    """HTML that is one element from its start to its end, in which no line is blank."""
    name = _RAW.match(chunk)[1]  # type: ignore[index]
    depth = 0
    for found in re.finditer(rf"<(/?){name}\b[^>]*>", chunk):
        depth += -1 if found[1] else 1
        if not depth and found.end() != len(chunk):
            break
    if depth or not chunk.endswith(f"</{name}>"):
        raise UnknownFormError(chunk)
    return chunk
