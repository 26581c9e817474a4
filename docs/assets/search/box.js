/* The dialog: a field, choices, a sentence, and results as a plain list of links. Arrows walk through the links,
   Enter in the field follows the first, Esc closes. What is asked stands in the address, so that one can come back. */
"use strict";
unres.box = (dialog, input, status) => {
  const { root, make, decoded, index, query, find, goTo, words, results: shown, sentences, symbol } = unres;
  const GROUPS = 5; // resolutions shown at first, for what each has to load; a button shows more
  const { LONGEST } = sentences;
  let head,
    turn = 0,
    run = null, // the answer that is under way or shown
    follow = false, // whether Enter waits for it
    exact = "", // what is searched for as it was typed, slips and all
    target, // where Enter leads; nothing if what was typed is not here
    cites = false, // whether what was typed is a citation
    extent = GROUPS, // resolutions shown
    marked = [];

  const choices = unres.choices(() => ask());
  const results = make("div", { class: "find-results" });
  input.after(make("button", { type: "button", class: "find-close", click: () => dialog.close() }, "Close"));
  status.before(choices.element);
  dialog.append(results);
  dialog.addEventListener("keydown", walk);
  dialog.addEventListener("click", clicked);
  dialog.addEventListener("close", () => remember(false));
  input.addEventListener("input", later);
  input.addEventListener("keydown", enter);

  const say = (...content) => status.replaceChildren(...content);

  /* The volume of the page that is read, or the only one there is. */
  function here() {
    const path = decoded(location.pathname).slice(decoded(root.pathname).length);
    const inside = head.resolutions.find((volume) => path.startsWith(volume.path));
    return inside ?? (head.resolutions.length === 1 ? head.resolutions[0] : undefined);
  }

  // The address

  /* Puts what is asked into the address, or takes it out. A folder on a disk has no such addresses. */
  function remember(open) {
    const address = new URL(location.href);
    const values = open ? { q: input.value.trim(), exact: exact && "1", ...choices.chosen() } : {};
    for (const name of ["q", "exact", ...choices.NAMES]) {
      if (values[name]) address.searchParams.set(name, values[name]);
      else address.searchParams.delete(name);
    }
    const state = open ? { scroll: results.scrollTop, extent } : null;
    try {
      history.replaceState(state, "", address);
    } catch {
      // the search works without
    }
  }

  /* Takes up what an address asks. */
  async function restore(asked, state) {
    input.value = asked.get("q") ?? "";
    exact = asked.get("exact") ? input.value.trim() : "";
    choices.choose(asked);
    await ask(false, state?.extent);
    if (state?.scroll) results.scrollTop = state.scroll;
    remember(true);
  }

  // Asking

  let timer;
  function later() {
    clearTimeout(timer);
    follow = false;
    turn++; // what is still under way is of no use any more
    run = null;
    exact = "";
    timer = setTimeout(() => ask(), 60);
  }

  /* Answers what stands in the field; `then` says whether to follow the first result, or "citation" alone. */
  function ask(then = false, groups = GROUPS) {
    clearTimeout(timer);
    follow = then;
    extent = groups;
    const mine = ++turn;
    run = answer(mine)
      .catch((error) => {
        if (mine !== turn) return undefined;
        if (error.stale) {
          // a newer site has come in between: read its index, once
          index.renew(error.stale);
          head = undefined;
          return answer(mine).catch((again) => fail(again));
        }
        return fail(error);
      })
      .then(() => {
        if (mine === turn && follow && (follow !== "citation" || cites)) first();
      });
    return run;
  }

  function fail(error) {
    results.replaceChildren();
    target = undefined;
    say(error.message);
  }

  async function answer(mine) {
    head ??= await index.open();
    const whole = input.value.trim();
    const typed = whole.slice(0, LONGEST);
    if (mine !== turn) return;
    if (!typed) {
      results.replaceChildren();
      target = undefined;
      say(sentences.welcome(head.resolutions.length));
      return;
    }
    const followed = await goTo.follow(typed, head, here(), { named: query.named, shelf: index.shelf });
    const fixed =
      followed || exact === whole ? undefined : await words.corrected(typed, head, !/\s$/.test(input.value));
    const found = await find.search(fixed ?? typed, head, choices.chosen());
    // Beside a citation that is understood, results with some of its words would only distract.
    if (followed && found.met < found.wanted) Object.assign(found, { groups: [], count: 0, things: [] });
    const cited =
      followed?.symbol && found.things.find(({ document: { name } }) => symbol.isNamed(name, followed.symbol));
    const [offers, groups] = await Promise.all([
      shown.offers(head, followed, cited),
      Promise.all(found.groups.slice(0, extent).map((group) => shown.group(head, group, found.marked))),
    ]);
    if (mine !== turn) return;
    const things = found.things.filter((one) => one !== cited).map((one) => shown.thing(head, one));
    const list = make("ol", {}, ...groups);
    results.replaceChildren(...(offers.length + things.length ? [make("ol", {}, ...offers, ...things)] : []), list);
    more(found, list);
    results.scrollTop = 0;
    // A citation owns Enter: what is not here is offered, and nothing else gone to in its place.
    cites = Boolean(followed);
    target = followed?.symbol && !cited ? undefined : results.querySelector("a");
    const typedExactly = () => {
      exact = input.value.trim();
      ask();
      input.focus();
    };
    say(...sentences.summary({ found, followed, cited, fixed, whole, narrowed: choices.narrowed(), typedExactly }));
    if (found.met) choices.count(found.counts, head.committees);
    marked = [...found.marked];
    if (dialog.open) remember(true);
  }

  function more(found, list) {
    if (found.groups.length <= extent) return;
    const button = make(
      "button",
      { class: "find-more", type: "button", click: show },
      `More resolutions (${found.groups.length - extent})`,
    );
    async function show() {
      const next = await Promise.all(
        found.groups.slice(extent, extent + GROUPS).map((group) => shown.group(head, group, found.marked)),
      );
      extent += GROUPS;
      button.remove();
      list.append(...next);
      next[0].querySelector("a").focus();
      more(found, list);
    }
    results.append(button);
  }

  // Keys

  function first() {
    follow = false;
    target?.click();
  }

  function enter(event) {
    if (event.key === "Escape") {
      event.preventDefault(); // the browser would empty the field first
      dialog.close();
    }
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (!run) ask(true);
    else {
      follow = true;
      run.then(() => follow && first()); // it goes as soon as it is known where
    }
  }

  function walk(event) {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target.tagName === "SELECT") return;
    event.preventDefault();
    const move = () => {
      const all = [input, ...dialog.querySelectorAll(".find-status button, .find-results a, .find-results button")];
      const to = all[all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      to?.focus();
      to?.scrollIntoView({ block: "nearest" });
    };
    if (event.target === input) (run ?? ask()).then(move);
    else move();
  }

  function clicked(event) {
    const inside = dialog.getBoundingClientRect();
    const hit =
      event.clientX >= inside.left &&
      event.clientX <= inside.right &&
      event.clientY >= inside.top &&
      event.clientY <= inside.bottom;
    if (event.target === dialog && !hit) dialog.close();
    const link = event.target.closest("a");
    if (!link) return;
    remember(true); // so that Back finds the place again
    try {
      sessionStorage.setItem("unres.found", JSON.stringify(marked)); // they are marked on arrival (marks.js)
    } catch {
      // it is a help only
    }
    if (link.href.split("#")[0] === location.href.split("#")[0]) dialog.close(); // it only moves within the page
  }

  return { ask, restore };
};
