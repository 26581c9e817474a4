// What a page's frame does: colours, the drawer of a narrow screen, contents that follow the reader.
(() => {
  "use strict";

  // Colours: chosen here and kept for the next page; the head of each page reads what is kept.
  const root = document.documentElement;
  const buttons = document.querySelectorAll("button[data-colours]");
  for (const button of buttons)
    button.addEventListener("click", () => {
      root.dataset.colours = button.dataset.colours;
      try {
        localStorage.setItem("unres.colours", button.dataset.colours);
      } catch {
        /* kept for this page alone */
      }
      for (const other of buttons) if (other !== button) other.focus(); // it stands in the same place
    });

  // The drawer shuts when its reader has arrived or gives up.
  const drawer = document.getElementById("__drawer");
  const shut = () => {
    if (drawer) drawer.checked = false;
  };
  document.addEventListener("click", (event) => event.target.closest(".md-nav a") && shut());
  document.addEventListener("keydown", (event) => event.key === "Escape" && shut());

  // Lists can be filtered and ordered, once somebody turns to them.
  document.addEventListener("focusin", (event) => event.target.closest("form.sift") && unres.load("tools/sift.js"));

  // Print: the foot of each sheet says what it is and where and when it was printed (docs/assets/print.css).
  const symbol = document.querySelector(".imprint")?.dataset.symbol;
  addEventListener("beforeprint", () => {
    const date = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const address = unres.decoded(location.href.split(/[?#]/)[0]);
    root.style.setProperty("--imprint", JSON.stringify(`${symbol ? `${symbol} · ` : ""}${address} · ${date}`));
  });

  // Where one is: the header says it once the title is out of sight.
  const own = document.querySelector("[data-folder]")?.dataset;
  const topic = document.querySelector(".md-header__topic .md-ellipsis");
  const title = document.querySelector("article h1");
  const site = topic?.textContent;
  const badges = own ? [...document.querySelectorAll("article .badge")] : [];
  const annexes = [...document.querySelectorAll("article .section")].filter((heading) =>
    heading.textContent.startsWith("Annex"),
  );
  const nameOf = (badge) => {
    const within = badge.id.startsWith("annex-")
      ? annexes.findLast((heading) => heading.compareDocumentPosition(badge) & Node.DOCUMENT_POSITION_FOLLOWING)
      : undefined;
    return [unres.linesOf(within)[0], badge.firstChild.textContent.trim()].filter(Boolean).join(", ");
  };
  const locate = (top, current) => {
    if (!own || !topic) return;
    const away = title && title.getBoundingClientRect().bottom < top;
    const badge = away ? current(badges) : undefined;
    const words = away ? [own.number, badge && nameOf(badge)].filter(Boolean).join(" · ") : site;
    if (topic.textContent !== words) topic.textContent = words;
  };

  // A sub-paragraph that is linked to shows the words that it hangs on: itself lower, or else a line above it.
  const arrive = () => {
    const target = document.querySelector(".item:target");
    let head = target;
    while (head && !head.matches(".badge")) head = head.previousElementSibling;
    if (!head) return;
    const away = target.getBoundingClientRect().top - head.getBoundingClientRect().top;
    if (away < innerHeight / 2) head.scrollIntoView();
    else {
      const opening = head.nextElementSibling.textContent.split(/\s+/).slice(0, 12).join(" ");
      target.dataset.under = `${head.firstChild.textContent.trim()} ${opening} …`;
    }
  };
  for (const event of ["hashchange", "load"]) addEventListener(event, arrive);

  // Contents: the entry of what stands at the top of the window is marked and in sight, its section open.
  const wide = matchMedia("(min-width: 60em)").matches; // narrower, they are in the drawer
  const list = document.querySelector(".md-nav--secondary");
  const places = [...(list?.querySelectorAll("a[href^='#']") ?? [])]
    .map((link) => ({ link, place: document.getElementById(unres.decoded(link.hash.slice(1))) }))
    .filter(({ place }) => place);
  if (!places.length && !badges.length) return;
  const wrap = list?.closest(".md-sidebar__scrollwrap");
  let marked, waiting;
  document.getElementById("__toc")?.addEventListener("change", () => marked?.scrollIntoView({ block: "center" }));
  const follow = () => {
    waiting = undefined;
    const top = parseFloat(getComputedStyle(root).scrollPaddingTop) + 40;
    const atEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2;
    const named = unres.decoded(location.hash.slice(1));
    // Where the page cannot be scrolled further, what the address names counts, else the last.
    const current = (elements) => {
      const passed = elements.filter((one) => one.getBoundingClientRect().top < (atEnd ? innerHeight : top));
      return passed.find(({ id }) => atEnd && id === named) ?? passed.at(-1);
    };
    locate(top, current);
    const standing = current(places.map(({ place }) => place));
    const link = places.find(({ place }) => place === standing)?.link;
    if (link === marked) return;
    marked?.classList.remove("md-nav__link--active");
    marked = link;
    if (!link) return;
    link.classList.add("md-nav__link--active");
    const around = new Set();
    for (let fold = link.closest(".fold"); fold; fold = fold.parentElement.closest(".fold")) around.add(fold);
    for (const fold of list.querySelectorAll(".fold")) fold.classList.toggle("open", around.has(fold));
    const box = wrap.getBoundingClientRect(),
      line = link.getBoundingClientRect();
    if (wide && (line.top < box.top || line.bottom > box.bottom)) wrap.scrollTop += line.top - box.top - box.height / 2;
  };
  for (const change of ["scroll", "resize", "hashchange"]) {
    addEventListener(
      change,
      () => {
        waiting ??= requestAnimationFrame(follow);
      },
      { passive: true },
    );
  }
  requestAnimationFrame(follow);
})();
