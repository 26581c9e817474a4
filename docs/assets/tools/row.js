/* The row beside a paragraph: Copy text, Cite, and the way to report a wrong word, after the Copy link that is always
   there. One row for the page: it stands at the paragraph that the pointer, the finger or the focus is at, so that
   nobody tabs through a hundred. */
"use strict";

(() => {
  const { make, here, quote } = unres;

  // The row

  const copy = make("button", { type: "button", tabindex: "-1", click: () => copyText() }, "Copy text");
  const cite = make(
    "button",
    { type: "button", tabindex: "-1", "aria-haspopup": "dialog", click: () => openDialog() },
    "Cite",
  );
  const report = make("a", { tabindex: "-1" }, "Wrong word?");
  const tools = here.report ? [copy, cite, report] : [copy, cite]; // where the site names its repository (main.html)
  const row = make("span", { class: "tools ours" }, ...tools);
  let owner; // the heading or the numbered paragraph that the row stands at

  /* What a paragraph's row stands at: its short name, or the number of a sub-paragraph or note. */
  const ownerOf = (element) => {
    const block = element?.closest?.(".badge, .operative, .preambular, .annex, .item, .note");
    if (!block || !block.closest("article")) return undefined;
    if (block.matches(".badge")) return block;
    if (block.matches(".item, .note")) return block.querySelector(":scope > a.self") ? block : undefined;
    return block.previousElementSibling?.matches(".badge") ? block.previousElementSibling : undefined;
  };

  const linkOf = (block) => block.querySelector(":scope > :is(.headerlink, a.self)");
  const nameOf = (block) => unres.nameOf(linkOf(block));

  /* What the form of .github/ISSUE_TEMPLATE/word.yml is filled in with; nobody else has the address of a folder on a disk. */
  const reported = (name, anchor) => {
    const place = `${here.symbol}, ${name}`;
    return { title: place, place, address: location.protocol === "file:" ? "" : unres.permanent(anchor) };
  };

  const put = (next) => {
    if (!next || next === owner) return;
    owner = next;
    const name = nameOf(next);
    copy.setAttribute("aria-label", `Copy text of ${name}`);
    cite.setAttribute("aria-label", `Cite ${name}`);
    report.setAttribute("aria-label", `Wrong word? Report it: ${name}`);
    if (here.report) report.href = `${here.report}&${new URLSearchParams(reported(name, next.id))}`;
    next.append(row); // after the words of a sub-paragraph, whose number begins its line
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && !row.querySelector(":focus-visible")) put(ownerOf(event.target));
  });
  document.addEventListener("click", (event) => put(ownerOf(event.target)));
  document.addEventListener("focusin", (event) => put(ownerOf(event.target)));
  const target = () => put(ownerOf(document.querySelector(":target")));
  addEventListener("hashchange", target);
  target();
  put(ownerOf(document.querySelector("article :is(p, h2, h3, h4, h5):hover")) ?? ownerOf(document.activeElement));
  const load = () => quote(here.folder).catch(() => {});
  for (const event of ["pointerenter", "focusin"]) row.addEventListener(event, load);

  // One stop a paragraph; arrows go on within it, from Copy link through the row, and to its sub-paragraphs.
  const owners = (block) => {
    const found = [block];
    for (let next = block.nextElementSibling; next && !next.matches(".badge, .section"); next = next.nextElementSibling)
      if (next.matches(".item") && linkOf(next)) found.push(next);
    return found;
  };
  document.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !owner?.contains(event.target)) return;
    let head = owner;
    while (head.previousElementSibling && !head.matches(".badge, .note")) head = head.previousElementSibling;
    const links = owners(head).map(linkOf);
    const now = links.indexOf(linkOf(owner));
    const stops = [...links.slice(0, now + 1), ...tools, ...links.slice(now + 1)];
    const at = stops.indexOf(event.target);
    if (at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  });

  // The clipboard

  /* Puts both forms on the clipboard; whoever has no clipboard there (http) gets them by the old way. */
  unres.copy = async (plain, html) => {
    const types = { "text/plain": plain, ...(html && { "text/html": html }) };
    try {
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])),
        ),
      ]);
      return true;
    } catch {
      let done = false;
      const fill = (event) => {
        for (const [type, text] of Object.entries(types)) event.clipboardData.setData(type, text);
        event.preventDefault();
        event.stopImmediatePropagation();
        done = true;
      };
      document.addEventListener("copy", fill, true);
      document.execCommand("copy");
      document.removeEventListener("copy", fill, true);
      return done;
    }
  };

  const copyText = async () => {
    unres.say(""); // so that the same words are said again
    try {
      const { plain, html } = unres.copied(await quote(here.folder), owner);
      unres.say(
        (await unres.copy(plain, html))
          ? "Text copied with its citation"
          : "Not copied: this browser does not let pages copy",
      );
    } catch (error) {
      unres.say(error.message);
    }
  };
  const openDialog = async () => {
    try {
      const [content] = await Promise.all([quote(here.folder), unres.load("tools/cite.js")]);
      unres.showCitations(content, unres.citations(content, owner), nameOf(owner), owner.id);
    } catch (error) {
      unres.say(error.message);
    }
  };
})();
