// Copies links, loads the tools of a resolution's page, and helps keyboards. Every page reads and works without it.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);

  /* An element with its attributes and content; a function among the attributes listens to the event of its name. */
  const make = (tag, attributes = {}, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== false) element.setAttribute(name, value);
    }
    element.append(...content);
    return element;
  };

  // Copy link: the link itself still leads to its place.
  const said = document.createElement("div");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);
  let silence;
  const say = (words, time = 3000) => {
    said.replaceChildren(...[words].flat());
    clearTimeout(silence);
    silence = setTimeout(() => {
      said.textContent = "";
    }, time);
  };
  /* The address for ever of an anchor on a page of a resolution: on the page of the whole, where an annex's name goes
     before it, for annexes count anew. It mirrors collection/entry.py. */
  const whole = (page, anchor) => (page.startsWith("annex") && anchor ? `${page}-${anchor}` : anchor);

  // A paragraph's address is that on its resolution's own page, wherever it is copied.
  const here = document.querySelector("[data-folder]")?.dataset;
  const isPart = here && /^(?:preamble|operative|footnotes|annex)/.test(here.page);
  const up = location.protocol === "file:" ? "../index.html" : "../";
  const permanent = (link) =>
    isPart ? new URL(`${up}#${whole(here.page, link.hash.slice(1))}`, location.href).href : link.href;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.headerlink, a.self");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const copied = navigator.clipboard?.writeText(permanent(link)) ?? Promise.reject();
    copied.then(
      () => say("Link copied"),
      () => say("Not copied: the address bar has the link"),
    );
  });

  /* Loads a script or a style sheet from an address below the site's root; scripts run in the order of their asking. */
  const fetched = (path) =>
    new Promise((resolve, reject) => {
      const address = new URL(path, root);
      const style = address.pathname.endsWith(".css");
      const file = style ? make("link", { rel: "stylesheet", href: address }) : make("script", { src: address });
      if (!style) file.async = false;
      file.addEventListener("load", resolve);
      file.addEventListener("error", () => reject(new Error("Not loaded: is the connection there?")));
      document.head.append(file);
      if (!style) for (const end of ["load", "error"]) file.addEventListener(end, () => file.remove());
    });

  /* The same once, for a file of the folder of assets. */
  const ready = {};
  const load = (name) => {
    ready[name] ??= fetched(`assets/${name}`);
    ready[name].catch(() => delete ready[name]);
    return ready[name];
  };
  /* An address as people read it; as it stands where its escapes say nothing. */
  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      return address;
    }
  };
  self.unres = { root, make, say, fetched, load, decoded, whole };

  // An anchor that is not on the page may be another way to write one that is.
  const arrive = () => {
    const anchor = decoded(location.hash.slice(1));
    if (here && anchor && !document.getElementById(anchor))
      load("tools/guess.js").then(
        () => unres.guess(anchor),
        () => {},
      );
  };
  addEventListener("hashchange", arrive);
  arrive();

  // What a resolution's page does for a hand on it (copy, cite, previews) is loaded when that comes near.
  const MOVES = ["pointerover", "pointerdown", "focusin"];
  const wake = () => {
    for (const move of MOVES) removeEventListener(move, wake);
    for (const name of [
      "tools/tools.css",
      "symbol.js",
      "tools/data.js",
      "tools/words.js",
      "tools/row.js",
      "tools/selection.js",
      "tools/preview.js",
    ])
      load(name).catch(() => {});
  };
  if (here) {
    for (const move of MOVES) addEventListener(move, wake);
    if (location.hash && matchMedia("(hover: none)").matches) wake(); // a finger shows nothing before it touches
  }

  // A finger sees no preview: its tap opens the same at the foot of the screen, with the way to where the link leads.
  document.addEventListener("click", (event) => {
    const link = here && event.pointerType === "touch" && event.target.closest("article :is(a.call, a.ref)");
    if (!link) return;
    event.preventDefault();
    wake();
    load("tools/preview.js").then(
      () => unres.sheet(link),
      () => location.assign(link.href),
    );
  });

  // Keys: from paragraph to paragraph, and what keys there are.
  const step = (by) => {
    const stops = [...document.querySelectorAll("article .badge > .headerlink")];
    const limit = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 2;
    const focused = stops.indexOf(document.activeElement?.closest(".badge")?.querySelector(".headerlink"));
    const passed = stops.filter((stop) => stop.parentElement.getBoundingClientRect().top < limit).length - 1;
    const next = stops[Math.max(0, (focused < 0 ? passed : focused) + by)];
    next?.focus({ preventScroll: true });
    next?.parentElement.scrollIntoView();
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (!here || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
      return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?")
      Promise.all([load("tools/tools.css"), load("tools/keys.js")]).then(
        () => unres.keys(),
        () => {},
      );
  });

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
  /* The lines of a heading: numeral and title, without the link to copy. */
  const linesOf = (heading) => {
    const copied = heading?.cloneNode(true);
    for (const link of copied?.querySelectorAll(".headerlink") ?? []) link.remove();
    for (const line of copied?.querySelectorAll("br") ?? []) line.replaceWith("\n");
    return copied ? copied.textContent.trim().split("\n") : [];
  };
  unres.linesOf = linesOf;

  // Each link to copy says what it leads to; those of sub-paragraphs are reached by arrows (tools/row.js).
  const TO = "Copy link to ";
  unres.nameOf = (link) => link.getAttribute("aria-label").replace(TO, "");
  let above = "";
  for (const link of here ? document.querySelectorAll("article :is(.headerlink, a.self)") : []) {
    const block = link.parentElement;
    if (block.matches(".badge")) above = block.firstChild.textContent.trim();
    const number = link.textContent;
    const name = block.matches(".badge")
      ? above
      : block.matches(".item")
        ? `${above} ${number}`.trim()
        : block.matches(".note")
          ? `footnote ${number}`
          : linesOf(block).join(" ");
    link.setAttribute("aria-label", TO + name);
    if (above && block.matches(".item")) link.tabIndex = -1;
  }
  for (const cell of document.querySelectorAll("th:empty")) cell.setAttribute("role", "cell"); // it heads nothing
  // What scrolls sideways is reached by a keyboard, and a table of a resolution has the name of its heading.
  for (const table of document.querySelectorAll("div.table, article table:not(.table table)")) {
    if (table.scrollWidth <= table.clientWidth) continue;
    table.tabIndex = 0;
    if (table.matches("table")) continue;
    let head = table;
    while (head && !/^H\d$/.test(head.tagName)) head = head.previousElementSibling;
    const number = table.id.replace(/^.*?(?=table)/, "").replace(/(?=\d)/, " ");
    table.setAttribute("role", "region");
    table.setAttribute("aria-label", [number, ...linesOf(head)].filter(Boolean).join(", "));
  }
})();
