"""The model as Markdown pages, before MkDocs.

In: entries of the collection. Out: pages below ``docs/A/`` that any renderer of ``mkdocs.yml`` can take over.
"""
