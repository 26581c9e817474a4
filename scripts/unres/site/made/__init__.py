"""Pages that the build made, as HTML without Python-Markdown, which takes some eight times as long for the same bytes.

In: the Markdown that ``pages`` writes, whose few forms are known. Out: what Python-Markdown makes of it, byte for byte,
with the table of contents; or nothing, where there is any form besides: then Python-Markdown renders the page. No
library gives the bytes of Python-Markdown with its attribute lists; ``tests/test_made.py`` holds the two together.
"""

from unres.site.made.blocks import Made, made_page

__all__ = ["Made", "made_page"]
