"""Finds a browser for the tests, or gets one.

In: what is installed on this machine. Out: the path of a Chromium, Chrome or Edge that starts; or
``BrowserMissing``, which lists what was tried, each with its reason.

``UNRES_BROWSER`` names the browser to take. Without it, the first that works: one on the machine,
Playwright's own download, the distribution's package (where this process may install it).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from _setup import run_silently

VARIABLE = "UNRES_BROWSER"
COMMANDS = (
    "chromium-headless-shell",  # it has no windows: a page takes it a quarter of the time
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_APPLICATIONS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_PROGRAMS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# Each distribution's way: refresh its lists first, a fresh machine or container has none.
PACKAGE_MANAGERS = {
    "apt-get": (
        ("update", "--quiet"),
        ("install", "--yes", "--quiet", "--no-install-recommends", "chromium-headless-shell"),
    ),
    "dnf": (("install", "--assumeyes", "--quiet", "chromium"),),
}


class BrowserMissing(Exception):  # noqa: N818  (it is what has happened)
    """No browser could be had; its text is meant for the user.

    Attributes:
        tried: what was tried and why it did not help, a line each.
    """

    def __init__(self, tried: list[str]) -> None:
        self.tried = tried
        super().__init__(
            "no browser for the tests could be had:\n"
            + "".join(f"  - {line}\n" for line in tried)
            + f"Install Chromium, Chrome or Edge, name one in {VARIABLE}, or leave those tests out: --no-browser."
        )


def find_browser(say: Callable[[str], None] = lambda _: None) -> Path:
    """The first browser that works, in the order above; ``say`` is told before anything slow begins."""
    named = os.environ.get(VARIABLE)
    if named:
        path = shutil.which(named)
        if path and _starts(Path(path)):
            return Path(path)
        raise BrowserMissing([f"{VARIABLE} is {named}, which is not a browser that starts"])
    tried: list[str] = []
    for source in (_installed, _downloaded, _packaged):
        found = source(tried, say)
        if found:
            return found
    raise BrowserMissing(tried)


def _installed(tried: list[str], _say: Callable[[str], None]) -> Path | None:
    broken = []
    for path in _candidates():
        if _starts(path):
            return path
        broken.append(str(path))
    tried.append("on this machine: " + (f"{', '.join(broken)} does not start" if broken else "none found"))
    return None


def _candidates() -> Iterator[Path]:
    """Every place where a browser is usually installed and something is there."""
    yield from (Path(found) for found in map(shutil.which, COMMANDS) if found)
    places: list[Path] = []
    if sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        places = [folder / f"{name}.app/Contents/MacOS/{name}" for name in MAC_APPLICATIONS for folder in folders]
    elif sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        places = [Path(root) / program for program in WINDOWS_PROGRAMS for root in roots if root]
    yield from (place for place in places if place.is_file())


def _starts(path: Path) -> bool:
    """Whether it is a browser that runs here: a distribution's may be a stub, a download may lack libraries."""
    if os.name == "nt":  # there, asking for the version opens a window
        return path.is_file()
    try:
        return subprocess.run([str(path), "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _downloaded(tried: list[str], say: Callable[[str], None]) -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if not path.exists():
        say("downloading a browser for the tests (once)")
        reason = _run(
            [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"],
            # A connection that does not come about in this time (in ms) will not; the download itself may take longer.
            {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"},
        )
        if reason:
            tried.append(f"Playwright's download: {reason}")
            return None
    if _starts(path):
        return path
    tried.append(f"Playwright's download: {path} does not start (libraries missing?)")
    return None


def _packaged(tried: list[str], say: Callable[[str], None]) -> Path | None:
    manager = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), None)
    if manager is None:
        tried.append("the system's packages: neither apt-get nor dnf is here")
        return None
    commands = PACKAGE_MANAGERS[manager]
    package = commands[-1][-1]
    if not is_root():
        tried.append(f"the system's packages: only root may install (sudo {manager} install {package})")
        return None
    say(f"installing {package} with {manager} (once)")
    for arguments in commands:
        reason = _run([manager, *arguments], {"DEBIAN_FRONTEND": "noninteractive"})
        if reason:
            tried.append(f"{manager} {arguments[0]}: {reason}")
            return None
    found = next(filter(_starts, _candidates()), None)
    if found is None:
        tried.append(f"{manager}: its {package} does not start")
    return found


def is_root() -> bool:
    """Whether this process may do anything: on Windows nobody is asked to install."""
    return sys.platform != "win32" and os.geteuid() == 0


def _run(command: list[str], variables: dict[str, str]) -> str:
    """Runs a program silently; why it failed, in one line, or nothing."""
    try:
        done = run_silently(command, variables, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("Error:", "E:", "ERROR"))]
    return (errors or lines[-1:] or [f"exit code {done.returncode}"])[0]
