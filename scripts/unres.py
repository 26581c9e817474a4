"""Any command of unres, set up on first use: ``python3 scripts/unres.py import FILE.pdf``, ``... --help``."""

import sys

from _setup import ROOT, run

if __name__ == "__main__":
    run("import" if {"import", "seal"} & set(sys.argv[1:2]) else "build", "unres", "--project", str(ROOT))
