"""Takes README's pictures anew, from sites built for it: ``python3 scripts/pictures.py [DIR]``."""

from _setup import run

if __name__ == "__main__":
    run("dev", "python", "-m", "benchmarks.pictures")
