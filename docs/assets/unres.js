// Copies links, shows notes where they are called, and helps keyboards. Every page reads and works without it.
(() => {
  "use strict";
  const make = (className, role) => {
    const element = document.createElement("div");
    element.className = className;
    element.setAttribute("role", role);
    return document.body.appendChild(element);
  };

  // Copy link: the link itself still leads to its place.
  const said = make("said", "status");
  let silence;
  const say = (words) => {
    said.textContent = words;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; }, 3000);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.headerlink, a.self");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject();
    copied.then(() => say("Link copied"), () => say("Not copied: the address bar has the link"));
  });

  // Notes: shown above the line that calls them, which has been read, and never on that line itself.
  const note = make("preview ours", "tooltip");
  note.id = "__note";
  note.hidden = true;
  let caller, leaving;
  const hide = () => {
    clearTimeout(leaving);
    note.hidden = true;
    caller?.removeAttribute("aria-describedby");
    caller = undefined;
  };
  const hideSoon = () => { clearTimeout(leaving); leaving = setTimeout(hide, 200); };
  const show = (call) => {
    clearTimeout(leaving);
    if (call === caller) return;
    hide();
    caller = call;
    note.textContent = call.note;
    note.hidden = false;
    call.setAttribute("aria-describedby", note.id);
    const line = call.getBoundingClientRect();
    const header = document.querySelector(".md-header")?.offsetHeight ?? 0;
    const above = line.top - note.offsetHeight - 6;
    const top = above > header ? above : line.bottom + 10;
    const left = Math.min(line.left - 24, document.documentElement.clientWidth - note.offsetWidth - 12);
    note.style.top = `${top + scrollY}px`;
    note.style.left = `${Math.max(12, left)}px`;
  };
  for (const call of document.querySelectorAll("a.call[title]")) {
    call.note = call.title;
    call.removeAttribute("title");
    call.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(call));
    call.addEventListener("pointerleave", hideSoon);
    call.addEventListener("focus", () => show(call));
    call.addEventListener("blur", hide);
  }
  note.addEventListener("pointerenter", () => clearTimeout(leaving));
  note.addEventListener("pointerleave", hideSoon);
  // A link to a call gives it the focus, but its reader comes from the note.
  for (const arrival of ["hashchange", "load"]) addEventListener(arrival, () => setTimeout(hide));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

  // The theme opens the menu by a label; a keyboard reaches buttons only.
  for (const label of document.querySelectorAll("label.md-header__button[for=__drawer]")) {
    const button = document.createElement("button");
    button.className = label.className;
    button.setAttribute("for", label.htmlFor); // the theme's styles ask for it
    button.setAttribute("aria-label", "Contents");
    button.append(...label.childNodes);
    button.addEventListener("click", () => document.getElementById(label.htmlFor).click());
    label.replaceWith(button);
  }
  for (const table of document.querySelectorAll("div.table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }

  // Print: says where and when it was printed.
  const imprint = document.querySelector(".imprint");
  const source = imprint?.textContent;
  if (imprint) addEventListener("beforeprint", () => {
    const date = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    imprint.textContent = `${source} · printed from ${location.origin}${location.pathname} on ${date}`;
  });

  // No such page: what was asked for may be a document that the United Nations has.
  const official = document.querySelector("[data-official]");
  if (official) {
    const part = /(?:preamble|operative|footnotes|references|text|annex(?:-\d+)?)?\/?$/;
    const path = location.pathname.replace(/%28/gi, "(").replace(/%29/g, ")").replace(part, "");
    const asked = /\/((?:[AES]|ST)\/[\w/.()-]*\w\)?)/.exec(path);
    const link = official.querySelector("a");
    if (asked) {
      link.href += asked[1];
      link.textContent = asked[1];
      official.replaceChildren("If the United Nations has published it, the official document is ", link, ".");
    }
  }
})();
