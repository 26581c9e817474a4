"""The file around a document: its parts, how they are named and related, and its styles.

In: the parts that differ from text to text. Out: the bytes of a ZIP archive, the same for the same parts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from unres.docx.xml import Xml, part, related, w, words

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP archive can say: a file is dated by its content alone
_BESIDE = ("styles", "numbering", "footnotes", "settings", "footer")


@dataclass(frozen=True, slots=True)
class Parts:
    """What differs from text to text.

    Attributes:
        body: the paragraphs and tables.
        notes: the footnotes.
        numbering: the lists.
        symbol: for the foot of each page.
        title: for the document's properties.
        language: of the words, for the spelling checker.
    """

    body: Iterable[Xml]
    notes: Iterable[Xml]
    numbering: Iterable[Xml]
    symbol: str
    title: str
    language: str


def zipped(parts: Parts) -> bytes:
    """The file."""
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")], core="docProps/core.xml"),
        "docProps/core.xml": _properties(parts),
        "word/_rels/document.xml.rels": _relations([(name, f"{name}.xml") for name in _BESIDE]),
        "word/document.xml": part("document", [w("body", [*parts.body, _page()])]),
        "word/styles.xml": _styles(parts.language),
        "word/numbering.xml": part("numbering", parts.numbering),
        "word/footnotes.xml": part("footnotes", parts.notes),
        "word/settings.xml": _settings(),
        "word/footer.xml": part("ftr", [_footer(parts.symbol)]),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


@cache
def _content_types() -> bytes:
    kinds = {"/word/document.xml": f"{_TYPE}.document.main+xml", "/docProps/core.xml": _CORE}
    kinds |= {f"/word/{name}.xml": f"{_TYPE}.{name}+xml" for name in _BESIDE}
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return _fixed(f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>')


def _relations(targets: Iterable[tuple[str, str]], core: str = "") -> bytes:
    rows = [
        f'<Relationship Id={quoteattr(name)} Type="{_RELATION}/{name}" Target={quoteattr(target)}/>'
        for name, target in targets
    ]
    if core:
        kind = f"{_PACKAGE}/relationships/metadata/core-properties"
        rows.append(f'<Relationship Id="core" Type="{kind}" Target={quoteattr(core)}/>')
    return _fixed(f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>')


def _properties(parts: Parts) -> bytes:
    fields = {"title": parts.title, "identifier": parts.symbol, "language": parts.language}
    inside = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>" for name, value in fields.items())
    names = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return _fixed(f"<cp:coreProperties {names}>{inside}</cp:coreProperties>")


def _fixed(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def _page() -> Xml:
    footer = related("footerReference", "footer", type="default")
    margins = w("pgMar", top="1440", right="1440", bottom="1440", left="1440", header="720", footer="720", gutter="0")
    return w("sectPr", [footer, w("pgSz", w="12240", h="15840"), margins])


@cache
def _settings() -> bytes:
    separators = w("footnotePr", [w("footnote", id="0"), w("footnote", id="1")])
    modern = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    return part("settings", [separators, w("compat", [modern])])


def _footer(symbol: str) -> Xml:
    number = w("fldSimple", [w("r", words("1"))], instr=" PAGE ")
    tab = w("tab", val="right", pos="9360")
    style = w("pPr", [w("pStyle", val="Footer"), w("tabs", [tab])])
    return w("p", [style, w("r", [*words(symbol), w("tab")]), number])


@cache
def _styles(language: str) -> bytes:
    fonts = w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", cs="Times New Roman")
    defaults = w("rPrDefault", [w("rPr", [fonts, w("sz", val="20"), w("lang", val=language)])])
    spaced = w("pPrDefault", [w("pPr", [w("spacing", after="120", line="240", lineRule="auto")])])
    return part("styles", [w("docDefaults", [defaults, spaced]), *_paragraph_styles(), _note_reference()])


def _paragraph_styles() -> Iterable[Xml]:
    bold, small, large = w("b"), w("sz", val="18"), w("sz", val="28")
    yield _style("Normal", "Normal", default=True)
    yield _style("Masthead", "Masthead", [w("spacing", after="40")])
    yield _style("MastheadBold", "Masthead in bold", [w("spacing", before="120", after="40")], [bold])
    yield _style("Title", "Title", [w("keepNext"), w("spacing", before="240", after="240")], [bold, large])
    yield _style("Enacting", "Enacting words", [w("ind", firstLine="720")])
    yield _style("Paragraph", "Paragraph", [w("ind", firstLine="720")])
    yield _style("Closing", "Closing line", [w("jc", val="right")], [w("i")])
    yield _style("Cell", "Table cell", [w("spacing", after="0")])
    yield _style("Footer", "footer", [], [small])
    yield _style("FootnoteText", "footnote text", [w("spacing", after="40")], [small])
    for level, size in ((1, "26"), (2, "24"), (3, "22"), (4, "20"), (5, "20")):
        outline = [w("keepNext"), w("spacing", before="240", after="120"), w("jc", val="center")]
        yield _style(
            f"Heading{level}",
            f"heading {level}",
            [*outline, w("outlineLvl", val=str(level - 1))],
            [bold, w("sz", val=size)],
        )


def _style(
    identifier: str, name: str, paragraph: Iterable[Xml] = (), run: Iterable[Xml] = (), *, default: bool = False
) -> Xml:
    based = [] if default else [w("basedOn", val="Normal")]
    inside = [w("name", val=name), *based, w("qFormat"), w("pPr", paragraph), w("rPr", run)]
    return w("style", inside, type="paragraph", styleId=identifier, **({"default": "1"} if default else {}))


def _note_reference() -> Xml:
    raised = w("rPr", [w("vertAlign", val="superscript")])
    return w("style", [w("name", val="footnote reference"), raised], type="character", styleId="FootnoteReference")
