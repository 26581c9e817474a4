"""Serves the site on this machine and builds it again when a source text, a page or a style changes.

In: a project. Out: a server until it is interrupted. It is MkDocs's own server with our build, so
that what is seen here is what ``build`` leaves in ``site/``.
"""

from __future__ import annotations

import html
import re
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from unres.errors import BuildError, UnresError, count, errors_in, report, totals
from unres.site.build import build
from unres.site.project import BASE, CONFIG, Project, Purpose

HOST = "127.0.0.1"
_ALERT = "margin:0;padding:1rem;white-space:pre-wrap;background:#b00020;color:#fff;font:1rem/1.4 monospace"


def serve(project: Project, port: int) -> None:
    """Builds, serves and watches until Ctrl+C.

    Raises:
        BuildError: the port is taken, which is said before anything is built.
    """
    _refuse_taken(port)
    with tempfile.TemporaryDirectory(prefix="unres-") as folder:
        served = replace(project, site=Path(folder) / "site", purpose=Purpose.PREVIEW)
        server = _Server(served, port)
        server.rebuild()
        for path in _watched(project):
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            print("Ended.", file=sys.stderr)
        finally:
            server.shutdown()


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise BuildError(f"port {port} is in use; end what runs there or choose another with --port")


class _Server(LiveReloadServer):
    """MkDocs's server with our build, whose errors it shows at the head of the page that is looked at.

    It answers no request after a rebuild that raised, so none may. An address that it cannot even read is one of no
    page, not a reason for a traceback.
    """

    def __init__(self, project: Project, port: int) -> None:
        self._project = project
        self._wrong = ""
        super().__init__(self.rebuild, host=HOST, port=port, root=str(project.site))

    def rebuild(self) -> None:
        """Builds, and says what was built or what is wrong; whatever goes wrong, the last good site stays."""
        began = time.monotonic()
        print("building …", file=sys.stderr, flush=True)
        try:
            collection, problems = build(self._project)
        except UnresError as error:
            self._wrong = str(error)
            print(self._wrong, file=sys.stderr)
        except Exception as error:  # noqa: BLE001 - what is being written can be wrong in every way
            words = " ".join(str(error).split())
            self._wrong = f"{type(error).__name__}: {words}; the site built before is still served"
            print(self._wrong, file=sys.stderr)
        else:
            report(problems)
            self._wrong = "\n".join(map(str, errors_in(problems)))
            said = f"{count(len(collection), 'resolution')} built in {time.monotonic() - began:.1f} s"
            print(", ".join(filter(None, (said, totals(problems)))), file=sys.stderr, flush=True)

    def server_activate(self) -> None:
        """Begins to listen, and only then says so."""
        super().server_activate()
        print(f"Serving the site at {self.url} (Ctrl+C ends it)", flush=True)

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        try:
            answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        except ValueError:  # a zero in a path, or a number of 5000 figures
            return None
        if answer is None and not self._project.site.exists():  # no build has succeeded yet
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [self._inject_js_into_html(b"<!doctype html><title>unres</title><body></body>", self._visible_epoch)]
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Puts what is wrong behind the start of the page's body, and the script that loads the page again."""
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        if not self._wrong:
            return page
        shown = f'<pre role="alert" style="{_ALERT}">{html.escape(self._wrong)}</pre>'.encode()
        return re.sub(rb"<body[^>]*>", lambda body: body[0] + shown, page, count=1)


def _watched(project: Project) -> list[Path]:
    """Source texts, configuration and what is written by hand, as far as they are there."""
    by_hand = [root / name for root in (BASE, project.root) for name in ("docs", CONFIG)]
    return [project.resolutions, *dict.fromkeys(path for path in by_hand if path.exists())]
