/* Results as lists of links: what is gone to, what has a page of its own, resolutions with their paragraphs. */
"use strict";
unres.results = (() => {
  const { make, index, terms, symbol } = unres;
  const HITS = 3; // paragraphs of a resolution that are shown at first; a button shows more
  const LENGTH = 180; // signs of a text in a result
  const OFFERED = 400; // and of a paragraph that is gone to

  const addressOf = (head, path) => symbol.address(path, head.flat);

  /* The stretch of a text that has most of the marked terms, as pieces: [words, whether they are marked]. */
  function snippet(text, marked, length = LENGTH) {
    const found = terms.tokens(text).filter(({ forms }) => forms.some((form) => marked.has(form)));
    let best = 0,
      most = 0;
    const inside = new Map(); // of the stretch from a token on: how often each term stands in it
    let next = 0;
    found.forEach(({ at, term }, first) => {
      next = Math.max(next, first);
      for (; next < found.length && found[next].end <= at + length; next++)
        inside.set(found[next].term, (inside.get(found[next].term) ?? 0) + 1);
      if (inside.size > most) [best, most] = [first, inside.size];
      if (inside.get(term) > 1) inside.set(term, inside.get(term) - 1);
      else inside.delete(term);
    });
    let start = found.length ? found[best].at : 0;
    if (start + 20 < length && start < 60) start = 0;
    else start = Math.max(0, text.lastIndexOf(" ", Math.max(0, start - 30)) + 1);
    let end = text.length;
    if (end - start > length) end = Math.max(text.lastIndexOf(" ", start + length), start + 1);
    const last = found.find((token) => token.at < end && token.end > end);
    if (last) end = last.end; // a symbol is never cut
    const pieces = [[start ? "… " : "", false]];
    let at = start;
    for (const token of found) {
      if (token.at < at || token.end > end) continue;
      pieces.push([text.slice(at, token.at), false], [text.slice(token.at, token.end), true]);
      at = token.end;
    }
    pieces.push([text.slice(at, end), false], [end < text.length ? " …" : "", false]);
    return pieces.filter(([piece]) => piece);
  }

  function words(text, marked, length) {
    const pieces = snippet(text, marked, length).map(([piece, isMarked]) =>
      isMarked ? make("mark", {}, piece) : piece,
    );
    return make("span", { class: "find-text" }, ...pieces);
  }

  /* A paragraph as a link, with its name and its words. */
  async function item(head, { volume, number }, marked) {
    const { title, name, path, text, opening } = await index.read(volume, number);
    const where = make("span", { class: "find-where" }, [volume.number || title, name].filter(Boolean).join(" · "));
    if (opening) where.append(" · ", make("i", {}, opening));
    if (volume.number && !name && !opening) where.append(" · ", "Resolution");
    return make("li", {}, make("a", { href: addressOf(head, path) }, where, words(text, marked)));
  }

  /* What is gone to, with the words that stand there. */
  async function offers(head, followed, cited) {
    if (!followed) return [];
    const { volume, numbers, page, missing } = followed;
    if (!volume) {
      const official = `https://docs.un.org/en/${cited?.document.name ?? followed.symbol}`;
      const links = cited
        ? [[addressOf(head, cited.document.path), `Go to ${followed.symbol}`, cited.document.text]]
        : [];
      links.push([official, `${followed.symbol} is not on this site. Read it at the United Nations`, ""]);
      return links.map(([href, said, text]) => offer(href, said, text));
    }
    if (missing)
      return [offer(addressOf(head, volume.path), `${volume.number} has no ${missing}. Go to ${volume.number}`, "")];
    if (!numbers.length) {
      const { title } = await index.shelf(volume);
      const part = page ? ` · ${page.slice(0, -1).replace("-", " ")}` : "";
      return [offer(addressOf(head, volume.path + (page ?? "")), `Go to ${volume.number}${part}`, page ? "" : title)];
    }
    const found = await Promise.all(numbers.map((number) => index.read(volume, volume.first + number)));
    return found.map(({ name, path, text }) =>
      offer(
        addressOf(head, path),
        `Go to ${volume.number} · ${name}`,
        text.length > OFFERED ? `${text.slice(0, OFFERED)} …` : text,
      ),
    );
  }

  function offer(href, said, text) {
    const shown = text ? [make("span", { class: "find-text" }, text)] : [];
    return make("li", { class: "find-offer" }, make("a", { href }, make("span", { class: "find-go" }, said), ...shown));
  }

  /* A document, session, committee or subject that has a page of its own. */
  const thing = (head, { document: { name, path, text } }) =>
    make(
      "li",
      { class: "find-thing" },
      make(
        "a",
        { href: addressOf(head, path) },
        make("span", { class: "find-where" }, name),
        make("span", { class: "find-text" }, text),
      ),
    );

  /* A button that puts more items into a list, and the focus on the first of them. */
  function more(list, said, fetch) {
    const button = make("button", { class: "find-more", type: "button", click: show }, said);
    async function show() {
      const items = await fetch();
      button.remove();
      list.append(...items);
      items[0].querySelector("a").focus();
    }
    return button;
  }

  /* A resolution with its paragraphs, those of other years folded. */
  async function group(head, { volume, hits, others }, marked) {
    const [{ title }, ...items] = await Promise.all([
      index.read(volume, hits[0].number),
      ...hits.slice(0, HITS).map((hit) => item(head, hit, marked)),
    ]);
    const list = make("ol", {}, ...items);
    const shown = make("li", {}, make("h2", {}, volume.number ? `${volume.number}. ${title}` : title), list);
    if (hits.length > HITS) {
      const rest = () => Promise.all(hits.slice(HITS).map((hit) => item(head, hit, marked)));
      shown.append(more(list, `${hits.length - HITS} more in ${volume.number || title}`, rest));
    }
    if (others.length) {
      const numbers = others.map((other) => other.volume.number).join(", ");
      const years = () => Promise.all(others.map((other) => item(head, other.hits[0], marked)));
      shown.append(more(list, `Also in ${numbers}`, years));
    }
    return shown;
  }

  return { offers, thing, group, snippet };
})();
