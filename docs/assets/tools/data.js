/* What a resolution's file quote.js holds (scripts/unres/quotes.py). It is loaded as a script, because that works
   from a folder on a disk too, where nothing can be fetched. */
"use strict";
var unres = self.unres || {};

(() => {
  const root = new URL("../../", document.currentScript.src);
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
      files.set(folder, new Promise((resolve, reject) => {
        waiting.set(folder, resolve);
        const script = document.createElement("script");
        script.src = new URL(`${folder}quote.js`, root);
        script.onerror = () => {
          files.delete(folder);
          reject(new Error("Not loaded: is the connection there?"));
        };
        script.onload = () => script.remove();
        document.head.append(script);
      }));
    }
    return files.get(folder);
  };

  /* Where a link into the collection leads: folder, page and anchor; nothing if it leads elsewhere. */
  const place = (link) => {
    if (!link.href.startsWith(root.href)) return undefined;
    const path = decodeURI(link.href.slice(root.href.length)).replace(/[?#].*/, "");
    const found = /^(A\/RES\/.+?)(?:\/(preamble|operative|annex(?:-\d+)?|footnotes|references|text))?(?:\/|\.html|\/index\.html)?$/.exec(path);
    return found && { folder: `${found[1]}/`, page: found[2] ?? "", anchor: decodeURIComponent(link.hash.slice(1)) };
  };

  /* An address of quote.js, written from the site's root on, as an address of this copy of the site. */
  const address = (path) => {
    if (/^https?:/.test(path)) return path;
    const [page, anchor] = path.split("#");
    const inside = /\/(?:preamble|operative|annex(?:-\d+)?|footnotes)\/$/.test(page);
    const folder = page.replace(/\/?$/, "/");
    const file = plain && inside ? page.replace(/\/$/, ".html") : folder + (plain || location.protocol === "file:" ? "index.html" : "");
    return new URL(file + (anchor ? `#${anchor}` : ""), root).href;
  };

  /* Page and anchor of a place of this page; on the whole text, an annex's name stands before the anchor. */
  const own = (anchor, content) => {
    const annex = /^(annex(?:-\d+)?)-(?=[pu]|[A-Z])(.+)$/.exec(anchor);
    if (here.page !== "text") return { page: here.page, anchor };
    if (annex && content.places[annex[1]]?.[annex[2]]) return { page: annex[1], anchor: annex[2] };
    return { page: Object.keys(content.places).find((page) => content.places[page][anchor]), anchor };
  };

  Object.assign(unres, { root, here, quote, place, address, own });
})();
