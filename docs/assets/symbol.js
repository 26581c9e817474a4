/* Document symbols and addresses: the one script that takes them apart, as unres/symbols.py does where the site is
   made. What is typed comes in folded: small letters, plain hyphens. */
"use strict";
unres.symbol = (() => {
  const { root, decoded } = unres;
  const SESSION = String.raw`\((?:s-)?(?:[ivxl]+|\d{4})\)`;
  /* What names a document as people write it. */
  const WRITTEN = [
    String.raw`[a-z]+(?:/[a-z]+)*/res/(?:(?:e?s-)?\d+/\d+(?: ?[a-z](?![a-z.]))?|\d+ ?(?:[a-z] ?)?${SESSION})`, // A/RES/62/160
    String.raw`(?=\S*\d)[a-z]+(?:/[a-z0-9.\-]+)+(?: ?${SESSION})?`, // E/CN.4/2005/1
    String.raw`(?:e?s-)?\d+/\d+(?: ?[a-z](?![a-z.]))?`, // 62/160, ES-10/14, 51/45 J
    String.raw`\d+ ?(?:[a-z] ?)?${SESSION}`, // 217 A (III), 1325 (2000)
  ].join("|");
  const HOSTS = /^(?:https?:\/\/)?(?:www\.)?(?:docs\.un\.org|undocs\.org)\/(?:(?:ar|zh|en|fr|ru|es)\/)?/i;
  const PARTS = String.raw`preamble|operative|annex(?:-\d+)?|footnotes|references|text|series|changes`;
  const PAGE = new RegExp(`/(?:${PARTS}|(?:committees|subjects|references)/[^/]+)/?$`); // no folder of others
  const PATH = new RegExp(
    String.raw`^(?<folder>[A-Z]+(?:/\w+)*?/RES/.+?)(?:/(?<page>${PARTS}))?(?:/|\.html|/index\.html)?$`,
  );

  const compact = (words) => words.replace(/\s/g, "");
  const unique = (list) => [...new Set(list)];

  /* A symbol and its ends, by which people find it: 61/168 for A/RES/61/168, 1325 for S/RES/1325(2000). */
  const forms = (symbol) => {
    const whole = compact(symbol);
    const parts = whole.split("/");
    const ends = parts.slice(1).map((_, at) => parts.slice(at).join("/"));
    const bare = whole.replace(/\(.*\)$/, "");
    if (bare !== whole) ends.push(...forms(bare), parts.at(-1), bare.slice(bare.lastIndexOf("/") + 1));
    return unique(ends);
  };

  /* The same of a number with its session or year: 217a(iii), 217(iii), 217. */
  const numbered = (printed) => {
    const whole = compact(printed);
    const [, number, session] = /^(\d+)[a-z]?(\(.*)$/.exec(whole);
    return unique([whole, number + session, number]);
  };

  /* A document by what names a resolution: the forms that it may have, and the letter of a part ("51/45 J"). */
  const named = (written) => {
    const bare = compact(written);
    const [, letter] = /^.*\d([a-z])(?:\(.*)?$/.exec(bare) ?? [];
    if (!letter) return { forms: bare.includes("/res/") ? forms(bare) : [bare] };
    return { forms: [bare, bare.replace(/[a-z](\(.*)?$/, "$1")], letter };
  };

  /* The symbol of a document that is not here, as docs.un.org has it; `typed` has its capitals. */
  const official = (written, typed) => {
    const bare = compact(written);
    const letter = /^(.*\d)[a-z](\(.*)?$/.exec(bare);
    if (/^[a-z]+\//.test(bare) && !bare.includes("/res/")) {
      const capitals = compact(typed);
      const at = capitals.toLowerCase().indexOf(bare);
      const kept = at < 0 ? bare : capitals.slice(at, at + bare.length);
      return /[A-Z]/.test(kept) ? kept : bare.toUpperCase();
    }
    const number = (letter ? letter[1] + (letter[2] ?? "") : bare).toUpperCase();
    if (bare.includes("/res/")) return number;
    return `${/\(\d{4}\)$/.test(bare) ? "S" : "A"}/RES/${number}`;
  };

  /* Whether a symbol is what was asked for, with its year or without: S/RES/1325(2000), S/RES/1325. */
  const isNamed = (name, asked) => name === asked || name.replace(/\(\d{4}\)$/, "") === asked;

  /* A pasted address of docs.un.org, undocs.org or of a site like this one as the words of a citation; others stay. */
  const fromAddress = (typed) => {
    let path = typed.replace(HOSTS, "");
    if (path === typed) {
      const found = /^https?:\/\/[^?#]*?\/((?:[A-Z]+\/)+RES\/.*)$/i.exec(typed);
      if (!found) return typed;
      path = found[1];
    }
    const [before, anchor = ""] = decoded(path)
      .replace(/\?[^#]*/, "")
      .split("#");
    const page = before.replace(/\/(?:index\.html)?$|\.html$/, "");
    return anchor ? `${page.replace(/\/(?:preamble|operative|footnotes|text)$/, "")}#${anchor}` : page;
  };

  /* Where an address of this site leads: folder, page and anchor; nothing if it leads elsewhere or to no resolution. */
  const place = (link) => {
    if (!link.href.startsWith(root.href)) return undefined;
    const found = PATH.exec(decoded(link.href.slice(root.href.length)).replace(/[?#].*/, ""));
    return (
      found && {
        folder: `${found.groups.folder}/`,
        page: found.groups.page ?? "",
        anchor: decoded(link.hash.slice(1)),
      }
    );
  };

  /* A path from the site's root on, such as "A/RES/62/160/#op8", as an address of this copy of the site:
     a folder on a disk serves no index by itself, and a flat site has files in the place of folders. */
  const address = (path, flat) => {
    if (/^https?:/.test(path)) return path;
    const [before, anchor] = path.split("#");
    const part = PAGE.test(before) || !before.includes("/RES/");
    let file = before.replace(/([^/])$/, "$1/");
    if (flat && part && file) file = file.replace(/\/$/, ".html");
    else if (flat || location.protocol === "file:") file += "index.html";
    return new URL(file + (anchor ? `#${anchor}` : ""), root).href;
  };

  return { SESSION, WRITTEN, forms, numbered, named, official, isNamed, fromAddress, place, address };
})();
