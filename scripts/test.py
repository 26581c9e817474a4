"""Runs every test, on every core: ``python3 scripts/test.py [--quick] [--no-browser] [pytest arguments]``.

Paths are those from the checkout's folder; ``-n 0`` runs one test after the other, as ``pytest`` alone does.
"""

import os

from _setup import ROOT, run

if __name__ == "__main__":
    os.chdir(ROOT)
    # Each process begins with a run of neighbours, which share what they are tried on, and then helps the others out.
    run("dev", "pytest", "--numprocesses=auto", "--dist=worksteal")
