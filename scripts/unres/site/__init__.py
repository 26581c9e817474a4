"""The finished site: MkDocs, and everything that happens after it.

In: the Markdown pages and the collection that they were made from. Out: a folder for any web server, or one to
carry away. MkDocs and Material are known here alone.
"""
