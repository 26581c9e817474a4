"""The rooms of the house in their order, and who imports from whom, read from the code itself.

In: Python files. Out: their modules by dotted name, and the modules that each of them imports. The test of
the layers and the picture for developers both ask here, so that neither can be out of date.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]

# From what knows nothing to what knows everything: the way of a text from its source to the site.
# A room imports only from those before it.
ROOMS = (
    "errors",  # the vocabulary that all speak
    "progress",
    "cache",
    "values",
    "garbage",
    "parallel",
    "datafile",
    "dates",
    "label",
    "model",
    "numbering",
    "symbols",
    "naming",
    "runs",
    "markup",
    "text",  # source text -> model
    "citations",  # text -> references
    "actions",  # model -> who is asked to do what, by when
    "pdf_import",  # official document -> source text
    "akomantoso",  # model -> XML, and the names of its parts there
    "collection",  # what is held, who cites whom, where each reference leads
    "compare",  # two resolutions: alignment, words that changed, series
    "insight",  # what several rooms tell of a collection, worked out once
    "cite",  # model -> data for programs
    "docx",
    "exports",
    "pages",  # model -> Markdown, before MkDocs
    "site",  # MkDocs and everything after it
    "verify",  # a finished site -> whether it is whole
    "cli",  # the commands
    "start",  # which says something even while those are loaded
)


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of the package, or a module that lies in the package itself.

    Attributes:
        name: ``text``.
        about: what flows in and out, the first sentence of its docstring: ``Source text → model.``
        modules: how many modules it has.
        imports: the rooms that it imports from, in the order of the house.
    """

    name: str
    about: str
    modules: int
    imports: tuple[str, ...]


def modules_below(folder: Path, base: Path) -> dict[str, Path]:
    """The modules of a folder by their dotted names seen from ``base``: ``unres.text.parser``."""
    paths = sorted(folder.rglob("*.py"))
    # A script beside the folder of its name: Python imports the folder
    return {_name(path, base): path for path in paths if not path.with_suffix("").is_dir()}


def _name(path: Path, base: Path) -> str:
    return ".".join(path.relative_to(base).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """The room that a module stands in: ``text`` for ``unres.text.parser``; ``unres`` for the package's face."""
    first, *rest = module.split(".")
    return rest[0] if first == "unres" and rest else first


def imported_by(module: str, modules: dict[str, Path]) -> set[str]:
    """The modules, among those given, that one of them imports."""
    return _imported(_tree(modules[module]), module, modules)


def _imported(tree: ast.Module, module: str, modules: dict[str, Path]) -> set[str]:
    return set(imports(tree, module, modules, package=modules[module].name == "__init__.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), path)


def imports(tree: ast.AST, module: str, known: Collection[str], *, package: bool = False) -> Iterator[str]:
    """The known modules that a module imports, wherever in it, by their full names.

    Args:
        tree: the module's code.
        module: its dotted name, which relative imports start from.
        known: the modules to look for.
        package: whether it is the face of a folder (``__init__.py``).
    """
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            yield from (found for alias in node.names for found in _known(alias.name, known))
        elif isinstance(node, ast.ImportFrom):
            above = module.split(".")[: len(module.split(".")) - node.level + package] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield from _known(f"{base}.{alias.name}", known)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements of a tree, of functions and conditions too; expressions, most of a tree, import nothing."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        inner = getattr(node, field, ())
        for child in inner if isinstance(inner, list) else ():
            yield child
            yield from _statements(child)


def _known(name: str, known: Collection[str]) -> Iterator[str]:
    """The longest beginning of a name that is a known module."""
    parts = name.split(".")
    beginnings = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    yield from [found for found in beginnings if found in known][:1]


@cache
def rooms() -> tuple[Room, ...]:
    """Every room of this package, in the order of the house."""
    modules = modules_below(PACKAGE, PACKAGE.parent)
    trees = {module: _tree(path) for module, path in modules.items()}
    out = []
    for name in ROOMS:
        inside = [module for module in modules if room_of(module) == name]
        found = {room_of(other) for module in inside for other in _imported(trees[module], module, modules)}
        if inside:
            about = _first_sentence(ast.get_docstring(trees[f"unres.{name}"]) or "")
            out.append(Room(name, about, len(inside), tuple(room for room in ROOMS if room in found - {name})))
    return tuple(out)


def _first_sentence(words: str) -> str:
    return words.partition("\n\n")[0].replace("\n", " ").partition(". ")[0].rstrip(".") + "."
