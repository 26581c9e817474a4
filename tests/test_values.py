"""Values as JSON and back: what comes back is what was kept, or nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from any_text import ANY_TEXT
from samples import ROOT, SEED, sample
from unres import values
from unres.actions import Actions, find_actions
from unres.cache import Cache
from unres.collection import kept, load, load_file
from unres.model import Closing, Heading, Paragraph, Style, Table


@given(body=ANY_TEXT)
def test_every_reading_comes_back_as_it_was(body: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_text(sample(body), encoding="utf-8", errors="replace", newline="\n")
    reading, _ = load_file(path)
    if reading:
        again = kept.reading_again(kept.kept_reading(reading))
        assert again == reading
        assert repr(again) == repr(reading), "of the same types too"
        assert again.digest == reading.digest != ""


def test_actions_come_back_as_they_were() -> None:
    reading, _ = load_file(SEED)
    assert reading
    found = find_actions(reading.resolution)
    assert found.actions
    assert values.from_bytes(values.as_bytes(found), Actions) == found


@pytest.mark.parametrize("data", [b"", b"[", b"null", b"3", b"[]", b'["x"]', b"[" * 100_000, b"\xff", b'{"a": 1}'])
def test_what_is_of_something_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        kept.reading_again(data)


@pytest.mark.parametrize(
    ("value", "kind", "data"),
    [
        pytest.param(Style.BOLD, Style, b'"bold"', id="an enumeration"),
        pytest.param((1, None), tuple[int | None, ...], b"[1,null]", id="a value or none"),
        pytest.param((None, dt.date(2044, 5, 3)), tuple[dt.date | None, ...], b'[null,"2044-05-03"]', id="a date"),
    ],
)
def test_a_value_as_it_is_kept(value: object, kind: type, data: bytes) -> None:
    assert values.as_bytes(value) == data
    assert values.from_bytes(data, kind) == value


def test_of_several_types_each_comes_back_as_its_own() -> None:
    reading, _ = load_file(ROOT / "tests" / "data" / "resolution" / "199-7.md")
    assert reading
    kinds = [type(block) for block in reading.resolution.blocks]
    assert {Paragraph, Heading, Table, Closing} == set(kinds)
    again = kept.reading_again(kept.kept_reading(reading))
    assert [type(block) for block in again.resolution.blocks] == kinds
    assert again == reading


def test_a_name_that_is_no_text_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "99-7\udcff.md"
    try:
        path.write_text(sample("1. *Admires* bees."), encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("no such name here")
    found = Cache.of(tmp_path, "texts")
    assert load([path], found) == load([path], found) == load([path])


# The texts that were read before


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "99-7.md"
    path.write_text(sample("*Recalling* its resolution 61/168,\n\n1. *Admires* bees and\n2. lamps;"), encoding="utf-8")
    return path


def test_a_text_is_read_once(text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache.of(tmp_path, "texts")
    first = load([text], kept)
    monkeypatch.setattr("unres.collection.loading.parse", None)
    assert load([text], kept) == first
    assert first[1], "its doubts are kept with it"
    monkeypatch.undo()
    text.write_text(text.read_text(encoding="utf-8").replace("bees", "oars"), encoding="utf-8")
    changed = load([text], kept)
    assert changed == load([text]) != first


def test_a_text_with_an_error_is_read_each_time(text: Path, tmp_path: Path) -> None:
    kept = Cache.of(tmp_path, "texts")
    text.write_text("<b>", encoding="utf-8")
    assert load([text], kept) == load([text], kept) == load([text])


@pytest.mark.parametrize("data", [b"[]", b"null", b"\xff", b'["a"]'])
def test_what_is_kept_of_something_else_is_read_anew(data: bytes, text: Path, tmp_path: Path) -> None:
    kept = Cache.of(tmp_path, "texts")
    first = load([text], kept)
    for entry in first[0]:
        kept.put(entry.digest, data)
    assert load([text], kept) == first
