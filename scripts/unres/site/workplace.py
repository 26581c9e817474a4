"""The folder that a build works in: a plain project of MkDocs, which any renderer of ``mkdocs.yml`` can read.

In: a project. Out: ``mkdocs.yml``, and the pages that the build made among all that was written by hand, in a folder of
the build's own, so that no made page lies among files of somebody's (``write_pages`` fills ``docs/``).
"""

from __future__ import annotations

from unres.cache import FOLDER
from unres.errors import BuildError
from unres.site.project import BASE, CONFIG, Project, written_by_hand
from unres.site.stays import files_below

_OURS = "base.yml"  # beside the project's own configuration, which inherits from it


def begin_workplace(project: Project) -> None:
    """Makes the folder with the configuration, the project's own beside ours.

    Raises:
        BuildError: the folder is a link.
    """
    work, kept = project.work, project.root / FOLDER
    for folder in (kept.parent, kept, work):
        if folder.is_symlink():
            raise BuildError(f"{folder}: is a link; the build writes here and follows none, remove it")
    (work / "docs" / "overrides").mkdir(parents=True, exist_ok=True)
    (kept / ".gitignore").write_text("*\n", encoding="utf-8")
    ours = (BASE / CONFIG).read_text(encoding="utf-8")
    if project.root == BASE or not project.config.is_file():
        (work / CONFIG).write_text(ours, encoding="utf-8")
    else:
        (work / _OURS).write_text(ours, encoding="utf-8")
        own = project.config.read_bytes()
        (work / CONFIG).write_bytes(f"INHERIT: {_OURS}\n".encode() + own)


def pages_made(project: Project) -> tuple[str, ...]:
    """The pages of the folder that the build made, by their paths below ``docs/``."""
    docs, by_hand = project.work / "docs", written_by_hand(project)
    paths = (path for path in files_below(docs) if path.endswith(".md") and path not in by_hand)
    return tuple(sorted(path for path in paths if not path.rpartition("/")[2].startswith("_")))
