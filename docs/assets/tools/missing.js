/* No such page: its address is read as a citation, and what it may mean is offered as the search would offer it. */
"use strict";
(async () => {
  const { root, decoded, make, symbol, index, query, find, goTo, results } = unres;
  const LONGEST = 12; // steps of an address that says something
  const place = document.querySelector("[data-missing]");
  const path = decoded(location.pathname).slice(decoded(root.pathname).length) + decoded(location.hash);
  const asked = path.replace(/(?:index)?\.html(?=#|$)/, "").replace(/\/+(?=#|$)/, "");

  /* What is asked, or the first end of it that names a document: of "en/A/RES/62/160" the last four. */
  const steps = asked.split("/").slice(-LONGEST);
  const typed = steps.map((_, at) => steps.slice(at).join("/")).find((end) => goTo.parse(end)?.document);
  if (!typed) return;

  const offersOf = async () => {
    const head = await index.open();
    const followed = await goTo.follow(typed, head, undefined, { named: query.named, shelf: index.shelf });
    const found = followed?.symbol ? (await find.search(followed.symbol, head, {})).things : [];
    return results.offers(
      head,
      followed,
      found.find(({ document: { name } }) => symbol.isNamed(name, followed.symbol)),
    );
  };
  const alone = () => results.offers({}, { symbol: symbol.official(goTo.parse(typed).document, typed) });
  const offers = await offersOf().catch(alone); // without an index the United Nations may still have it
  if (offers.length) place.replaceChildren(make("p", {}, "Did you mean this?"), make("ol", {}, ...offers));
})();
