/* The dialog of citations: each style with its Copy, and the formats of literature managers to copy or download. */
"use strict";

(() => {
  const { root, make, here, copy } = unres;

  const button = (text, label, click) => make("button", { type: "button", "aria-label": label, click }, text);

  const title = make("h2", { id: "__cite" });
  const styles = make("dl");
  const files = make("ul");
  const share = make("ul");
  const status = make("p", { role: "status" });
  const dialog = make(
    "dialog",
    { class: "cite ours", "aria-labelledby": "__cite" },
    make(
      "div",
      { class: "head" },
      title,
      button("Close", "Close", () => dialog.close()),
    ),
    styles,
    share,
    make("h3", {}, "The whole resolution, for literature managers"),
    files,
    status,
  );
  dialog.addEventListener("click", (event) => {
    const box = dialog.getBoundingClientRect(); // a click beside it closes, as Esc does
    if (
      event.target === dialog &&
      (event.clientY < box.top || event.clientY > box.bottom || event.clientX < box.left || event.clientX > box.right)
    )
      dialog.close();
  });
  document.body.append(dialog);

  const copied = async (name, plain, html) => {
    status.textContent = "";
    status.textContent = (await copy(plain, html)) ? `${name} copied` : "Not copied: select the text and copy it";
  };

  /* The address of the small page that unfolds in chats; a folder on a disk has none. */
  const card = (content, anchor) => {
    const path = unres.own(anchor, content).card;
    return path && location.protocol !== "file:" ? [new URL(here.folder + path, root).href] : [];
  };

  unres.showCitations = (content, citations, name, anchor) => {
    title.textContent = `Cite resolution ${content.number}, ${name}`;
    status.textContent = "";
    styles.replaceChildren(
      ...content.forms.flatMap(({ name: form }, at) => {
        const words = make("dd");
        words.innerHTML = citations[at];
        const plain = words.textContent;
        const term = make(
          "dt",
          {},
          form,
          button("Copy", `Copy: ${form}`, () => copied(form, plain, citations[at])),
        );
        return [term, words];
      }),
    );
    files.replaceChildren(
      ...content.files.map((file) =>
        make(
          "li",
          {},
          file.title,
          button("Copy", `Copy: ${file.title}`, () => copied(file.title, file.text)),
          make(
            "a",
            {
              href: new URL(here.folder + file.name, root),
              download: `${here.folder.replace(/\W+/g, "-")}${file.name}`.replace("-cite", ""),
              "aria-label": `Download: ${file.title}`,
            },
            "Download",
          ),
        ),
      ),
    );
    share.replaceChildren(
      ...card(content, anchor).map((link) =>
        make(
          "li",
          {},
          "Link that shows the paragraph in chats",
          button("Copy", "Copy: Link that shows the paragraph in chats", () => copied("Link", link)),
        ),
      ),
    );
    dialog.showModal();
    dialog.scrollTop = 0;
  };
})();
