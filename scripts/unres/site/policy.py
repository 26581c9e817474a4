"""What a browser is told to refuse: everything that does not come from the site itself.

In: the one script that pages hold themselves. Out: one Content-Security-Policy for all pages, for their heads (a
template puts it there) and for the headers of servers (``hosting``). That script alone is allowed, by its hash; a
build ends where a page holds another, so that nothing that slipped into a text could ever run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from unres.errors import BuildError

SOURCE = Path("docs/overrides/partials/javascripts/base.html")  # the template of the one script
_RUN = ("", "module", "text/javascript")  # any other type is a block of data, which is not run and asks for no leave


def own_script(root: Path) -> str:
    """The script that every page of a project holds.

    Raises:
        BuildError: the template holds no script.
    """
    source = root / SOURCE
    page = etree.fromstring(source.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    script = page.find(".//script")
    if script is None:
        raise BuildError(f"{source}: holds no script; each page needs one there, or none at all needs a hash")
    return script.text or ""


def scripts_in(page: etree._Element) -> Iterator[str]:
    """The scripts that stand in a page itself and are run."""
    for script in page.iter("script"):
        if script.get("src") is None and script.get("type", "").strip().lower() in _RUN:
            yield script.text or ""


def policy(script: str, own: str = "'self'") -> str:
    """The Content-Security-Policy of pages that hold a script.

    Args:
        script: the one that they hold.
        own: the sources that are the site itself.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src {own} 'sha256-{digest}'; style-src {own}; img-src {own} data:; "
        f"connect-src {own}; form-action {own}; base-uri 'none'"
    )
