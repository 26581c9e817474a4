"""What the documentation says about the code: names and files that exist, and examples that run."""

import ast
import doctest
import re
from pathlib import Path

import pytest

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


EXAMPLES = [
    path for path in [*DEVELOPERS, *sorted((ROOT / "docs").glob("*.md"))] if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_give_what_the_page_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of one page run in their order, as somebody would type them in the checkout."""
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```python\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, path.name, str(path), 0)
    assert examples.examples
    said: list[str] = []
    doctest.DocTestRunner().run(examples, out=said.append)
    assert "\n".join(said) == ""
