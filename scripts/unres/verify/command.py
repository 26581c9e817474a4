"""The command ``unres verify SITE [--resolutions DIR]``."""

from __future__ import annotations

import argparse

from unres.collection import load, source_texts
from unres.errors import count, visible
from unres.verify.site import verify


def run_verify(options: argparse.Namespace) -> int:
    """Prints a line for each fault, and how much was proved; returns the exit code."""
    texts = load(source_texts(options.resolutions))[0] if options.resolutions else None
    verdict = verify(options.site, texts)
    for fault in verdict.faults:
        print(visible(str(fault)).replace("\n", "\\n"))
    proved = {"resolution": verdict.resolutions, "word": verdict.words, "link": verdict.links}
    counts = ", ".join(count(number, what) for what, number in proved.items())
    print(f"{counts}: {count(len(verdict.faults), 'fault') if verdict.faults else 'whole'}")
    return int(bool(verdict.faults))
