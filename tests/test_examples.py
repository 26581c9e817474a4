"""The examples in docstrings: what they show is what the code gives, and every rule has one."""

import ast
import doctest
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import unres

ROOT = Path(__file__).parent.parent
MODULES = [module.name for module in pkgutil.walk_packages(unres.__path__, "unres.")]
EXAMPLES = [
    pytest.param(found, id=found.name)
    for name in MODULES
    for found in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    if found.examples
]


@pytest.mark.parametrize("examples", EXAMPLES)
def test_the_examples_of_a_docstring(examples: doctest.DocTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # some read resolution/62-160.md
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(examples, out=said.append)
    assert not said, "".join(said)


# Where the rules of the United Nations are: how it writes, counts, names and cites
RULES = (
    "citations", "text", "cite/pinpoints.py", "akomantoso/names.py",
    "numbering.py", "dates.py", "symbols.py", "label.py", "naming.py",
    "pdf_import/headings.py", "pdf_import/nesting.py", "pdf_import/rich.py", "pdf_import/accounting.py",
)  # fmt: skip
# Functions there that hold no rule of their own, or whose rule another shows
NO_RULE = {
    "of our own data files": "names.bodies names.body_heads names.participles names.by_full_name "
    "names.by_short_name names.body_names names.instruments names.by_instrument_name names.instrument_names scan.kinds",
    "between other functions, which have the examples": "find.find find.find_in_passages parser.parse parser.parse_file "
    "parser.resolution_of parser.texts_of parser.places_that_call source.read_text footnotes.read_body scan.between "
    "checksum.is_untouched checksum.is_mended",
    "of a whole PDF, which the tests print themselves": "accounting.unaccounted accounting.read_printed",
    "rules of the model, not of the print": "labels.own_tables",
    "said by the docstring of its only caller": "marks.following footnotes.calling_label",
    "a code table or a format": "names.language names.expression_iri names.numeral",
}  # fmt: skip


def functions_without_an_example() -> Iterator[str]:
    for rule in RULES:
        place = ROOT / "scripts/unres" / rule
        for path in sorted(place.glob("*.py") if place.is_dir() else [place]):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                    continue
                if ">>>" not in (ast.get_docstring(node) or ""):
                    yield f"{path.stem}.{node.name}"


def test_every_function_that_holds_a_rule_has_an_example() -> None:
    assert sorted(functions_without_an_example()) == sorted(" ".join(NO_RULE.values()).split())
