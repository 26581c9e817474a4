"""The house: each module stands in a room, and a room imports only from those before it, so that nothing flows back."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"

# The rooms, from what knows nothing to what knows everything: the way of a text from its source to the site.
ROOMS = (
    "errors",  # the vocabulary that all speak
    "parallel",
    "model",
    "symbols",
    "numbering",
    "naming",
    "markup",
    "text",  # source text -> model
    "citations",  # text -> references
    "pdf_import",  # official document -> source text
    "collection",  # what is held, who cites whom, where each reference leads
    "cite",  # model -> data for programs
    "akomantoso",
    "exports",
    "pages",  # model -> Markdown, before MkDocs
    "site",  # MkDocs and everything after it
    "cli",  # the commands
)
# Beside the package: what people type, which sets up before anything is installed, and the benchmarks.
BESIDE = ("_setup", "_browser", "bench", "build", "check", "serve", "test", "benchmarks")
MAY_IMPORT = {
    **{room: set(ROOMS[:at]) for at, room in enumerate(ROOMS)},
    **{script: {"_setup"} for script in BESIDE},
    "benchmarks": {*ROOMS, "_browser"},
}


def name_of(path: Path) -> str:
    """The dotted name of a module below ``scripts/``: ``unres.text.parser``, ``_setup``."""
    return ".".join(path.relative_to(SCRIPTS).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(SCRIPTS.rglob("*.py"))}


def room_of(module: str) -> str:
    """The room that a module stands in; ``unres`` itself for the package's face."""
    first, *rest = module.split(".")
    return rest[0] if first == "unres" and rest else first


def imports(source: str, module: str, *, package: bool = False) -> Iterator[str]:
    """The modules below ``scripts/`` that a source text imports, wherever in it, by their full names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (found for alias in node.names for found in _ours(alias.name))
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: len(module.split(".")) - node.level + package] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield from _ours(f"{base}.{alias.name}")


def _ours(name: str) -> Iterator[str]:
    """The longest beginning of a name that is a module of ours."""
    parts = name.split(".")
    known = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    yield from [found for found in known if found in MODULES][:1]


def imported_by(module: str) -> set[str]:
    path = MODULES[module]
    return set(imports(path.read_text(encoding="utf-8"), module, package=path.name == "__init__.py"))


def test_every_module_stands_in_a_room_and_no_room_is_empty() -> None:
    rooms = {room_of(module) for module in MODULES} - {"unres"}
    assert rooms == {*ROOMS, *BESIDE}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_the_rooms_before_its_own(module: str) -> None:
    own = room_of(module)
    found = {room_of(name) for name in imported_by(module)} - {own, "unres"}
    assert found <= MAY_IMPORT.get(own, set()), f"{module} may import from {MAY_IMPORT.get(own)}"


@pytest.mark.parametrize("room", sorted({room_of(module) for module in MODULES if module.count(".") > 1}))
def test_modules_of_a_room_import_in_one_direction(room: str) -> None:
    within = {module for module in MODULES if room_of(module) == room}
    TopologicalSorter({module: (imported_by(module) & within) - {module} for module in within}).prepare()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("import unres.model", {"unres.model"}, id="whole module"),
        pytest.param("from unres.model import Text", {"unres.model"}, id="name from a module"),
        pytest.param("from unres import model, errors", {"unres.model", "unres.errors"}, id="modules from the package"),
        pytest.param("from unres.text import parser", {"unres.text.parser"}, id="module from a room"),
        pytest.param("from . import scan", {"unres.citations.scan"}, id="relative module"),
        pytest.param("from .scan import Scanner", {"unres.citations.scan"}, id="relative name"),
        pytest.param("from ..model import Text", {"unres.model"}, id="relative name from above"),
        pytest.param("from .. import model", {"unres.model"}, id="relative module from above"),
        pytest.param("def f():\n    from unres.model import Text", {"unres.model"}, id="late import"),
        pytest.param("from unres import __version__", {"unres"}, id="version is no module"),
        pytest.param("from _setup import run", {"_setup"}, id="script"),
        pytest.param("import re\nfrom mkdocs import build", set(), id="other packages"),
    ],
)
def test_imports_are_seen(source: str, expected: set[str]) -> None:
    assert set(imports(source, "unres.citations.find")) == expected


def test_a_package_imports_relative_to_itself() -> None:
    assert set(imports("from .find import find", "unres.citations", package=True)) == {"unres.citations.find"}


TESTS = sorted(Path(__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", TESTS, ids=[path.stem for path in TESTS])
def test_what_tests_share_stands_in_modules_of_its_own(path: Path) -> None:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = {node.module for node in tree if isinstance(node, ast.ImportFrom) and node.module}
    assert [name for name in found if name.startswith("test_") or name == "conftest"] == []
