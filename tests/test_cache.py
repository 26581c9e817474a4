"""What is kept from build to build: found again by its key, and never anything but what was kept."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unres.cache import FOLDER, Cache, key, version

KEY = key("lamps", "oil")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_kept_is_found_by_its_key_alone(tmp_path: Path) -> None:
    cache = Cache.of(tmp_path, "lamps")
    assert cache.get(KEY) is None
    cache.put(KEY, b"lit")
    assert cache.get(KEY) == b"lit"
    assert cache.get(key("lamps")) is None
    assert Cache.of(tmp_path, "bells").get(KEY) is None, "another kind of work"
    [file] = files(tmp_path)
    assert file.relative_to(tmp_path / FOLDER / "lamps" / version()).as_posix() == f"{KEY[:2]}/{KEY}"


def test_a_cache_without_a_folder_keeps_nothing() -> None:
    cache = Cache()
    cache.put(KEY, b"lit")
    cache.sweep()
    assert cache.get(KEY) is None


@given(st.lists(st.text()), st.lists(st.text()))
def test_two_lists_of_parts_have_one_key_only_if_they_are_one(some: list[str], others: list[str]) -> None:
    assert (key(*some) == key(*others)) == (some == others)


@given(data=st.binary(max_size=200))
def test_every_result_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    cache = Cache.of(tmp_path_factory.getbasetemp(), "any")
    cache.put(KEY, data)
    assert cache.get(KEY) == data


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-1]), id="cut off"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(b"x" * 99), id="foreign"),
        pytest.param(lambda path: (path.unlink(), path.mkdir()), id="a folder"),
    ],
)
def test_what_is_not_whole_is_taken_for_not_there(tmp_path: Path, spoil: object) -> None:
    cache = Cache.of(tmp_path, "lamps")
    cache.put(KEY, b"lit")
    assert callable(spoil)
    spoil(files(tmp_path)[0])
    assert cache.get(KEY) is None
    cache.put(KEY, b"lit again")
    assert cache.get(KEY) in (b"lit again", None)
    assert not [path for path in files(tmp_path) if path.suffix == ".new"]


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file in the way", encoding="utf-8")
    cache = Cache.of(tmp_path, "lamps")
    cache.put(KEY, b"lit")
    cache.sweep()
    assert cache.get(KEY) is None
    assert (tmp_path / ".cache").read_text(encoding="utf-8") == "a file in the way"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_is_read_only_is_read(tmp_path: Path) -> None:
    cache = Cache.of(tmp_path, "lamps")
    cache.put(KEY, b"lit")
    folder = files(tmp_path)[0].parent
    folder.chmod(0o555)
    try:
        cache.put(key("more"), b"oil")
        cache.put(KEY, b"out")
        assert cache.get(KEY) == b"lit"
    finally:
        folder.chmod(0o755)


def test_what_nobody_asks_for_goes_and_what_others_put_there_stays(tmp_path: Path) -> None:
    cache = Cache.of(tmp_path, "lamps")
    old, asked, fresh = key("old"), key("asked"), key("fresh")
    for name in (old, asked, fresh):
        cache.put(name, b"lit")
    before = cache.folder.parent / "0123456789abcdef" if cache.folder else tmp_path
    (before / "ab").mkdir(parents=True)
    own = cache.folder / "notes.txt" if cache.folder else tmp_path
    own.touch()
    long_ago = time.time() - 8 * 24 * 3600
    for path in files(tmp_path):
        if path.name != fresh:
            os.utime(path, (long_ago, long_ago))
    assert cache.get(asked) == b"lit"
    cache.sweep()
    assert [cache.get(name) for name in (old, asked, fresh)] == [None, b"lit", b"lit"]
    assert own.exists()
    assert not before.exists(), "of another version of the code"
