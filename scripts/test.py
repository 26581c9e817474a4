"""Runs every test: ``python3 scripts/test.py [--no-browser] [pytest arguments]``, paths from the checkout's folder."""

import os

from _setup import ROOT, run

if __name__ == "__main__":
    os.chdir(ROOT)
    run("dev", "pytest")
