// Filters and orders a list: loaded when its field is turned to. The list is whole without it.
"use strict";
(() => {
  const plain = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  for (const form of document.querySelectorAll("form.sift")) {
    const [field, order] = [form.querySelector("input"), form.querySelector("select")];
    const list = form.parentElement;
    const lists = [...list.querySelectorAll(":scope > ul")];
    const rows = lists.flatMap((own) =>
      [...own.children].map((row) => ({
        row,
        own,
        words: plain(row.textContent),
        keys: row.querySelector("small")?.dataset.keys?.split(" ") ?? [],
      })),
    );
    const said = form.querySelector("output");

    /* The rows in the order that is chosen: all in the first list, or each where it was. */
    const arrange = () => {
      const key = order?.value ?? "";
      const by = (one, other) => other.keys[key].localeCompare(one.keys[key], "en", { numeric: true });
      for (const { row, own } of key ? rows.toSorted(by) : rows) (key ? lists[0] : own).append(row);
    };
    const filter = () => {
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, words } of rows) {
        row.hidden = !wanted.every((word) => words.includes(word));
        shown += !row.hidden;
      }
      for (const own of lists) {
        const head = /^H\d$/.test(own.previousElementSibling?.tagName) ? own.previousElementSibling : undefined;
        own.hidden = ![...own.children].some((row) => !row.hidden);
        if (head) head.hidden = own.hidden || Boolean(order?.value);
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
