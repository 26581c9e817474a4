"""Addresses in exported files.

In: where the site will be, if that is known. Out: addresses. An address of the site is written from the
site's root on (``A/RES/62/160/#op8``); in the files whose readers cannot know the root (JSON-LD, feed,
``llms.txt``), it is written in full where the site's address is known, else from the file itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from unres.collection import Target
from unres.errors import BuildError

# It goes into the head of each page and into files of several forms: no sign in it may mean anything there
_SITE = re.compile(
    r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:/[\w.~%@:+,=-]+)*/?", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Base:
    """The address that the site has, with a slash at its end; empty if it is not known."""

    url: str = ""

    @classmethod
    def of(cls, site_url: str) -> Base:
        """The base of a site's address as people write it, with or without a slash at its end.

        Raises:
            BuildError: it is no address of a site.
        """
        if site_url and not _SITE.fullmatch(site_url):
            raise BuildError(f"{site_url!r} is no address of a site; give one such as https://example.org/resolutions/")
        return cls(f"{site_url.rstrip('/')}/" if site_url else "")

    def schema(self, path: str, schema: str) -> str:
        """The address of a schema for a file in a folder ``path`` of the site."""
        return self.url + schema if self.url else "../" * (path.count("/") + 1) + schema

    def full(self, path: str) -> str:
        """The address of a place of the site, in full where that is known."""
        return self.url + path


def url_of(target: Target | None) -> str | None:
    """Where a reference leads: an address in full, or one from the site's root on; None for nowhere."""
    if target is None:
        return None
    if not target.symbol:
        return target.url
    return f"{target.symbol}/{target.place.address}"
