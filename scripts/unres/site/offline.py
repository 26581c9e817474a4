"""A copy of the site to read from a folder, without a server.

In: a page of a built site. Out: the same page with links to files, since a folder on a disk serves
no ``index.html`` by itself; and the whole folder as one file to download.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_ADDRESS = re.compile(r'(\s(?:href|src|action)="|;\s*url=)(?![a-z][a-z0-9+.-]*:|//|#)([^"#?]*)')
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP archive knows no time before; the same for all, so that builds are alike


def with_files(html: str) -> str:
    """A page whose links within the site lead to files."""
    return _ADDRESS.sub(_file, html)


def _file(found: re.Match[str]) -> str:
    path = found[2]
    if path == "" or path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path}{'' if path.endswith('/') or not path else '/'}index.html"
    return found[1] + path


def pack(folder: Path, archive: Path) -> None:
    """Writes a folder as a ZIP archive, the same bytes for the same content."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = f"{archive.stem}/{path.relative_to(folder).as_posix()}"
                entry = zipfile.ZipInfo(name, _EARLIEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, path.read_bytes())
