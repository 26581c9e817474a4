"""Builds the whole site: ``python3 scripts/build.py [--resolutions DIR] [--site DIR] [--site-url URL]``."""

from _setup import ROOT, run

if __name__ == "__main__":
    run("build", "unres", "--project", str(ROOT), "build")
