/* A field above a long list that leaves only what has all the words typed. Without a script the list is whole. */
"use strict";

(() => {
  const { make } = unres;
  const WORTH = 8; // entries; a shorter list is seen at once

  for (const list of document.querySelectorAll(".filtered")) {
    const items = [...list.querySelectorAll("li")];
    if (items.length < WORTH) continue;
    const texts = items.map((item) => item.textContent.toLowerCase());
    const headings = [...list.querySelectorAll(":scope > h2")];
    const status = make("span", { role: "status" });

    const filter = ({ target }) => {
      const words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      items.forEach((item, at) => {
        item.hidden = !words.every((word) => texts[at].includes(word));
        left += !item.hidden;
      });
      for (const heading of headings) {
        const under = heading.nextElementSibling;
        heading.hidden = under.matches("ul") && !under.querySelector("li:not([hidden])");
      }
      status.textContent = words.length ? `${left} of ${items.length}` : "";
    };
    const field = make("input", {
      type: "search",
      placeholder: "Filter",
      "aria-label": "Filter this list",
      input: filter,
    });
    list.querySelector("h2, ul").before(make("p", { class: "filter ours" }, field, status));
  }
})();
