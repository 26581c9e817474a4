"""Any command of unres, set up on first use: ``python3 scripts/unres.py import FILE.pdf``, ``… --help``."""

from _setup import run

if __name__ == "__main__":
    run("build", "unres")
