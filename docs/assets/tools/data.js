/* What a resolution's file quote.js holds (scripts/unres/site/quote_files.py). It is loaded as a script, because that works
   from a folder on a disk too, where nothing can be fetched. */
"use strict";

(() => {
  const { fetched, symbol, whole } = unres;
  const here = document.querySelector("[data-folder]")?.dataset;
  const plain = here && new RegExp(`/${here.page}\\.html$`).test(location.pathname) && here.page !== "index"; // no folder a page
  const waiting = new Map();
  const files = new Map();

  self.unres_quote = (folder, content) => {
    waiting.get(folder)?.(content);
    waiting.delete(folder);
  };

  /* The content of the file in a folder such as "A/RES/62/160/", loaded once. */
  const quote = (folder) => {
    if (!files.has(folder)) {
      const content = new Promise((resolve, reject) => {
        waiting.set(folder, resolve);
        fetched(`${folder}quote.js`).then(() => reject(new Error("What this needs is not on this site.")), reject);
      });
      files.set(folder, content);
      content.catch(() => files.delete(folder));
    }
    return files.get(folder);
  };

  /* An address of quote.js, written from the site's root on, as an address of this copy of the site. */
  const address = (path) => symbol.address(path, plain);

  /* What is known of a place of this page, and its address for ever. */
  const own = (anchor, content) => content.places[whole(here.page, anchor)] ?? {};
  const permanent = (anchor) => address(`${here.folder}#${whole(here.page, anchor)}`);

  Object.assign(unres, { here, quote, address, own, permanent });
})();
