"""What the script file beside a resolution's pages holds."""

from __future__ import annotations

from rich import entry_of
from samples import sample
from unres.site.quote_files import to_quote


def test_a_link_is_one_though_words_in_it_are_in_italics() -> None:
    body = "1. *Ends*.<sup>1</sup>\n\n<sup>1</sup> United Nations, *Treaty Series*, vol. 75, No. 970."
    address = "https://treaties.un.org/doc/Publication/UNTS/Volume%2075/v75.pdf"
    assert to_quote(entry_of(sample(body)))["notes"] == {
        "fn1": f'<a class="ref" href="{address}">United Nations, <em>Treaty Series</em>, vol. 75, No. 970</a>.'
    }
