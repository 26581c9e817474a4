/* The choices beside the field: session, committee, part, opening verb, order, each with how many results it has. */
"use strict";
unres.choices = (changed) => {
  const { make, find } = unres;
  const NAMES = ["session", "committee", "part", "verb", "order"];
  const choice = (label, all) => {
    const select = make("select", { "aria-label": label, change: changed }, make("option", { value: "" }, all));
    return { select, all };
  };
  const selects = {
    session: choice("Session", "All sessions"),
    committee: choice("Committee", "All committees"),
    part: choice("Part of the resolution", "All parts"),
    verb: choice("Opening verb", "All verbs"),
    order: choice("Order", "Best first"),
  };
  selects.order.select.append(make("option", { value: "newest" }, "Newest first"));
  const wakeVerbs = () => {
    if (find.verbs.asked) return;
    find.verbs.asked = true;
    changed();
  };
  for (const turn of ["pointerenter", "focus"]) selects.verb.select.addEventListener(turn, wakeVerbs);
  const element = make("div", { class: "find-choices" }, ...NAMES.map((name) => selects[name].select));

  const chosen = () => Object.fromEntries(NAMES.map((name) => [name, selects[name].select.value]));
  const narrowed = () => NAMES.some((name) => name !== "order" && selects[name].select.value);

  /* Puts options into a choice; what is chosen stays, even if nothing has it now. */
  function fill(name, options) {
    const { select, all } = selects[name];
    const { value } = select;
    const said = select.selectedOptions[0]?.dataset.name ?? value;
    const kept = !value || options.some(([own]) => own === value) ? options : [[value, said, 0], ...options];
    const items = kept.map(([own, text, many]) =>
      make(
        "option",
        { value: own, "data-name": text },
        many === undefined ? text : `${text} (${many.toLocaleString("en")})`,
      ),
    );
    select.replaceChildren(make("option", { value: "" }, all), ...items);
    select.value = value;
  }

  /* Takes over what an address asks; what it cannot mean is left out. */
  function choose(asked) {
    for (const name of NAMES) {
      const value = (asked.get(name) ?? "").slice(0, 40);
      if (value && name !== "order") selects[name].select.append(make("option", { value, "data-name": value }, value));
      selects[name].select.value = value;
    }
  }

  function count(counts, committees) {
    const entries = (name) => [...counts[name]].filter(([value]) => value);
    const byName = ([, one], [, other]) => one.localeCompare(other);
    const sessions = entries("session").filter(([value]) => value !== "0");
    fill(
      "session",
      sessions.sort(([one], [other]) => other - one).map(([value, many]) => [value, `Session ${value}`, many]),
    );
    fill(
      "committee",
      entries("committee")
        .map(([value, many]) => [value, committees[value], many])
        .sort(byName),
    );
    const parts = find.PARTS.map((name, value) => [String(value), name, counts.part.get(String(value))]);
    fill(
      "part",
      parts.filter(([, , many]) => many),
    );
    const verbs = entries("verb").map(([value, many]) => [value, value, many]);
    fill(
      "verb",
      verbs.sort(([, , one], [, , other]) => other - one),
    );
  }

  return { element, NAMES, chosen, narrowed, choose, count };
};
