"""A copy of the site to read from a folder, as one file to download.

In: a built site. Out: a ZIP archive.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from unres.errors import BuildError
from unres.site.stays import LIST

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP archive knows no time before; the same for all, so that builds are alike


def refuse_foreign_archive(archive: Path) -> None:
    """Sees that an archive may be replaced.

    Raises:
        BuildError: it is a link, or no copy of a site that was packed here.
    """
    if archive.is_symlink() or (archive.exists() and not _is_ours(archive)):
        raise BuildError(f"{archive}: is no copy of a site that unres packed; move it away or name another --site")


def _is_ours(archive: Path) -> bool:
    try:
        with zipfile.ZipFile(archive) as packed:
            return any(name.partition("/")[2] == LIST for name in packed.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def pack(folder: Path, archive: Path) -> None:
    """Writes a folder as a ZIP archive, the same bytes for the same content.

    Raises:
        BuildError: the disk is full, say; the archive written before is untouched.
    """
    beside = archive.with_name(f"{archive.name}.new")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    name = f"{archive.stem}/{path.relative_to(folder).as_posix()}"
                    entry = zipfile.ZipInfo(name, _EARLIEST)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o644 << 16
                    packed.writestr(entry, path.read_bytes())
        beside.chmod(0o644)  # whatever the umask: a web server has to read it
        beside.replace(archive)
    except OSError as error:
        message = f"{archive}: {error.strerror}; {folder} is built, and the archive before is untouched"
        raise BuildError(message) from error
    finally:
        beside.unlink(missing_ok=True)
