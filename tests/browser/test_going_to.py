"""The go-to field in a browser: the same cases as in tests/test_goto.py, typed where the reader types."""

from __future__ import annotations

from playwright.sync_api import expect

from addresses import Open
from goto_cases import cases

# Types each, and gives the address of the last offer: the document itself, after what this site has about it.
OFFERED = """async typed => {
  const field = document.querySelector(".find-input"), status = document.querySelector(".find-status"), found = []
  for (const words of typed) {
    const mark = document.createComment("not yet answered")
    status.append(mark)
    field.value = words
    field.dispatchEvent(new Event("input", {bubbles: true}))
    while (mark.isConnected) await new Promise(done => setTimeout(done))
    found.push([...document.querySelectorAll(".find-offer a")].at(-1)?.href ?? null)
  }
  return found
}"""


def test_what_is_typed_leads_where_the_rules_of_python_say(opened: Open, url: str) -> None:
    for here in ("", "A/RES/199/7"):
        of_here = [case for case in cases() if case.here == here]
        page = opened(f"{url}/{here}/preamble/" if here else f"{url}/about/")
        page.keyboard.press("/")
        expect(page.locator(".find-status")).to_contain_text("paragraph by paragraph")
        found = page.evaluate(OFFERED, [case.typed for case in of_here])
        at_root = [address and address.removeprefix(f"{url}/") for address in found]
        wrong = [(case, other) for case, other in zip(of_here, at_root, strict=True) if case.address != other]
        assert wrong == []
