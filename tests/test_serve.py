"""Serving: what is wrong is said at once, and what a build leaves is served again after each change."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from unres.errors import BuildError
from unres.site import serve
from unres.site.build import Project


def test_a_port_that_is_taken_is_said_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Project] = []
    monkeypatch.setattr(serve, "build", built.append)
    with socket.create_server((serve.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=f"port {port} is in use; end what runs there"):
            serve.serve(Project(tmp_path, tmp_path, tmp_path / "site"), port)
    assert built == []
