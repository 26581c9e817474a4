"""What the home page, written by hand, takes in: what is new, and the ways to everything else.

In: a collection. Out: a snippet. The only resolution of a collection is its home; the template leads there.
"""

from __future__ import annotations

from collections.abc import Iterator

from unres.collection import Entry
from unres.errors import count
from unres.insight import Insight
from unres.pages.listing import shelf_names
from unres.pages.page import Page
from unres.pages.reference_index import most_cited
from unres.pages.rows import list_items, row_of
from unres.pages.shelves import committee_of, session_of, shelves, subject_of

HOME = "A/_home.md"  # taken in by docs/index.md; a leading underscore keeps it from being a page
WELCOME = "A/_welcome.md"  # likewise
_WELCOME = (
    "Every paragraph has an address, every reference leads somewhere, and each resolution says how its words were "
    "compared with the official document. [What this is, and how far to trust it](about.md)"
)
NEWEST = 10  # resolutions
SUBJECTS = 12  # of those with the most resolutions
CITED = 10  # documents


def welcome_page(words: str) -> Page:
    """The snippet with what the owner of the site says, else with what we do."""
    return Page(WELCOME, f"{words.strip() or _WELCOME}\n{{ .intro }}\n")


def home_page(insight: Insight) -> Page:
    """The snippet."""
    return Page(HOME, "\n\n".join(_blocks(insight)) + "\n")


def _blocks(insight: Insight) -> Iterator[str]:
    collection = insight.collection
    sessions, committees = shelves(collection, session_of), shelves(collection, committee_of)
    subjects = shelves(collection, lambda entry: subject_of(entry)[0])
    largest = sorted(subjects, key=lambda path: -len(subjects[path][1]))[:SUBJECTS]
    yield "/// html | div.listing.home.ours"
    if len(collection) == 1:
        yield from list_items(map(row_of, collection), "")
    else:
        yield "## Adopted most recently"
        yield from list_items(map(row_of, sorted(collection, key=_adopted, reverse=True)[:NEWEST]), "")
    yield "## [Sessions](A/RES/index.md)"
    yield shelf_names(sessions, "")
    yield "## [Committees](A/RES/committees/index.md)"
    yield shelf_names(committees, "")
    yield "## [Subjects](A/RES/subjects/index.md)"
    yield shelf_names({path: subjects[path] for path in subjects if path in largest}, "")
    if more := len(subjects) - len(largest):
        yield f"[{count(more, 'more subject')}](A/RES/subjects/index.md)"
    if cited := most_cited(insight, CITED):
        yield "## [Cited documents](A/RES/references/index.md)"
        yield from list_items(cited, "")
    yield "///"


def _adopted(entry: Entry) -> tuple[str, tuple[object, ...]]:
    adopted = entry.resolution.masthead.adopted
    return (adopted.isoformat() if adopted else "", entry.symbol.sort_key)
