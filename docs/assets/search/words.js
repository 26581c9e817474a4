/* Slips of the pen, and the short names of the United Nations. A word is a slip if no document prints it and a common
   word is near; what documents print is never taken for a slip. */
"use strict";
unres.words = (() => {
  const { terms, index } = unres;
  const SHORTEST = 4; // letters; shorter words are too near to each other
  const LONG = 8; // letters from which two slips are allowed
  const ENOUGH = 20; // documents that have a word's stem: then there is nothing to help with
  let common, names;

  /* The common words with how common they are, from the text of unres/site/search/words.py. */
  async function vocabulary() {
    if (common) return common;
    const { words } = await index.file("words");
    common = new Map();
    let last = "";
    for (const [, shared, rest, count] of words.matchAll(/(\d)([a-z]*)([A-Z])/g)) {
      last = last.slice(0, Number(shared)) + rest;
      common.set(last, count.charCodeAt(0) - 64);
    }
    return common;
  }

  /* How many letters are wrong, left out, too many or exchanged with their neighbour; stops beyond `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [],
      last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row++) {
      const line = [row];
      let least = row;
      for (let at = 1; at <= other.length; at++) {
        const same = one[row - 1] === other[at - 1];
        let value = Math.min(last[at] + 1, line[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
          value = Math.min(value, before[at - 2] + 1);
        line.push(value);
        least = Math.min(least, value);
      }
      if (least > most) return most + 1;
      [before, last] = [last, line];
    }
    return last[other.length];
  }

  /* The common word that is meant by one that no document prints; nothing if none is near. */
  async function nearest(word) {
    const known = await vocabulary();
    const most = word.length >= LONG ? 2 : 1;
    let best,
      worth = -1;
    for (const [other, count] of known) {
      const far = distance(word, other, most);
      if (far > most) continue;
      // a letter counts more than any count of documents; people know how a word begins
      const found = (most - far) * 100 + count + (other[0] === word[0] ? 8 : 0);
      if (found > worth) [best, worth] = [other, found];
    }
    return best;
  }

  /* Whether documents print a word. */
  async function isPrinted(word, head) {
    if ((await vocabulary()).has(word)) return true;
    const stem = terms.stem(word);
    if (stem === word) return Boolean(await index.term(head, stem));
    return (await index.rareWords(head, stem)).includes(word);
  }

  /* What was typed with its slips corrected; `unfinished` says whether the last word may be one that is still typed.
     Gives the new text and the corrected words, or nothing if there is no slip. */
  async function corrected(typed, head, unfinished) {
    const found = [...typed.matchAll(/[\p{L}'’]+/gu)].filter((match) => !touchesNumber(typed, match));
    const fixes = await Promise.all(
      found.map(async (match) => {
        const word = terms.fold(match[0]).replace(/'s?$/, "");
        if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || (await isName(match[0]))) return undefined;
        const list = await index.term(head, terms.stem(word));
        if (list?.documents.length >= ENOUGH || (await isPrinted(word, head))) return undefined;
        const last = match.index + match[0].length === typed.length;
        if (unfinished && last && (await index.completions(head, word)).some(([name]) => name.startsWith(word)))
          return undefined;
        const meant = await nearest(word);
        return meant && terms.stem(meant) !== terms.stem(word) ? meant : undefined; // another ending is no slip
      }),
    );
    let text = "",
      at = 0;
    fixes.forEach((fix, order) => {
      if (!fix) return;
      const match = found[order];
      text += typed.slice(at, match.index) + fix;
      at = match.index + match[0].length;
    });
    return at ? text + typed.slice(at) : undefined;
  }

  const touchesNumber = (text, { 0: word, index: at }) =>
    /[\p{N}/]/u.test(text[at - 1] ?? "") || /[\p{N}/]/u.test(text[at + word.length] ?? "");

  async function namesOf() {
    if (!names) {
      const content = await index.file("acronyms");
      const words = new Set(content.words);
      names = Object.entries(content.names).map(([short, long]) => ({
        short,
        long,
        inCapitals: words.has(short),
        terms: terms.tokens(long).filter(({ term }) => !terms.STOP.has(term)),
        links: terms.links(terms.tokens(long)),
      }));
    }
    return names;
  }

  const isName = async (word) =>
    (await namesOf()).some(({ short }) => short === word || short === word.replace(/s$/, ""));

  /* The short names among words, and the long ones: [{name, at, length, isShort}], by the place of the first word. */
  async function namesIn(words) {
    const found = [];
    for (const name of await namesOf()) {
      const short = name.short.toLowerCase();
      words.forEach(({ raw, printed }, at) => {
        const alike = name.inCapitals
          ? printed === name.short
          : raw === short || (raw === `${short}s` && short.length > 2);
        if (alike) found.push({ name, at, length: 1, isShort: true });
        else if (name.terms.every(({ term }, order) => words[at + order]?.term === term))
          found.push({ name, at, length: name.terms.length, isShort: false });
      });
    }
    return found;
  }

  return { corrected, namesIn, distance };
})();
