"""Processes that share work: how many, their results in order, and one sentence when the system ends one."""

from __future__ import annotations

import concurrent.futures.process
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from samples import sample
from unres import cli, parallel
from unres.collection import load, loading
from unres.pdf_import import import_pdfs
from unres.pdf_import.document import Imported


def ended(_: Path, **__: object) -> Imported:
    """What a worker looks like to which the system gives no more memory."""
    os._exit(9)


def read_as_many(folder: Path) -> list[Path]:
    paths = [folder / f"{number}.md" for number in range(loading.PARALLEL_FROM)]
    for number, path in enumerate(paths):
        path.write_text(sample("1. *Ends*.").replace("99/7.", f"99/{number + 1}."), encoding="utf-8")
    return paths


@pytest.fixture
def windows_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool that refuses what it refuses on Windows, on a machine of 128 processors, without starting any."""

    class Pool:
        def __init__(self, max_workers: int, initializer: object, initargs: tuple[Callable[[Any], Any]]) -> None:  # noqa: ARG002
            if max_workers > concurrent.futures.process._MAX_WINDOWS_WORKERS:
                raise ValueError("max_workers must be <= 61")
            monkeypatch.setattr(parallel._Work, "function", *initargs, raising=False)

        def shutdown(self, *, wait: bool, cancel_futures: bool) -> None:
            pass

        def map(self, function: Callable[[Path], object], tasks: Iterable[Path], chunksize: int) -> Iterable[object]:
            assert chunksize
            return map(function, tasks)

    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    monkeypatch.setattr(parallel, "ProcessPoolExecutor", Pool)


@pytest.mark.usefixtures("windows_of_many")
def test_a_machine_of_many_processors_under_windows_reads_texts_and_pdfs(tmp_path: Path) -> None:
    collection, problems = load(read_as_many(tmp_path))
    assert (len(collection), problems) == (loading.PARALLEL_FROM, ())
    missing = [tmp_path / f"{number}.pdf" for number in range(70)]
    assert len(import_pdfs(missing, tmp_path).problems) == len(missing)


@pytest.mark.parametrize(
    ("tasks", "wanted", "processors", "expected"),
    [
        pytest.param(10, None, 4, 4, id="one a processor"),
        pytest.param(3, None, 4, 3, id="no more than tasks"),
        pytest.param(10, 2, 4, 2, id="as many as wanted"),
        pytest.param(900, None, 128, 60, id="as many as Windows allows"),
        pytest.param(900, 100, 4, 60, id="wanted, and more than Windows allows"),
        pytest.param(10, None, None, 1, id="processors unknown"),
        pytest.param(0, None, 4, 1, id="nothing to do"),
    ],
)
def test_workers(
    tasks: int, wanted: int | None, processors: int | None, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert parallel.workers(tasks, wanted) == expected


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert list(parallel.each(abs, [-3, -1, -2], 2)) == [3, 1, 2]


def test_a_reader_that_the_system_ends_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = read_as_many(tmp_path)
    monkeypatch.setattr(loading, "load_file", ended)
    assert cli.main(["check", *map(str, paths)]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert "was ended, perhaps for lack of memory" in said
