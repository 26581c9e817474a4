"""Benchmarks: what a build, a page view and a reading cost, ours beside a peer's in the same run.

In: the checkout, and collections that ``invented`` makes. Out: tables on stdout. Nothing here judges a
figure: machines differ, and only what was measured side by side can be compared.
"""
