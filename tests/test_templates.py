"""Templates: compiled once for all builds of a process, and anew when they were edited."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from unres.site.templates import make_tight


def test_a_template_is_compiled_once_and_anew_when_it_was_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = Environment._generate

    def count(self: Environment, source: object, name: str, *rest: object, **more: object) -> str:
        compiled.append(name)
        return compile_(self, source, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "_generate", count)
    said = []
    for words in ("one", "one", "two"):
        templates = Environment(loader=DictLoader({"a page of this test": f"  <p>{words}</p>"}))
        make_tight(templates)
        said.append(templates.get_template("a page of this test").render())
    assert said == ["<p>one</p>", "<p>one</p>", "<p>two</p>"]
    assert compiled == ["a page of this test"] * 2
