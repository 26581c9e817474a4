/* An anchor that is not on the page: another way to write one that is (#OP8, #op8a, #para8, #8), or a sentence that says
   what there is. A part of a resolution sends on to the resolution itself. */
"use strict";

(() => {
  const { make, say } = unres;
  const here = document.querySelector("[data-folder]").dataset;
  const LONGEST = 40; // signs of an anchor that somebody wrote
  const SHOWN = 6; // of the places that it may mean
  const WORDS = [
    [/^(?:op|operative|paragraphs?|paras?|par|p)?(?:paragraphs?|paras?)?(?=\d)/, "op"],
    [/^(?:pp|preambular|preamble)(?:paragraphs?|paras?)?(?=\d)/, "pp"],
    [/^(?:fn|footnote|note)(?=\d)/, "fn"],
  ];
  const KINDS = { op: "operative paragraph", pp: "preambular paragraph", fn: "footnote" };

  const bare = (words) =>
    words
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .replace(/(?<=[a-z])0+(?=\d)/, "");
  const ids = () =>
    [...document.querySelectorAll("article [id]")].map(({ id }) => id).filter((id) => !id.startsWith("fnref"));

  /* The anchors of the page that may be meant, from the most exact way of reading on. */
  const meant = (wanted) => {
    const known = ids();
    const same = known.filter((id) => bare(id) === wanted);
    if (same.length) return same;
    if (wanted.startsWith("annex"))
      return known
        .filter((id) => id.startsWith("annex"))
        .filter((id) => bare(id).endsWith(wanted) || bare(id).startsWith(`${wanted}annex`))
        .slice(0, 1);
    const within = known.filter((id) => bare(id).endsWith(wanted) && id.includes("-") && /^[a-z]+\d/.test(wanted));
    const own = within.filter((id) => !id.startsWith("annex"));
    if (within.length) return own.length ? own : within;
    return wanted === "op1" ? known.filter((id) => id === "op") : [];
  };

  const sentence = (wanted, asked) => {
    const [, kind, number] = /^(op|pp|fn)(\d+)/.exec(wanted) ?? [];
    if (!kind) return `${here.number} has no place called “${asked}”.`;
    const count = ids().filter((id) => new RegExp(`(?:^|-)${kind}\\d*$`).test(id) && !id.startsWith("annex")).length;
    const name = kind === "fn" ? `footnote ${number}` : kind.toUpperCase() + number;
    return `${here.number} has ${count || "no"} ${KINDS[kind]}${count === 1 ? "" : "s"}; there is no ${name}.`;
  };

  const several = (found) => [
    `${here.number} has several:`,
    ...found.slice(0, SHOWN).flatMap((id) => [" ", make("a", { href: `#${id}` }, `#${id}`)]),
    found.length > SHOWN ? ` and ${found.length - SHOWN} more.` : "",
  ];

  unres.guess = (anchor) => {
    const asked = anchor.slice(0, LONGEST);
    const wanted = WORDS.reduce((words, [written, kind]) => words.replace(written, kind), bare(asked));
    const found = anchor.length > LONGEST ? [] : meant(wanted);
    const [around] = /^(?:op|pp)\d+/.exec(wanted) ?? [];
    if (found.length === 1) location.replace(`#${found[0]}`);
    else if (found.length > 1) say(several(found), 20_000);
    else if (around && around !== wanted && document.getElementById(around)) {
      location.replace(`#${around}`);
      say(`${around.toUpperCase()} has no (${wanted.slice(around.length)}).`, 20_000);
    } else if (/^(?:preamble|operative|footnotes|annex)/.test(here.page))
      location.replace(`${location.protocol === "file:" ? "../index.html" : "../"}#${encodeURIComponent(anchor)}`);
    else say(sentence(wanted, asked), 20_000);
  };
})();
