// Filters and orders a list: loaded when its field is turned to. The list is whole without it.
"use strict";
(() => {
  const plain = (words) =>
    words
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();

  for (const form of document.querySelectorAll("form.sift")) {
    const [field, order] = [form.querySelector("input"), form.querySelector("select")];
    const list = form.parentElement;
    const lists = [...list.querySelectorAll(":scope > ul")];
    const rows = [...list.querySelectorAll(":scope > ul > li, :scope > details")].map((row) => ({
      row,
      own: row.parentElement,
      words: plain(row.textContent),
      keys: row.querySelector("small")?.dataset.keys?.split(" ") ?? [],
    }));
    const said = form.querySelector("output");

    /* The rows in the order that is chosen: all in the first list, or each where it was. */
    const arrange = () => {
      const key = order?.value ?? "";
      const by = (one, other) => other.keys[key].localeCompare(one.keys[key], "en", { numeric: true });
      if (order) for (const { row, own } of key ? rows.toSorted(by) : rows) (key ? lists[0] : own).append(row);
    };
    const filter = () => {
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, words } of rows) {
        row.hidden = !wanted.every((word) => words.includes(word));
        shown += !row.hidden;
      }
      for (const own of lists) own.hidden = ![...own.children].some((row) => !row.hidden);
      for (const head of list.querySelectorAll(":scope > h2")) {
        let next = head.nextElementSibling;
        while (next?.hidden) next = next.nextElementSibling; // what stands under it
        head.hidden = Boolean(order?.value) || !next || !next.matches("ul, details");
      }
      said.textContent = wanted.length ? `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")}` : "";
    };
    const sift = () => {
      arrange();
      filter();
    };
    field.addEventListener("input", filter);
    order?.addEventListener("change", sift);
    form.addEventListener("submit", (event) => event.preventDefault());
    sift();
  }
})();
