"""Any command of unres, set up on first use: ``python3 scripts/unres.py import FILE.pdf``, ``… --help``."""

from _setup import ROOT, run

if __name__ == "__main__":
    run("build", "unres", "--project", str(ROOT))
