/* What is copied of a paragraph: its words with numbers, italics and notes, its citation and its address; as HTML and as
   plain text. */
"use strict";

(() => {
  const { make } = unres;
  const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /* The blocks of a paragraph: its own, its sub-paragraphs, its tables. */
  const blocksOf = (owner) => {
    const depth = (block) => Number(/depth-(\d)/.exec(block.className)?.[1] ?? -1);
    const first = owner.matches(".badge") ? owner.nextElementSibling : owner;
    const found = [first];
    if (first.matches(".note")) return found;
    for (let next = first.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches(".table") || (next.matches(".item") && depth(next) > depth(first))) found.push(next);
      else if (!next.matches(":is(p, details).ours")) break;
    }
    return found;
  };

  const raised = (number) => [...number].map((sign) => RAISED[sign] ?? sign).join("");
  const escaped = (text) => make("p", {}, text).innerHTML;

  /* Without what is ours, and with addresses that lead somewhere from anywhere. */
  const bare = (block) => {
    const copied = block.cloneNode(true);
    for (const ours of copied.querySelectorAll(".ours, .headerlink")) ours.remove();
    for (const link of copied.querySelectorAll("a")) {
      if (link.matches(".ref") && /^https?:/.test(link.protocol))
        link.replaceWith(make("a", { href: link.href }, ...link.childNodes));
      else link.replaceWith(...link.childNodes);
    }
    for (const span of copied.querySelectorAll("span")) span.replaceWith(...span.childNodes);
    for (const element of copied.querySelectorAll("*"))
      for (const name of element.getAttributeNames()) if (name !== "href") element.removeAttribute(name);
    return copied;
  };
  const plainOf = (block) => {
    if (block.querySelector("tr"))
      return [...block.querySelectorAll("tr")]
        .map((line) => [...line.cells].map((cell) => cell.textContent.trim()).join("\t"))
        .join("\n");
    const copied = block.cloneNode(true);
    for (const sup of copied.querySelectorAll("sup")) sup.textContent = raised(sup.textContent);
    for (const line of copied.querySelectorAll("br")) line.replaceWith("\n");
    return copied.textContent.trim();
  };

  /* The words of blocks, the notes that they call, and, of a paragraph, its citation and its address. */
  const copied = (content, owner, found = blocksOf(owner)) => {
    const calls = found.flatMap((block) => [...block.querySelectorAll("a.call")]);
    const notes = new Map(calls.map((call) => [call.hash.slice(1), call.textContent]));
    const html = found.map((block) =>
      block.matches(".table") ? bare(block).innerHTML : `<p>${bare(block).innerHTML.trim()}</p>`,
    );
    const plain = found.map((block) => plainOf(bare(block)));
    for (const [anchor, number] of notes) {
      const note = make("p");
      note.innerHTML = content.notes[anchor];
      for (const reference of note.querySelectorAll("a")) reference.replaceWith(...reference.childNodes);
      html.push(`<p><sup>${escaped(number)}</sup> ${note.innerHTML}</p>`);
      plain.push(`${raised(number)} ${plainOf(note)}`);
    }
    if (owner) {
      const link = unres.permanent(owner.id);
      const citation = make("p");
      citation.innerHTML = citations(content, owner)[0];
      html.push(`<p>${citation.innerHTML}<br><a href="${escaped(link)}">${escaped(link)}</a></p>`);
      plain.push(`${citation.textContent}\n${link}`);
    }
    return { html: html.join("\n"), plain: plain.join("\n\n") };
  };

  /* The citations of a paragraph as HTML, in every form. */
  const citations = (content, owner) => {
    const { pins = [], part = "" } = unres.own(owner.id, content);
    const at = content.at[part];
    return content.forms.map(({ style }, form) => {
      const pin = pins[style];
      return pin ? at[form].replace("\ue000", escaped(pin)) : content.whole[form];
    });
  };

  Object.assign(unres, { copied, citations });
})();
