"""Serves the site on this machine and builds it again when a source text, a page or a style changes.

In: a project. Out: a server until it is interrupted. It is MkDocs's own server with our build, so
that what is seen here is what ``build`` leaves in ``site/``.
"""

from __future__ import annotations

import socket
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from unres.errors import BuildError, UnresError, report
from unres.site.build import build
from unres.site.project import BASE, CONFIG, Project, Purpose

HOST = "127.0.0.1"


def serve(project: Project, port: int) -> None:
    """Builds, serves and watches until Ctrl+C.

    Raises:
        UnresError: the port is taken, which is said before anything is built, or the first build failed.
    """
    _refuse_taken(port)
    with tempfile.TemporaryDirectory(prefix="unres-") as folder:
        served = replace(project, site=Path(folder) / "site", purpose=Purpose.PREVIEW)
        _, doubts = build(served)
        report(doubts)
        server = _Server(lambda: _rebuild(served), host=HOST, port=port, root=str(served.site))
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
    """MkDocs's server; an address that it cannot even read is one of no page, not a reason for a traceback."""

    def server_activate(self) -> None:
        """Begins to listen, and only then says so."""
        super().server_activate()
        print(f"Serving the site at {self.url} (Ctrl+C ends it)", flush=True)

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        try:
            return super()._serve_request(environ, start_response)
        except ValueError:  # a zero in a path, or a number of 5000 figures
            return None


def _rebuild(project: Project) -> None:
    """Builds again; whatever goes wrong is said in one line, and the last good site stays.

    MkDocs' server answers no request after a rebuild that raised, so nothing may.
    """
    try:
        _, doubts = build(project)
    except UnresError as error:
        print(error, file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - what is being written can be wrong in every way
        words = " ".join(str(error).split())
        print(f"{type(error).__name__}: {words}; the site built before is still served", file=sys.stderr)
    else:
        report(doubts)


def _watched(project: Project) -> list[Path]:
    """Source texts, configuration and what is written by hand, as far as they are there."""
    by_hand = [root / name for root in (BASE, project.root) for name in ("docs", CONFIG)]
    return [project.resolutions, *dict.fromkeys(path for path in by_hand if path.exists())]
