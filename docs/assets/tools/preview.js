/* Previews: a note, and a paragraph or resolution of the collection, shown where it is referred to. Shown above the
   line, which has been read, and never on it; it stays while the pointer is on it and goes with Esc (WCAG 1.4.13). */
"use strict";

(() => {
  const { make, quote, address, whole } = unres;
  const { place } = unres.symbol;
  const REST = 250; // ms that a pointer rests on a reference before it is meant
  const CALLS = "article a.call",
    REFERENCES = "article a.ref";

  const box = make("div", { class: "preview ours", id: "__note", role: "tooltip", hidden: "" });
  document.body.append(box);

  let caller, wanted, timer;
  const hide = () => {
    clearTimeout(timer);
    box.hidden = true;
    caller?.removeAttribute("aria-describedby");
    caller = wanted = undefined;
  };
  const hideSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };

  const fromHTML = (html) => {
    const words = make("div", { class: "words" });
    words.innerHTML = html;
    for (const link of words.querySelectorAll("a")) link.href = address(link.getAttribute("href"));
    return words;
  };

  /* What is known of a document that is not here, and the way to who cites it. */
  const contentOutside = async (link) => {
    const { outside } = await quote(unres.here.folder);
    const [head, name, by, path] = outside?.[link.getAttribute("href")] ?? [];
    return (
      head && [
        make("p", { class: "of" }, head),
        ...(name ? [make("p", { class: "title" }, name)] : []),
        make("p", {}, make("a", { href: address(path) }, by)),
      ]
    );
  };

  /* What to show for a link, from the file of the resolution that it leads to. */
  const contentOf = async (link) => {
    if (link.matches(".external")) return contentOutside(link);
    const { folder, page, anchor } = place(link);
    const content = await quote(folder);
    if (link.matches(".call")) return content.notes[anchor] && [fromHTML(content.notes[anchor])];
    if (content.notes[anchor]) return [fromHTML(content.notes[anchor])];
    const cited = content.cited[whole(page, anchor)];
    if (cited)
      return [
        make("p", { class: "of" }, [`Resolution ${content.number}`, cited.name].filter(Boolean).join(", ")),
        fromHTML(cited.words),
      ];
    return [
      make("p", { class: "of" }, [`Resolution ${content.number}`, content.date].filter(Boolean).join(" · ")),
      make("p", { class: "title" }, content.title),
      fromHTML(content.first),
    ];
  };

  const put = (link) => {
    const line = link.getClientRects()[0];
    const header = document.querySelector(".md-header")?.offsetHeight ?? 0;
    const above = line.top - box.offsetHeight - 6;
    const last = [...link.getClientRects()].at(-1);
    const top = above > header ? above : last.bottom + 10;
    const left = Math.min(line.left - 24, document.documentElement.clientWidth - box.offsetWidth - 12);
    box.style.top = `${top + scrollY}px`;
    box.style.left = `${Math.max(12, left)}px`;
  };

  const show = async (link) => {
    clearTimeout(timer);
    if (link === caller) return;
    hide();
    wanted = link;
    const content =
      (await contentOf(link).catch(() => undefined)) ?? (link.note && [make("p", { class: "words" }, link.note)]);
    if (wanted !== link || !content) return;
    caller = link;
    box.replaceChildren(...content);
    box.hidden = false;
    box.scrollTop = 0;
    put(link);
    link.setAttribute("aria-describedby", box.id);
  };

  // For a finger: the same at the foot of the screen, with the way to where the link leads.
  const sheet = make("dialog", { class: "sheet ours" });
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet || event.target.closest("a")) sheet.close(); // beside it, or on the way elsewhere
  });
  document.body.append(sheet);
  unres.sheet = async (link) => {
    hide();
    const content = await contentOf(link).catch(() => undefined);
    if (!content && !link.note) {
      location.assign(link.href);
      return;
    }
    const call = link.matches(".call");
    const words = make("div", {}, ...(content ?? [link.note]));
    const copy = async () => unres.say((await unres.copy(words.textContent.trim())) ? "Copied" : "Not copied");
    const button = (name, click) => make("button", { type: "button", click }, name);
    const to = make("a", { href: link.href }, call ? "To the note" : "Open");
    sheet.setAttribute("aria-label", call ? `Footnote ${link.textContent}` : link.textContent);
    sheet.replaceChildren(
      words,
      make(
        "p",
        { class: "actions" },
        to,
        button("Copy", copy),
        button("Close", () => sheet.close()),
      ),
    );
    sheet.showModal();
  };

  for (const call of document.querySelectorAll("article a.call[title]")) {
    call.note = call.title;
    call.removeAttribute("title");
  }
  const meant = (element) =>
    element?.closest?.(CALLS) ??
    [element?.closest?.(REFERENCES)].find((link) => link && (link.matches(".external") || place(link)));
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = meant(event.target);
    if (box.contains(event.target)) clearTimeout(timer);
    else if (link && link !== caller) {
      clearTimeout(timer);
      timer = setTimeout(show, link.matches(".call") ? 0 : REST, link);
    } else if (link) clearTimeout(timer);
    else if (caller) hideSoon();
    else {
      clearTimeout(timer);
      wanted = undefined;
    }
  });
  document.documentElement.addEventListener("pointerleave", hideSoon);
  document.addEventListener("focusin", (event) => {
    const link = meant(event.target);
    if (link?.matches(":focus-visible")) show(link);
    else if (!box.contains(event.target)) hide();
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === caller || event.target === wanted) hide();
  });
  // A link to a call gives it the focus, but its reader comes from the note.
  for (const arrival of ["hashchange", "load"]) addEventListener(arrival, () => setTimeout(hide));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

  const now = meant(document.querySelector("article a:hover")) ?? meant(document.activeElement);
  if (now?.matches(":hover, :focus-visible") && !now.matches(":target")) show(now);
})();
