"""What the documentation says about the code: names and files that exist, and examples that run."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from examples import run_examples
from unres.pages.rooms import PACKAGE, ROOMS

ROOT = Path(__file__).parents[1]
DEVELOPERS = sorted((ROOT / "docs" / "developers").glob("*.md"))
CLASSES = {
    node.name
    for path in PACKAGE.rglob("*.py")
    for node in ast.walk(ast.parse(path.read_bytes()))
    if isinstance(node, ast.ClassDef)
}


def text_of(name: str) -> str:
    return (ROOT / "docs" / "developers" / name).read_text(encoding="utf-8")


def test_each_class_among_the_words_of_the_code_exists() -> None:
    named = set(re.findall(r"`([A-Z][A-Za-z]+)`", text_of("words.md")))
    assert len(named) > 30
    assert named - CLASSES == set()


@pytest.mark.parametrize("path", DEVELOPERS, ids=lambda path: path.stem)
def test_each_file_that_is_named_exists(path: Path) -> None:
    """``site/css.py`` is meant from the package on, ``scripts/bench.py`` from the root."""
    words = re.sub(r"New file `[^`]+`", "", path.read_text(encoding="utf-8"))  # recipes make these
    named = re.findall(r"`([\w/.-]+\.(?:py|toml|csl))`", words)
    assert [name for name in named if not (ROOT / name).exists() and not list(PACKAGE.rglob(name))] == []


def test_the_picture_in_the_readme_names_each_folder() -> None:
    picture = (ROOT / "README.md").read_text(encoding="utf-8").partition("## How it works")[2].split("```")[1]
    folders = [room for room in ROOMS if (PACKAGE / room).is_dir()]
    assert [room for room in folders if not re.search(rf"\b{room}\b", picture)] == []


RECIPES = text_of("adding.md")
EXAMPLES = [
    path
    for path in [*DEVELOPERS, *sorted((ROOT / "docs").glob("*.md"))]
    if ">>> " in path.read_text(encoding="utf-8") and path.stem != "adding"
]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_give_what_the_page_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As somebody would type them in the checkout."""
    monkeypatch.chdir(ROOT)
    assert run_examples(path.read_text(encoding="utf-8")) == ""


STEP = re.compile(
    r"^(?:(?P<new>New file)|(?P<end>At the end of)|In) `(?P<path>[^`]+)`(?:, (?P<where>after|before) `(?P<line>[^`]+)`)?:\n\n"
    r"```\w+\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def follow(recipe: str, root: Path) -> int:
    """Makes the changes of a recipe in a copy of the code; returns how many there were."""
    steps = list(STEP.finditer(recipe))
    for step in steps:
        path = root / step["path"]
        assert path.exists() is not bool(step["new"]), f"{path} must{' not' if step['new'] else ''} be there before"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
        at = len(lines)
        if step["where"]:
            [found] = [number for number, line in enumerate(lines) if line.strip().startswith(step["line"])]
            at = found + (step["where"] == "after")
        path.write_text("".join([*lines[:at], step["text"], *lines[at:]]), encoding="utf-8")
    return len(steps)


@pytest.mark.parametrize("recipe", RECIPES.split("\n## ")[1:], ids=lambda recipe: recipe.partition(" {")[0])
def test_a_recipe_works_when_it_is_followed(recipe: str, tmp_path: Path) -> None:
    for folder in ("scripts/unres", "docs", "resolution"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("A", "__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    assert follow(recipe, tmp_path) == recipe.count("```") // 2 - recipe.count("```python\n>>> ")
    (tmp_path / "recipe.md").write_text(recipe, encoding="utf-8")
    paths = os.pathsep.join([str(tmp_path / "scripts"), str(ROOT / "tests")])
    command = [sys.executable, "-m", "examples", "recipe.md"]
    environment = {**os.environ, "PYTHONPATH": paths}
    done = subprocess.run(command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


METHODS = {name for kind in (str, list, dict) for name in dir(kind) if not name.startswith("_")}


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "overrides").rglob("*.html")), ids=lambda path: path.name)
def test_no_template_calls_a_method_of_python(path: Path) -> None:
    """Not every renderer of the same templates knows them: Zensical does not."""
    code = re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8"), re.DOTALL)
    called = [name for words in code for name in re.findall(r"\.(\w+)\(", words)]
    assert METHODS.isdisjoint(called)
