/* The row beside a paragraph: Copy text, Cite, after the Copy link that is always there. One row for the page: it
   stands at the paragraph that the pointer, the finger or the focus is at, so that nobody tabs through a hundred. */
"use strict";

(() => {
  const { make, here, quote } = unres;
  const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  // The row

  const copy = make("button", { type: "button", tabindex: "-1", click: () => copyText() }, "Copy text");
  const cite = make(
    "button",
    { type: "button", tabindex: "-1", "aria-haspopup": "dialog", click: () => openDialog() },
    "Cite",
  );
  const row = make("span", { class: "tools ours" }, copy, cite);
  let owner; // the heading or the numbered paragraph that the row stands at

  /* What a paragraph's row stands at: its short name, or the number of a sub-paragraph or note. */
  const ownerOf = (element) => {
    const block = element?.closest?.(".badge, .operative, .preambular, .annex, .item, .note");
    if (!block || !block.closest("article")) return undefined;
    if (block.matches(".badge")) return block;
    if (block.matches(".item, .note")) return block.querySelector(":scope > a.self") ? block : undefined;
    return block.previousElementSibling?.matches(".badge") ? block.previousElementSibling : undefined;
  };

  /* "OP8", "OP8 (a)", "3" of a note. */
  const nameOf = (block) => {
    if (block.matches(".badge")) return block.firstChild.textContent.trim();
    let above = block;
    while (above && !above.matches(".badge")) above = above.previousElementSibling;
    const number = block.querySelector(":scope > a.self").textContent;
    if (block.matches(".note")) return `footnote ${number}`;
    return above ? `${above.firstChild.textContent.trim()} ${number}` : number;
  };

  const put = (next) => {
    if (!next || next === owner) return;
    owner = next;
    const name = nameOf(next);
    copy.setAttribute("aria-label", `Copy text of ${name}`);
    cite.setAttribute("aria-label", `Cite ${name}`);
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

  // One stop a paragraph; arrows go on within it.
  document.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !owner?.contains(event.target)) return;
    const stops = [owner.querySelector(":scope > :is(.headerlink, a.self)"), copy, cite];
    const at = stops.indexOf(event.target);
    if (at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  });

  // The words

  /* The blocks of a paragraph: its own, its sub-paragraphs, its tables. */
  const blocks = () => {
    const depth = (block) => Number(/depth-(\d)/.exec(block.className)?.[1] ?? -1);
    const first = owner.matches(".badge") ? owner.nextElementSibling : owner;
    const found = [first];
    if (first.matches(".note")) return found;
    for (let next = first.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches(".table") || (next.matches(".item") && depth(next) > depth(first))) found.push(next);
      else if (!next.matches(":is(p, details).ours")) break;
    }
    return found;
  };

  const raised = (number) => [...number].map((sign) => RAISED[sign] ?? sign).join("");
  const escaped = (text) => make("p", {}, text).innerHTML;

  /* Without what is ours, and with addresses that lead somewhere from anywhere. */
  const bare = (block) => {
    const copied = block.cloneNode(true);
    for (const ours of copied.querySelectorAll(".ours")) ours.remove();
    for (const link of copied.querySelectorAll("a")) {
      if (link.matches(".ref") && /^https?:/.test(link.protocol))
        link.replaceWith(make("a", { href: link.href }, ...link.childNodes));
      else link.replaceWith(...link.childNodes);
    }
    for (const span of copied.querySelectorAll("span")) span.replaceWith(...span.childNodes);
    for (const element of copied.querySelectorAll("*"))
      for (const name of element.getAttributeNames()) if (name !== "href") element.removeAttribute(name);
    return copied;
  };
  const plainOf = (block) => {
    if (block.querySelector("tr"))
      return [...block.querySelectorAll("tr")]
        .map((line) => [...line.cells].map((cell) => cell.textContent.trim()).join("\t"))
        .join("\n");
    const copied = block.cloneNode(true);
    for (const sup of copied.querySelectorAll("sup")) sup.textContent = raised(sup.textContent);
    for (const line of copied.querySelectorAll("br")) line.replaceWith("\n");
    return copied.textContent.trim();
  };

  /* The words, the notes that they call, the citation and the address. */
  const words = (content) => {
    const found = blocks();
    const link = unres.permanent(owner.id);
    const calls = found.flatMap((block) => [...block.querySelectorAll("a.call")]);
    const notes = new Map(calls.map((call) => [call.hash.slice(1), call.textContent]));
    const cited = citations(content)[0];
    const html = found.map((block) =>
      block.matches(".table") ? bare(block).innerHTML : `<p>${bare(block).innerHTML.trim()}</p>`,
    );
    const plain = found.map((block) => plainOf(bare(block)));
    for (const [anchor, number] of notes) {
      const note = make("p");
      note.innerHTML = content.notes[anchor];
      for (const reference of note.querySelectorAll("a")) reference.replaceWith(...reference.childNodes);
      html.push(`<p><sup>${escaped(number)}</sup> ${note.innerHTML}</p>`);
      plain.push(`${raised(number)} ${plainOf(note)}`);
    }
    html.push(`<p>${cited}<br><a href="${escaped(link)}">${escaped(link)}</a></p>`);
    const citation = make("p");
    citation.innerHTML = cited;
    plain.push(`${citation.textContent}\n${link}`);
    return { html: html.join("\n"), plain: plain.join("\n\n") };
  };

  /* The citations of the paragraph that the row stands at, as HTML, in every form. */
  const citations = (content) => {
    const { pins = [], part = "" } = unres.own(owner.id, content);
    const at = content.at[part];
    return content.forms.map(({ style }, form) => {
      const pin = pins[style];
      return pin ? at[form].replace("\ue000", escaped(pin)) : content.whole[form];
    });
  };

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
      const { plain, html } = words(await quote(here.folder));
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
      unres.showCitations(content, citations(content), nameOf(owner), owner.id);
    } catch (error) {
      unres.say(error.message);
    }
  };
})();
