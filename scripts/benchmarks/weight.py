"""``weight``: what a first view of a resolution loads before the reader touches anything.

Counted by the server, for requests of web workers do not show in a page's own events. Each body is
compressed by itself as servers do it, ``gzip -9``. The peer is the same text on the default Material page.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from _browser import find_browser, is_root
from benchmarks.options import Options
from benchmarks.project import CHECKOUT, new_project, plain_mkdocs
from benchmarks.table import lay_out
from unres.collection import load, source_texts
from unres.markup import escape, escape_start
from unres.model import Resolution

KINDS = ("HTML", "CSS", "JS", "other")
SUFFIXES = {".html": "HTML", ".css": "CSS", ".js": "JS"}
QUIET = 1000  # milliseconds without a request, after which nothing more is on its way

PLAIN = "site_name: Resolutions\ntheme:\n  name: material\n  font: false\nplugins:\n  - search\n"


def weight(options: Options) -> str:
    """The table: bytes by kind, ours and the peer's."""
    resolutions = CHECKOUT / "resolution"
    ours = new_project(options.work / "ours", resolutions)
    ours.ours()
    resolution = next(iter(load(source_texts(resolutions))[0])).resolution
    plain = options.work / "plain"
    write_plain(plain, resolution)
    plain_mkdocs(plain, plain / "site")
    with browsing() as browser:
        views = {
            "ours": first_view(browser, ours.site, f"{resolution.symbol}/"),
            "default Material page": first_view(browser, plain / "site", "operative/"),
        }
    rows = [[name, *map(str, _by_kind(view)), str(sum(view.values())), str(len(view))] for name, view in views.items()]
    parts = [lay_out([f"first view of {resolution.symbol}, bytes gzipped", *KINDS, "all", "files"], rows)]
    parts += [
        lay_out([name, "bytes"], [[path, str(size)] for path, size in sorted(view.items(), key=lambda item: -item[1])])
        for name, view in views.items()
    ]
    return "\n\n".join(parts)


def _by_kind(view: dict[str, int]) -> list[int]:
    kinds = {path: SUFFIXES.get(Path(path).suffix if not path.endswith("/") else ".html", "other") for path in view}
    return [sum(size for path, size in view.items() if kinds[path] == kind) for kind in KINDS]


def write_plain(folder: Path, resolution: Resolution) -> None:
    """The operative paragraphs as anybody would write them for Material: headings and paragraphs."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    number, title = resolution.masthead.number, escape(resolution.masthead.title.plain)
    (docs / "index.md").write_text(f"# {number}. {title}\n\n[Operative paragraphs](operative.md)\n", encoding="utf-8")
    lines = ["# Operative paragraphs"]
    for block in resolution.paragraphs:
        if block.page == "operative":
            lines.append(f"## {block.label}")
            lines.append(escape_start(f"{block.number} {escape(block.text.plain)}"))
    (docs / "operative.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def first_view(browser: Browser, site: Path, page: str) -> dict[str, int]:
    """The bytes of each file that a view loads, by its path on the server, in a browser that knows nothing yet."""
    with served(site) as (address, log), browser.new_context() as context:
        view = context.new_page()
        view.goto(f"{address}/{page}", wait_until="networkidle")
        before = -1
        while before != len(log):
            before = len(log)
            view.wait_for_timeout(QUIET)
    sizes: dict[str, int] = {}
    for path, body in log:
        sizes[path] = sizes.get(path, 0) + len(gzip.compress(body, 9, mtime=0))
    return sizes


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser for a measurement."""
    with sync_playwright() as playwright:
        # for root, Chromium starts only without its sandbox
        browser = playwright.chromium.launch(executable_path=find_browser(), chromium_sandbox=not is_root())
        yield browser
        browser.close()


Log = list[tuple[str, bytes]]


@contextmanager
def served(site: Path) -> Iterator[tuple[str, Log]]:
    """Serves a site on this machine and keeps a log of what was asked for."""
    log: Log = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, log, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", log
        server.shutdown()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    """Serves files and notes each that was sent."""

    def __init__(self, log: Log, *arguments: object, **named: object) -> None:
        self.log = log
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self.log.append((path, file.read_bytes()))
        super().do_GET()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  (the name is the library's)
        """Keeps quiet."""
