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

  // Print: the foot of each sheet says what it is and where and when it was printed (docs/assets/print.css).
  const symbol = document.querySelector(".imprint")?.dataset.symbol;
  addEventListener("beforeprint", () => {
    const date = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const address = unres.decoded(location.href.split(/[?#]/)[0]);
    root.style.setProperty("--imprint", JSON.stringify(`${symbol ? `${symbol} · ` : ""}${address} · ${date}`));
  });

  // Contents: the entry of what stands at the top of the window is marked, and in sight.
  const places = [...document.querySelectorAll(".md-sidebar--secondary a[href^='#']")]
    .map((link) => ({ link, place: document.getElementById(unres.decoded(link.hash.slice(1))) }))
    .filter(({ place }) => place);
  if (!places.length || !matchMedia("(min-width: 60em)").matches) return; // narrower, they are in the drawer
  const wrap = places[0].link.closest(".md-sidebar__scrollwrap");
  let marked, waiting;
  const follow = () => {
    waiting = undefined;
    const top = parseFloat(getComputedStyle(root).scrollPaddingTop) + 40;
    const atEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2;
    const passed = places.filter(({ place }) => place.getBoundingClientRect().top < (atEnd ? innerHeight : top));
    const link = (
      passed.find((one) => atEnd && unres.decoded(one.link.hash) === unres.decoded(location.hash)) ?? passed.at(-1)
    )?.link;
    if (link === marked) return;
    marked?.classList.remove("md-nav__link--active");
    marked = link;
    if (!link) return;
    link.classList.add("md-nav__link--active");
    const box = wrap.getBoundingClientRect(),
      line = link.getBoundingClientRect();
    if (line.top < box.top || line.bottom > box.bottom) wrap.scrollTop += line.top - box.top - box.height / 2;
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
