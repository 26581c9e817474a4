"""Measures: ``python3 scripts/bench.py [--list] [NAME ...]``; each figure of ours beside a peer's, in the same run."""

from _setup import run

if __name__ == "__main__":
    run("bench", "python", "-m", "benchmarks")
