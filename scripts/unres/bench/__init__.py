"""Measurements of the product against others, each printed from one run (``scripts/bench.py``)."""
