/* Marks the words that were searched for where a result leads to: in the paragraph, or in the whole text. */
"use strict";
unres.marks = (wanted) => {
  const article = document.querySelector("article");
  if (!article || !CSS.highlights) return;
  const forms = new Set(wanted);
  const target = article.querySelector(":target");
  const blocks = [];
  for (let next = target; next; next = next.nextElementSibling) {
    if (next !== target && next.matches(".badge, h2, h3, h4, h5, .item, .note")) break;
    blocks.push(next);
  }
  const ranges = [];
  for (const block of blocks.length ? blocks : [article]) {
    const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode())
      for (const token of unres.terms.tokens(node.data))
        if (token.forms.some((form) => forms.has(form))) {
          const range = new Range();
          range.setStart(node, token.at);
          range.setEnd(node, token.end);
          ranges.push(range);
        }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
};
