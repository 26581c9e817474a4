/* The door to the search: its button, "/" and "?q=" in an address. What is behind it is loaded when somebody
   comes, so that reading costs nothing. */
"use strict";
(() => {
  const { make, load } = unres;
  const TERMS = ["symbol.js", "search/stem.js", "search/terms.js"];
  const REST = ["index", "words", "query", "find", "goto", "results"].map((name) => `search/${name}.js`);
  const BOX = ["choices", "sentences", "box"].map((name) => `search/${name}.js`);
  const style = () => load("search/box.css").catch(() => {}); // unstyled is better than closed
  let box;

  /* The dialog with its field is there at once, so that no letter typed meanwhile is lost. */
  const input = make("input", {
    class: "find-input",
    type: "search",
    "aria-label": "Search, or go to a citation",
    "aria-describedby": "find-status",
    placeholder: "Words, “a phrase”, 61/168, OP8 …",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
  });
  const status = make("p", { class: "find-status", id: "find-status", role: "status" });
  const head = make("div", { class: "find-head", role: "search" }, input);
  const dialog = make("dialog", { class: "find", "aria-label": "Search" }, head, status);

  let entered = false; // Enter was pressed before there was anything to go to
  input.addEventListener("input", () => {
    entered = false;
  });
  input.addEventListener("keydown", (event) => {
    entered ||= event.key === "Enter";
  });

  /* Opens the search; `then` says what it does first. */
  async function open(then = (ready) => ready.ask(entered)) {
    if (!dialog.isConnected) document.body.append(dialog);
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    entered = false;
    try {
      box ??= Promise.all([style(), ...[...TERMS, ...REST, ...BOX].map(load)]).then(() =>
        unres.box(dialog, input, status),
      );
      await then(await box);
    } catch (error) {
      box = undefined;
      status.textContent = error.message;
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-find]")) open();
  });
  document.addEventListener("submit", (event) => {
    // a form of a page that asks for ?q=
    const form = event.target.closest("form[data-find-form]");
    if (!form) return;
    event.preventDefault();
    input.value = new FormData(form).get("q") ?? "";
    open((ready) => ready.ask("citation"));
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const other = typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]");
    if (event.key !== "/" || other) return;
    event.preventDefault();
    open();
  });
  const asked = new URLSearchParams(location.search);
  if (asked.has("q")) {
    input.value = asked.get("q");
    open((ready) => ready.restore(asked, history.state));
  }

  if (document.querySelector("[data-missing]"))
    Promise.all([style(), ...[...TERMS, ...REST, "tools/missing.js"].map(load)]).catch(() => {});

  // Who comes from a result finds the words marked.
  let found;
  try {
    found = JSON.parse(sessionStorage.getItem("unres.found"));
    sessionStorage.removeItem("unres.found");
  } catch {
    // nobody comes from a result
  }
  if (found && !asked.has("q")) {
    Promise.all([...TERMS, "search/marks.js"].map(load)).then(
      () => unres.marks(found),
      () => {},
    );
  }
})();
