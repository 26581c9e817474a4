/* The terms of a text, as scripts/unres/search/terms.py makes them for the index: whoever changes one changes both.
   A test compares the two on every word of the collection. */
"use strict";

unres.terms = (() => {
  const { symbol } = unres;
  const STOP = new Set(
    "a all an and as at be by for from has in is it its of on or that the their this to with".split(" "),
  );
  const W = "[\\p{L}\\p{N}]+";
  const PART = `${W}(?:(?:\\.|-(?![a-z]+/))${W})*`;
  const TOKEN = new RegExp(
    `(?<numbered>\\d+(?:\\s?[a-z])?\\s?${symbol.SESSION})` +
      `|(?<symbol>${PART}(?:/${PART})+(?:\\s?${symbol.SESSION}|\\(${W}\\))?)` +
      `|(?<word>${W}(?:'\\p{L}+)?)`,
    "giu",
  );
  const stemmer = new EnglishStemmer();

  // One sign for one sign, so that places found in the plain text are places in the printed one.
  const plain = (text) => text.replace(/[‘’ʼ]/g, "'").replace(/[‐‑‒–—]/g, "-");
  const fold = (text) =>
    plain(text)
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();
  const stem = (word) => (/^[\p{L}']+$/u.test(word) ? stemmer.stemWord(word) : word);

  /* Tokens in reading order: term, all forms, and where it stands in the text. */
  function tokens(text) {
    const found = [];
    const add = (forms, at, end, raw) => found.push({ term: forms[0], forms, at, end, raw });
    for (const match of plain(text).matchAll(TOKEN)) {
      const end = match.index + match[0].length;
      const raw = fold(match[0]);
      if (match.groups.word) add([stem(raw)], match.index, end, raw);
      else if (match.groups.numbered) add(symbol.numbered(raw), match.index, end, raw);
      else if (/\p{N}/u.test(raw)) add(symbol.forms(raw), match.index, end, raw);
      else for (const word of raw.split("/")) add([stem(word)], match.index, end, word);
    }
    return found;
  }

  /* Neighbouring terms with the stop words between them. */
  function links(found) {
    const out = [];
    let link = [];
    for (const { term } of found) {
      if (STOP.has(term)) {
        if (link.length) link.push(term);
        continue;
      }
      if (link.length) out.push([...link, term].join(" "));
      link = [term];
    }
    return out;
  }

  return { STOP, fold, stem, tokens, links };
})();
