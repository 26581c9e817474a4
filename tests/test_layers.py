"""The house: each module stands in a room, and a room imports only from those before it, so that nothing flows back."""

import ast
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from unres.pages.rooms import ROOMS, imported_by, imports, modules_below, room_of

SCRIPTS = Path(__file__).parents[1] / "scripts"

# Beside the package: what people type, which sets up before anything is installed, and the benchmarks.
BESIDE = (
    "_turns",
    "_environment",
    "_setup",
    "_browser",
    "_dependencies",
    "bench",
    "build",
    "check",
    "lock",
    "pictures",
    "serve",
    "test",
    "benchmarks",
)
MAY_IMPORT = {
    **{room: set(ROOMS[:at]) for at, room in enumerate(ROOMS)},
    **{script: {"_setup"} for script in BESIDE},
    "_setup": {"_environment"},
    "_environment": {"_turns"},
    "benchmarks": {*ROOMS, "_browser"},
}


MODULES = modules_below(SCRIPTS, SCRIPTS)


def test_every_module_stands_in_a_room_and_no_room_is_empty() -> None:
    rooms = {room_of(module) for module in MODULES} - {"unres"}
    assert rooms == {*ROOMS, *BESIDE}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_the_rooms_before_its_own(module: str) -> None:
    own = room_of(module)
    found = {room_of(name) for name in imported_by(module, MODULES)} - {own, "unres"}
    assert found <= MAY_IMPORT.get(own, set()), f"{module} may import from {MAY_IMPORT.get(own)}"


@pytest.mark.parametrize("room", sorted({room_of(module) for module in MODULES if module.count(".") > 1}))
def test_modules_of_a_room_import_in_one_direction(room: str) -> None:
    within = {module for module in MODULES if room_of(module) == room}
    TopologicalSorter({module: (imported_by(module, MODULES) & within) - {module} for module in within}).prepare()


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
    assert set(imports(ast.parse(source), "unres.citations.find", MODULES)) == expected


def test_a_package_imports_relative_to_itself() -> None:
    tree = ast.parse("from .find import find")
    assert set(imports(tree, "unres.citations", MODULES, package=True)) == {"unres.citations.find"}


def test_a_name_means_one_thing() -> None:
    """Public classes and functions; ``main`` and ``add_commands`` mean the same wherever they stand."""
    found = Counter(
        node.name
        for module, path in MODULES.items()
        if module.startswith("unres.")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, times in found.items() if times > 1} <= {"main", "add_commands"}


TESTS = sorted(Path(__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", TESTS, ids=[path.stem for path in TESTS])
def test_what_tests_share_stands_in_modules_of_its_own(path: Path) -> None:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = {node.module for node in tree if isinstance(node, ast.ImportFrom) and node.module}
    assert [name for name in found if name.startswith("test_") or name == "conftest"] == []


@pytest.mark.parametrize("module", MODULES)
def test_modules_and_functions_can_be_read_at_a_glance(module: str) -> None:
    source = MODULES[module].read_text(encoding="utf-8")
    assert len(source.splitlines()) < 250, "divide it by what its parts are about"
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 40] == []
