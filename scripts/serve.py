"""Builds the site, shows it on this machine and follows changes: ``python3 scripts/serve.py``."""

from _setup import ROOT, run

if __name__ == "__main__":
    run("build", "unres", "--project", str(ROOT), "serve")
