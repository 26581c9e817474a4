/* What is said above the results, in sentences. */
"use strict";
unres.sentences = (() => {
  const { make, index } = unres;
  const LONGEST = 500; // signs of a query; what is longer is cut
  const plural = (count, name) => `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;
  const quoted = (list) => list.map((word) => `“${word}”`).join(", ");

  const welcome = (count) =>
    `${plural(count, "resolution")}, paragraph by paragraph. Type words, a “phrase in quotes”, a symbol, or a citation such as 62/160 OP8.`;

  /* What was done with the query, then what was found. */
  function summary({ found, followed, cited, fixed, whole, narrowed, typedExactly }) {
    const said = [];
    if (whole.length > LONGEST) said.push(`Only the first ${LONGEST} signs are searched for. `);
    if (fixed) {
      const button = make(
        "button",
        { type: "button", class: "find-exact", click: typedExactly },
        `Search for ${whole.slice(0, LONGEST)} instead`,
      );
      said.push("Shown: ", make("b", {}, fixed), ". ", button, " ");
    }
    const others = new Set(found.names.map(({ name, isShort }) => (isShort ? name.long : name.short)));
    if (others.size && found.count) said.push(`Also found: ${quoted([...others])}. `);
    return [...said, found.count ? counted(found) : nothing(found, followed, cited, narrowed)];
  }

  function nothing(found, followed, cited, narrowed) {
    if (followed?.symbol && !cited) return "The United Nations has it, if it has been published.";
    if (followed || found.things.length) return "Press Enter to go there.";
    if (narrowed) return "Nothing found with these choices. Choose all again to see more.";
    if (!found.wanted) return "These words stand in nearly every paragraph. Add one that is rarer.";
    return `Nothing found for ${quoted(found.missing)}. Try fewer or other words.`;
  }

  function counted(found) {
    const volumes = found.groups.reduce((sum, { others }) => sum + 1 + others.length, 0);
    const noun = found.groups[0].volume.kind === index.KIND.MANUAL ? "page" : "resolution";
    const count = `${plural(found.count, "result")} in ${plural(volumes, noun)}`;
    if (found.met >= found.wanted) return `${count}.`;
    const missing = found.missing.length
      ? ` ${quoted(found.missing)} ${found.missing.length > 1 ? "are" : "is"} not found.`
      : "";
    return `No paragraph has all of this.${missing} ${count} with ${found.met} of ${found.wanted}.`;
  }

  return { LONGEST, welcome, summary };
})();
