"""A module of ``unres`` imports only from those before it, so that nothing flows back."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
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
    "inline",
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
    "slim",
    "strict",
    "offline",
    "finish",
    "build",
    "serve",
    "cli",
    "bench",
)
MODULES = sorted(
    str(path.relative_to(PACKAGE))
    for path in PACKAGE.rglob("*.py")
    if not (path.parent == PACKAGE and path.stem.startswith("__"))
)


def imports(source: str, within: str = "") -> Iterator[str]:
    """The modules of the package that a source text imports, wherever in it, by their own names.

    ``within`` is the sub-package that the text stands in, which relative imports start from.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("unres."))
        elif isinstance(node, ast.ImportFrom):
            base = f"unres.{within}." if within and node.level == 1 else "unres."
            whole = (base if node.level else "") + (node.module or "")
            if whole.startswith("unres."):
                names = whole.split(".")[1:]
                yield from names[:1] if names[0] else (alias.name for alias in node.names)
            elif whole == "unres":
                yield from (alias.name for alias in node.names if not alias.name.startswith("__"))


def test_the_order_names_every_module_once() -> None:
    assert len(ORDER) == len(set(ORDER))
    assert set(ORDER) == {Path(module).parts[0].removesuffix(".py") for module in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_those_before_it(module: str) -> None:
    first, *within = Path(module).parts
    name = first.removesuffix(".py")
    allowed = {*ORDER[: ORDER.index(name)], *([name] if within else [])}  # those of a sub-package know each other
    found = set(imports((PACKAGE / module).read_text(encoding="utf-8"), within=name if within else ""))
    assert found <= allowed, f"{module} may import {allowed}"


SUB_PACKAGES = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("package", SUB_PACKAGES)
def test_modules_of_a_sub_package_import_in_one_direction(package: str) -> None:
    names = {path.stem for path in (PACKAGE / package).glob("*.py")} - {"__init__"}
    graph = {}
    for name in names:
        tree = ast.parse((PACKAGE / package / f"{name}.py").read_text(encoding="utf-8"))
        froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
        whole = [f"{node.module}.{alias.name}" for node in froms for alias in node.names]
        graph[name] = {parts[2] for found in whole if (parts := found.split("."))[:2] == ["unres", package]} & names
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("import unres.model", {"model"}, id="whole module"),
        pytest.param("from unres.model import Text", {"model"}, id="name from a module"),
        pytest.param("from unres import model, errors", {"model", "errors"}, id="modules from the package"),
        pytest.param("from . import model", {"model"}, id="relative module"),
        pytest.param("from .model import Text", {"model"}, id="relative name"),
        pytest.param("from unres.citations.lists import Member", {"citations"}, id="name from a sub-package"),
        pytest.param("def f():\n    from unres.model import Text", {"model"}, id="late import"),
        pytest.param("from unres import __version__", set(), id="version is no module"),
        pytest.param("import re\nfrom mkdocs import build", set(), id="other packages"),
    ],
)
def test_imports_are_seen(source: str, expected: set[str]) -> None:
    assert set(imports(source)) == expected
