"""A module of ``unres`` imports only from those before it, so that nothing flows back."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "unres"

# The whole order, from what knows nothing to what knows everything.
ORDER = (
    "errors",
    "page",
    "model",
    "symbols",
    "seal",
    "source",
    "numbering",
    "masthead",
    "paragraphs",
    "footnotes",
    "labels",
    "parser",
    "citations",
    "documents",
    "collection",
    "resolver",
    "naming",
    "cite",
    "render",
    "provenance",
    "prose",
    "datafiles",
    "references",
    "pages",
    "reference_index",
    "listing",
    "site",
    "search",
    "akomantoso",
    "exports",
    "quotes",
    "share",
    "pdf_import",
    "build",
    "serve",
    "cli",
    "bench",
)
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__"))


def imports(source: str) -> Iterator[str]:
    """The modules of the package that a source text imports, wherever in it, by their own names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("unres."))
        elif isinstance(node, ast.ImportFrom):
            whole = ("unres." if node.level else "") + (node.module or "")
            if whole.startswith("unres."):
                names = whole.split(".")[1:]
                yield from names[:1] if names[0] else (alias.name for alias in node.names)
            elif whole == "unres":
                yield from (alias.name for alias in node.names if not alias.name.startswith("__"))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_those_before_it(module: str) -> None:
    assert module in ORDER, f"say in {Path(__file__).name} where {module} belongs"
    allowed = ORDER[: ORDER.index(module)]
    found = set(imports((PACKAGE / f"{module}.py").read_text(encoding="utf-8")))
    assert found <= set(allowed), f"{module} may import {allowed}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("import unres.model", {"model"}, id="whole module"),
        pytest.param("from unres.model import Text", {"model"}, id="name from a module"),
        pytest.param("from unres import model, errors", {"model", "errors"}, id="modules from the package"),
        pytest.param("from . import model", {"model"}, id="relative module"),
        pytest.param("from .model import Text", {"model"}, id="relative name"),
        pytest.param("def f():\n    from unres.model import Text", {"model"}, id="late import"),
        pytest.param("from unres import __version__", set(), id="version is no module"),
        pytest.param("import re\nfrom mkdocs import build", set(), id="other packages"),
    ],
)
def test_imports_are_seen(source: str, expected: set[str]) -> None:
    assert set(imports(source)) == expected
