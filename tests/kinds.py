"""One address for each kind of page, with the name that its screenshot has."""

from __future__ import annotations

from addresses import RICH, SEED

KINDS = {
    "home": "/",
    "about": "/about/",
    "editing": "/editing/",
    "hosting": "/hosting/",
    "collection": "/A/RES/",
    "session": "/A/RES/199/",
    "subjects": "/A/RES/subjects/",
    "everything-cited": "/A/RES/references/",
    "cited-series": "/A/RES/references/A-RES-62/",
    "cited-document": "/A/RES/references/A-RES-55-2/",
    "committees": "/A/RES/committees/",
    "committee": "/A/RES/committees/third-committee/",
    "subject": "/A/RES/subjects/invented-questions/",
    "organ": "/A/",
    "resolution": SEED,
    "preamble": f"{SEED}preamble/",
    "operative": f"{SEED}operative/",
    "paragraph": f"{SEED}#op8",
    "footnotes": f"{SEED}footnotes/#fn3",
    "references": f"{SEED}references/",
    "rich-resolution": RICH,
    "rich-operative": f"{RICH}operative/",
    "annex": f"{RICH}annex/",
    "missing": "/A/RES/61/168/",
}
