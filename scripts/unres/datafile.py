"""The lists that lie as TOML beside the code that uses them: names, verbs, patterns, words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_data(package: str, name: str) -> dict[str, Any]:
    """The values of a data file in a package; nobody changes them.

    >>> read_data("unres.citations", "bodies.toml")["body"][0]["names"]
    ['General Assembly', 'GA']
    """
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
