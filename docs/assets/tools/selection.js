/* Several paragraphs selected and copied: what Copy text gives for each, in their order, of the words that are selected. */
"use strict";

(() => {
  const { here, quote } = unres;
  const BLOCKS = ".section, .enacting, .operative, .preambular, .annex, .item, .note, .table, .closing";
  let content;

  /* What a block belongs to: the name above it, or the note that it is. */
  const paragraphOf = (block) => {
    let above = block;
    while (above && !above.matches(".badge, .note, .section")) above = above.previousElementSibling;
    return above?.matches(".section") ? undefined : above;
  };

  /* What is selected of the text: of each paragraph its blocks, cut to the selection; of a heading itself. */
  const selected = () => {
    const selection = getSelection();
    const article = document.querySelector("article");
    if (!selection.rangeCount || selection.isCollapsed || !article) return [];
    const range = selection.getRangeAt(0);
    const found = [];
    for (const block of article.querySelectorAll(BLOCKS)) {
      if (!range.intersectsNode(block)) continue;
      const part = cut(block, range);
      if (!part) continue;
      const owner = block.matches(".enacting, .closing") ? undefined : paragraphOf(block);
      const last = found.at(-1);
      if (owner && last?.owner === owner) last.blocks.push(part);
      else found.push({ owner, blocks: [part] });
    }
    return found;
  };

  const cut = (block, range) => {
    const part = document.createRange();
    part.selectNodeContents(block);
    if (block.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (block.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    if (!part.toString().trim()) return undefined;
    const copied = block.cloneNode(false);
    copied.append(part.cloneContents());
    return copied;
  };

  // What the citations need is there before anybody copies: a clipboard waits for nothing.
  document.addEventListener("selectionchange", async () => {
    if (!content && !getSelection().isCollapsed) content = await quote(here.folder).catch(() => undefined);
  });

  document.addEventListener("copy", (event) => {
    const found = content && !event.target.closest?.("input, textarea, dialog") ? selected() : [];
    const paragraphs = found.filter(({ owner }) => owner).length;
    if (paragraphs < 2) return;
    const texts = found.map(({ owner, blocks }) => unres.copied(content, owner, blocks));
    event.clipboardData.setData("text/plain", texts.map(({ plain }) => plain).join("\n\n"));
    event.clipboardData.setData("text/html", texts.map(({ html }) => html).join("\n"));
    event.preventDefault();
    unres.say(`${paragraphs} paragraphs copied with their citations`);
  });
})();
