"""The style sheet keeps what can show, and nothing that cannot."""

from __future__ import annotations

import pytest
from lxml import html

from unres.site.css import Names, slim

PAGE = '<html lang="en" class="no-js"><body dir="ltr"><p class="badge ours" id="op8"><a href="x.css#y" type="a">words</a></p>'
SCRIPT = 'element.className = "find"; root.dataset.colours = "dark"; make("dialog"); s.setProperty("--imprint", a)'


def slimmed(*styles: str) -> str:
    names = Names()
    names.read_page(html.fromstring(PAGE))
    names.read_script(SCRIPT)
    return slim(styles, names)


KEPT = {
    "an element": "p{color:red}",
    "a class": ".badge{color:red}",
    "two classes": ".ours.badge{color:red}",
    "an id": "#op8{color:red}",
    "a value": "[dir=ltr] p{color:red}",
    "an attribute at all": "a[title]{color:red}",
    "the beginning of a value": 'a[href^="#"]{color:red}',
    "a state": "a:hover{color:red}",
    "part of an element": "a::after{color:red}",
    "a function of place": "p:nth-child(2n + 1){color:red}",
    "what something is not": "p:not(.gone){color:red}",
    "one of several": "p:is(.gone,.badge){color:red}",
    "a relation": "p:has(> a){color:red}",
    "what a script sets": ".find{color:red}",
    "a value that a script sets": "[data-colours=dark]{color:red}",
    "an element that a script makes": "dialog::backdrop{color:red}",
    "everything": "*{color:red}",
    "importance": "p{color:red!important}",
    "words in a string": 'p{content:"a  , b"}',
    "a calculation": "p{width:calc(1em + 2px)}",
    "a property that is used": ":root{--a:1}p{order:var(--a)}",
    "a property that a script sets": "p{--imprint:1}",
    "a condition": "@media (min-width: 45em){p{color:red}}",
    "a page": "@page {@bottom-left{content:counter(page)}}",
    "a movement": "@keyframes x{0%{top:0}}p{animation:x}",
}
DROPPED = {
    "a class": ".gone{color:red}",
    "one of two classes": ".badge.gone{color:red}",
    "an element": "video{color:red}",
    "a class in another place": ".gone p{color:red}",
    "an id": "#op9{color:red}",
    "another value": "[dir=rtl] p{color:red}",
    "none of several": "p:is(.gone,.lost){color:red}",
    "what is nowhere inside": "p:has(.gone){color:red}",
    "a class that is a word of the text": ".words{color:red}",
    "a class that is part of an address": ".css{color:red}",
    "a property that nobody uses": "p{--a:1}",
    "properties that only these use": "p{--a:var(--b);--b:1}",
    "a condition with nothing in it": "@media print{.gone{color:red}}",
    "a movement that nothing makes": "@keyframes x{0%{top:0}}",
    "a comment": "/* p */",
    "a character set": '@charset "UTF-8";',
}


@pytest.mark.parametrize("style", KEPT.values(), ids=KEPT)
def test_what_can_show_is_kept(style: str) -> None:
    assert slimmed(style) == style


@pytest.mark.parametrize("style", DROPPED.values(), ids=DROPPED)
def test_what_cannot_show_is_dropped(style: str) -> None:
    assert slimmed(style) == ""


def test_of_several_selectors_the_possible_stay() -> None:
    assert slimmed("p,.gone,a:hover{color:red}") == "p,a:hover{color:red}"


def test_style_sheets_keep_their_order() -> None:
    assert slimmed("p{top:1px}", "a{top:2px}", "p{top:3px}") == "p{top:1px}a{top:2px}p{top:3px}"


def test_a_rule_within_a_rule_stays() -> None:
    assert "&:hover" in slimmed("p { color: red; &:hover { color: blue } }")
