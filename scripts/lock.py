"""Writes the locks anew from pyproject.toml: ``python3 scripts/lock.py [--upgrade]``; needs uv (``pip install uv``).

Versions already locked stay, unless ``--upgrade`` moves all to the newest. A lock holds for every platform and names
no package index: where packages come from is for pip's or uv's own settings to say.
"""

import shutil
import subprocess
import sys

from _setup import LOCKS, OLDEST, ROOT

COMPILE = ("uv", "pip", "compile", "pyproject.toml", "--universal", "--fork-strategy", "fewest", "--generate-hashes")
QUIET = ("--no-header", "--no-annotate", "--no-emit-index-url", "--quiet")


def main() -> int:
    """Writes one lock after the other, each held to the versions of the one before; returns the exit code."""
    if not shutil.which("uv"):
        sys.exit("unres: this needs uv; get it with `pip install uv`")
    held: list[str] = []
    for lock in LOCKS:
        file = f"scripts/locks/{lock}.txt"
        oldest = "{}.{}".format(*OLDEST)
        asked = ["--group", "build" if lock == "import" else lock, *(["--extra", "import"] if held else [])]
        command = [*COMPILE, *QUIET, "--python-version", oldest, *asked, "-o", file, *held, *sys.argv[1:]]
        done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
        if done.returncode:
            return done.returncode
        held = ["-c", file]
    return 0


if __name__ == "__main__":
    sys.exit(main())
