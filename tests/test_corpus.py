"""Official PDFs as a user takes them: imported, checked, built and proved, whole.

Some of those beside the checkout at each run, others each time; ``--pdfs 0`` takes all.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from unres.collection import load, source_texts
from unres.errors import errors_in
from unres.pdf_import.command import import_pdfs
from unres.site.build import build
from unres.site.project import Project
from unres.verify import verify


@pytest.fixture(scope="module")
def texts(shared: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an import makes of some PDFs: those that it cannot write truly it names."""
    pdfs = sorted((shared / "corpus" / "pdf").glob("*.pdf"))
    some = request.config.getoption("--pdfs") or len(pdfs)
    chosen = sorted(random.Random(request.config.getoption("--seed")).sample(pdfs, min(some, len(pdfs))))
    out = tmp_path_factory.mktemp("imported")
    problems = import_pdfs(chosen, out).problems
    refused = {problem.path for problem in errors_in(problems)}
    assert len(list(out.iterdir())) == len(chosen) - len(refused)
    assert len(refused) < len(chosen) / 10, refused
    return out


def test_what_is_imported_is_checked_without_an_error(texts: Path) -> None:
    _, problems = load(source_texts(texts))
    assert errors_in(problems) == ()


def test_a_site_of_official_texts_is_whole(texts: Path, project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("site", "one", "two", ".cache"))
    collection, _ = build(Project(tmp_path / "project", texts, tmp_path / "site", strict=True))
    assert len(collection) == len(list(texts.iterdir()))
    for given in (collection, None):
        verdict = verify(tmp_path / "site", given)
        assert verdict.faults == ()
        assert verdict.words > 300 * len(collection)
