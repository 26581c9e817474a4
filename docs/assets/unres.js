// Copies links, loads the tools of a resolution's page, and helps keyboards. Every page reads and works without it.
(() => {
  "use strict";
  // Copy link: the link itself still leads to its place.
  const said = document.createElement("div");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);
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

  // What a resolution's page does for a hand on it (copy, cite, previews) is loaded when that comes near.
  const folder = new URL("tools/", document.currentScript.src);
  const ready = {};
  const load = (name) => ready[name] ??= new Promise((resolve, reject) => {
    const style = name.endsWith(".css");
    const file = document.createElement(style ? "link" : "script");
    Object.assign(file, style ? { rel: "stylesheet", href: new URL(name, folder) } : { async: false, src: new URL(`${name}.js`, folder) });
    file.onload = resolve;
    file.onerror = () => {
      delete ready[name];
      reject(new Error("Not loaded: is the connection there?"));
    };
    document.head.append(file);
  });
  const MOVES = ["pointerover", "pointerdown", "focusin"];
  const wake = () => {
    for (const move of MOVES) removeEventListener(move, wake);
    for (const name of ["tools.css", "data", "row", "preview"]) load(name).catch(() => {});
  };
  self.unres = { say, load };
  if (document.querySelector("[data-folder]")) {
    for (const move of MOVES) addEventListener(move, wake);
    if (location.hash && matchMedia("(hover: none)").matches) wake(); // a finger shows nothing before it touches
  }

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
