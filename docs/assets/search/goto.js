/* Citations as people write them: "62/160 OP8", "A/RES/62/160 para. 8", "op. 8 (a)", "217 A (III)", "79-12 op 8",
   or an address pasted whole. Only what is a citation as a whole is taken for one; everything else is a search. */
"use strict";
unres.goTo = (() => {
  const { symbol } = unres;
  const { fold } = unres.terms;
  const LONGEST = 200; // signs of a citation; what is longer is no citation
  const BODY = String.raw`(?:(?:the )?(?:united nations |un |u\.n\. )?(?:general assembly|security council|ga|g\.a\.|unga|sc|unsc|assembly|council)(?:'s)? )?`;
  const DOCUMENT = new RegExp(
    String.raw`^(?:the )?${BODY}(?:resolutions?|res\.?|r\.)? ?(?:no\. ?)?(?<document>${symbol.WRITTEN})(?:[,;:.]? |[,;:]|$|/(?=[a-z0-9])|(?=[§#]))`,
  );
  // "79-12" and, where a keyboard has no stroke at hand, "79 12": only if that resolution is here
  const LOOSE = /^(?<session>\d{2})[- ](?<number>\d{1,3})(?=$|[,;:# ])/;
  const NUMBER = String.raw`(?<number>\d+)(?<subs>(?: ?\([a-z]{1,4}\)| ?(?:[a-z]|[ivx]{1,4})(?![a-z]))*)`;
  const PLACES = [
    // tried in this order on what is left
    ["annex", String.raw`(?:the )?annex(?:es)?(?: (?<which>\d+|[ivx]+)\b)?`],
    ["section", String.raw`(?:the )?sect(?:ion|\.)? ?(?<which>[ivxl]+)\b`],
    ["lettered", String.raw`part (?<which>[a-z]|[ivxl]+)\b`],
    [
      "pp",
      String.raw`(?:p\.? ?p\.?|(?:the )?preambular (?:paragraph|para\.?)s?|preamble,? (?:paragraph|para\.?)) ?${NUMBER}`,
    ],
    ["fn", String.raw`(?:(?:foot)?note|fn\.?) ?(?<number>\d+|(?<= )[a-z]\b|\*+)`],
    [
      "op",
      String.raw`(?:o\.? ?p\.?|(?:the )?operative(?: (?:paragraph|para\.?)s?)?|paragraphs?|paras?\.?|p\.?|§|¶|#) ?${NUMBER}`,
    ],
    [
      "page",
      String.raw`(?:the )?(?<which>preamble|operative(?: part| paragraphs)?|footnotes?|notes|full text|text|references)\b`,
    ],
    ["op", NUMBER],
    ["section", String.raw`(?<which>[ivxl]+)(?= o\.? ?p)`],
  ].map(([kind, pattern]) => [kind, new RegExp(`^${pattern}`)]);
  const PAGES = { preamble: "preamble/", operative: "operative/", footnote: "footnotes/", footnotes: "footnotes/" };
  Object.assign(PAGES, { notes: "footnotes/", references: "references/" }); // the full text is the resolution's own page

  /* What a citation says: the document, if it names one, and the place in it; null if it is no citation. */
  function parse(typed) {
    if (typed.length > LONGEST) return null;
    let text = fold(symbol.fromAddress(typed.trim()))
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[.,;]+$/, "");
    // "paragraph 8 of resolution 62/160" says the place first
    const turned = /^(.+?),? (?:of|to|in) (.+)$/.exec(text);
    if (turned && DOCUMENT.test(turned[2])) text = `${turned[2]}, ${turned[1]}`;
    const found = DOCUMENT.exec(text);
    const loose = found ? null : LOOSE.exec(text);
    const citation = { document: found?.groups.document ?? "", loose: Boolean(loose), parts: {} };
    if (loose) citation.document = `${loose.groups.session}/${loose.groups.number}`;
    let rest = text.slice((found ?? loose)?.[0].length ?? 0);
    if (/#(?! ?\d)/.test(rest)) rest = rest.replace(/[#-]/g, " "); // an anchor says the same in small
    rest = rest.replace(/[,;: ]+/y, "").replace(/ +/g, " ");
    while (rest) {
      const step = PLACES.map(([kind, pattern]) => [kind, pattern.exec(rest)]).find(([, match]) => match);
      if (!step) return null;
      const [kind, { 0: whole, groups }] = step;
      if (citation.parts[kind]) return null;
      const subs = [...(groups.subs ?? "").matchAll(/[a-z]+/g)].map(([sub]) => sub);
      citation.parts[kind] = { which: groups.which, number: groups.number, subs };
      rest = rest.slice(whole.length).replace(/^[,;:./]? ?(?:of )?/, "");
    }
    if (!citation.document && citation.parts.page) return null; // "references" alone is a word to search
    return citation.document || Object.keys(citation.parts).length ? citation : null;
  }

  /* The labels that a citation may mean in a resolution, the most exact first: [stem, sub-paragraphs]. */
  function wanted({ section, lettered, pp, op, fn }, annex) {
    if (fn) return [[`fn${fn.number}`, []]];
    const { number, subs } = pp ?? op ?? {};
    if (!number) return [];
    const prefix = [annex?.label, lettered?.which, section?.which].filter(Boolean).map((part) => `${part}/`);
    const names = pp ? [`pp${number}`] : annex ? [number, `p${number}`] : [number];
    return names.map((name) => [prefix.join("") + name, subs.map((sub) => ` (${sub})`)]);
  }

  /* The documents of a place: the exact one, those of any section if the citation names none, else the paragraph
     around a sub-paragraph that is not there. */
  function resolve(parts, { labels, annexes }) {
    const known = new Map(Object.entries(labels).map(([label, number]) => [label.toLowerCase(), number]));
    const annex = parts.annex && annexes[parts.annex.which ?? ""];
    if (parts.annex && !annex) return [];
    for (const [stem, subs] of wanted(parts, annex)) {
      for (let depth = subs.length; depth >= 0; depth--) {
        const label = stem + subs.slice(0, depth).join("");
        if (known.has(label)) return [known.get(label)];
        const inAny = [...known].filter(([name]) => name.endsWith(`/${label}`) && (annex || !name.startsWith("annex")));
        if (inAny.length) return inAny.map(([, number]) => number);
      }
    }
    return parts.op?.number === "1" && known.has("op") ? [known.get("op")] : [];
  }

  /* The page of a part that a citation names without a paragraph; nothing if the resolution has no such part. */
  function page({ annex, page: part, section, lettered }, { pages, annexes }) {
    if (annex) return annexes[annex.which ?? ""]?.page;
    const name = part ? PAGES[part.which.split(" ")[0]] : section || lettered ? "operative/" : undefined;
    return pages.includes(name) || name === "references/" ? name : undefined;
  }

  /* What a citation leads to: {citation, volume, numbers of documents in it, page, missing} or {citation, symbol} of
     what is not here; null for what is no citation. `here` is the volume of the page that is read. */
  async function follow(typed, head, here, { named, shelf }) {
    const citation = parse(typed);
    if (!citation) return null;
    const { parts } = citation;
    const counted = parts.fn ?? parts.pp ?? parts.op;
    const asked = citation.document ? symbol.named(citation.document) : {};
    const volume = citation.document ? named(head, asked.forms) : here;
    if (!volume) {
      if (!citation.document || (citation.loose && !counted)) return null;
      return {
        citation,
        symbol: symbol.official(citation.document, symbol.fromAddress(typed.trim())),
        forms: asked.forms,
      };
    }
    if (asked.letter && !parts.lettered) parts.lettered = { which: asked.letter };
    const known = await shelf(volume);
    const numbers = resolve(parts, known);
    if (numbers.length || !counted) return { citation, volume, numbers: numbers.slice(0, 5), page: page(parts, known) };
    if (!citation.document && !/[a-z§¶#]/i.test(typed)) return null; // a bare number that names nothing here
    const what = parts.fn ? "footnote " : parts.pp ? "PP" : parts.annex ? "annex, §" : "OP";
    return { citation, volume, numbers, missing: what + counted.number };
  }

  return { parse, follow };
})();
