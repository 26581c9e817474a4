"""What servers are told of a site: read by a real nginx and a real Apache where there is one, under a path."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPResponse
from pathlib import Path

import pytest

from _browser import is_root
from samples import ROOT
from unres.site.build import build
from unres.site.project import Project

PROGRAMS = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"
MODULES = Path("/usr/lib/apache2/modules")  # of Debian and what comes from it
NGINX = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location /un/ {{
      alias {site}/;
      include {site}/nginx-headers.conf;
    }}
  }}
}}
"""

APACHE = """
{user}
ServerName localhost
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
Alias /un {site}
<Directory {site}>
  AllowOverride FileInfo
  Require all granted
  DirectoryIndex index.html
</Directory>
"""
APACHE_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias", "filter", "deflate")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 62/160, made for a path."""
    root = tmp_path_factory.mktemp("hosted")
    build(Project(root, ROOT / "resolution", root / "site", "https://example.org/un/"))
    return root / "site"


def nginx(folder: Path, site: Path, port: int) -> list[str]:
    """Its command, with all that it needs."""
    shutil.copy("/etc/nginx/mime.types", folder)
    user = "user root;" if is_root() else ""
    (folder / "server.conf").write_text(NGINX.format(folder=folder, port=port, site=site, user=user))
    return ["nginx", "-c", str(folder / "server.conf"), "-p", str(folder)]


def apache2(folder: Path, site: Path, port: int) -> list[str]:
    """Its command, with all that it needs; started by root it serves as nobody."""
    user = "User nobody\nGroup nogroup" if is_root() else ""
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in APACHE_MODULES)
    configuration = APACHE.format(folder=folder, port=port, site=site, user=user, modules=modules)
    (folder / "server.conf").write_text(configuration)
    return ["apache2", "-X", "-f", str(folder / "server.conf")]


@pytest.fixture(scope="module", params=[nginx, apache2])
def address(request: pytest.FixtureRequest, hosted: Path) -> Iterator[str]:
    """Where a real server serves it."""
    if not shutil.which(request.param.__name__, path=PROGRAMS):
        pytest.skip(f"needs {request.param.__name__}")
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # for a server that runs as somebody else
        shutil.copytree(hosted, folder / "site")
        program, *arguments = request.param(folder, folder / "site", port)
        program = str(shutil.which(program, path=PROGRAMS))
        with subprocess.Popen([program, *arguments], stderr=subprocess.PIPE) as process:
            for _ in range(100):
                with closing(socket.socket()) as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            else:
                pytest.fail(f"{program} does not start: {(folder / 'error.log').read_text()}")
            yield f"http://127.0.0.1:{port}/un"
            process.terminate()


def ask(address: str, **headers: str) -> HTTPResponse:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            answer.read()
            return answer  # type: ignore[no-any-return]
    except urllib.error.HTTPError as error:
        return error  # type: ignore[return-value]


TYPES = {
    "": "text/html; charset=utf-8",
    "A/RES/62/160/": "text/html; charset=utf-8",
    "A/RES/62/160/resolution.md": "text/markdown; charset=utf-8",
    "A/RES/62/160/resolution.json": "application/json; charset=utf-8",
    "A/RES/62/160/resolution.jsonld": "application/ld+json; charset=utf-8",
    "A/RES/62/160/references.csv": "text/csv; charset=utf-8",
    "A/RES/62/160/cite.bib": "application/x-bibtex; charset=utf-8",
    "A/RES/62/160/cite.ris": "application/x-research-info-systems; charset=utf-8",
    "A/RES/62/160/resolution.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "llms.txt": "text/plain; charset=utf-8",
    "actions.ics": "text/calendar; charset=utf-8",
    "citations.graphml": "application/graphml+xml; charset=utf-8",
}


@pytest.mark.parametrize("path", TYPES)
def test_each_file_arrives_as_what_it_is(address: str, path: str) -> None:
    answer = ask(f"{address}/{path}")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == TYPES[path]
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_style_sheet_is_kept_for_ever_and_has_the_policy_too(address: str, hosted: Path) -> None:
    (style,) = hosted.glob("assets/style.*.css")
    answer = ask(f"{address}/assets/{style.name}")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert ask(f"{address}/").headers["Cache-Control"] is None


def test_pages_come_compressed(address: str) -> None:
    assert ask(f"{address}/A/RES/62/160/", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


def test_an_address_that_does_not_exist_gets_the_page_for_it(address: str) -> None:
    answer = ask(f"{address}/A/RES/62/160/op99/")
    assert answer.status == 404
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_no_page_is_loaded_in_advance(hosted: Path) -> None:
    """Firefox would, and the policy would refuse it on the console."""
    for page in hosted.rglob("*.html"):
        assert not re.search(r'<link[^>]* rel="?(?:next|prefetch|preload)', page.read_text(encoding="utf-8")), page


def test_github_pages_leaves_no_file_out(hosted: Path) -> None:
    assert (hosted / ".nojekyll").read_bytes() == b""


def test_netlify_and_cloudflare_are_told_few_enough_rules(hosted: Path) -> None:
    lines = (hosted / "_headers").read_text(encoding="utf-8").splitlines()
    paths = [line for line in lines if not line.startswith(" ")]
    assert len(paths) < 100, "Cloudflare Pages takes no more"
    assert all(path.startswith("/un/") for path in paths)
    at = lines.index("/un/:part0/:part1/:part2/:part3/cite.bib")
    assert lines[at + 1] == "  Content-Type: application/x-bibtex; charset=utf-8"
