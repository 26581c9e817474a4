/* What keys do on a page of a resolution. */
"use strict";

(() => {
  const { make } = unres;
  const KEYS = {
    j: "next paragraph",
    k: "paragraph before",
    "← →": "in a paragraph: Copy link, Copy text, Cite, then its sub-paragraphs",
    "/": "search, or go to a citation",
    Esc: "close what is open",
    "?": "these keys",
  };
  const rows = Object.entries(KEYS).flatMap(([key, does]) => [
    make("dt", {}, make("kbd", {}, key)),
    make("dd", {}, does),
  ]);
  const close = make("button", { type: "button", click: () => dialog.close() }, "Close");
  const dialog = make(
    "dialog",
    { class: "keys ours", "aria-labelledby": "__keys" },
    make("h2", { id: "__keys" }, "Keys"),
  );
  dialog.append(make("dl", {}, ...rows), close);
  document.body.append(dialog);
  unres.keys = () => dialog.showModal();
})();
