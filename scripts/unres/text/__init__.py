"""Source text → model.

In: one source text in the dialect of docs/editing.md. Out: a ``Resolution`` and what is wrong with the text.
"""
