"""Checks the code without running it: lint, format, types, who imports whom, licences. Fails if any of them does."""

import subprocess
import sys

from _setup import ROOT, prepare

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("oxlint", "--deny-warnings", "docs/assets"),
    ("oxfmt", "--check", "docs/assets"),
    ("pytest", "--quiet", "tests/test_layers.py"),
    ("python", "scripts/_dependencies.py"),
)


def main() -> int:
    """Runs them all, so that one round shows everything; returns how many failed."""
    environment = prepare("dev")
    failed = 0
    for name, *arguments in CHECKS:
        print("$", name, *arguments, flush=True)
        command = [str(environment.program(name)), *arguments]
        failed += subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
