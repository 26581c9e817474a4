/* From documents that answer to results: chosen, counted by what one can choose, and grouped by series. */
"use strict";
unres.find = (() => {
  const { index, query, terms } = unres;
  const { KIND } = index;
  const PARTS = ["Resolutions", "Preamble", "Operative paragraphs", "Annexes", "Footnotes"];
  const TITLE = 0.6; // how much the words of a title count for what stands below it
  const ABOUT = 2; // and where it has all that was asked
  const ALONE = 2; // more, the less else it has
  const LISTED = 3; // documents, sessions, committees and subjects above the paragraphs
  const MONTHS = "january february march april may june july august september october november december".split(" ");

  function volumeOf(head, number) {
    let low = 0,
      high = head.volumes.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (head.volumes[middle].first <= number) low = middle;
      else high = middle;
    }
    return head.volumes[low];
  }

  function partOf({ first, parts }, number) {
    let local = number - first;
    return parts.findIndex((count) => (local -= count) < 0);
  }

  /* The opening verb of each document, by number: loaded when somebody turns to that choice. */
  const verbs = { asked: false };
  async function verbsOf() {
    const { names, signs } = await index.file("verbs");
    const signOf = Object.fromEntries([...index.SIGNS].map((sign, at) => [sign, at]));
    return (number) => names[signOf[signs[number]] - 1] ?? "";
  }

  /* What a query says of sessions, committees and dates, if it says nothing else: "third committee 80",
     "December 2025"; else nothing. */
  function ofLists(typed, head) {
    const words = terms.tokens(typed).filter(({ term }) => !terms.STOP.has(term));
    const left = new Map(words.map(({ raw, term }) => [raw, term]));
    const asked = {};
    const committee = head.committees.findIndex((name) => {
      const named = terms.tokens(name).filter(({ term }) => !terms.STOP.has(term));
      return named.length && named.every(({ raw }) => left.has(raw));
    });
    if (committee >= 0) {
      asked.committee = String(committee);
      for (const { raw } of terms.tokens(head.committees[committee])) left.delete(raw);
    }
    const sessions = new Set(head.resolutions.map(({ session }) => String(session)));
    for (const raw of left.keys()) {
      const number = raw.replace(/(?:st|nd|rd|th)$/, "");
      const month = MONTHS.indexOf(raw) + 1;
      if (sessions.has(number) && !asked.session) asked.session = number;
      else if (month) asked.month = String(month).padStart(2, "0");
      else if (/^(?:19|20)\d\d$/.test(raw)) asked.year = raw;
      else if (!/^(?:sessions?|committees?|resolutions?|adopted)$/.test(raw)) return undefined;
    }
    const onlyNumber = words.length === 1 && !asked.committee && !/\D/.test(words[0].raw);
    return Object.keys(asked).length && !onlyNumber ? asked : undefined;
  }

  const fitsList = ({ session, committee, date }, asked) =>
    (!asked.session || String(session) === asked.session) &&
    (!asked.committee || String(committee) === asked.committee) &&
    (!asked.year || date.startsWith(asked.year)) &&
    (!asked.month || date.slice(5, 7) === asked.month);

  /* The answers of a list: each resolution of it by its title. */
  function listAnswer(asked, head) {
    const found = head.resolutions.filter((volume) => fitsList(volume, asked));
    const words = {
      have: new Uint8Array(head.size),
      wanted: 1,
      met: 1,
      missing: [],
      marked: new Set(),
      terms: new Set(),
      names: [],
    };
    return { ...words, numbers: found.map(({ first }) => first), scores: new Float64Array(head.size) };
  }

  /* Searches: what is found, by worth or the newest first, with the counts of every choice. */
  async function search(typed, head, choices) {
    const asked = ofLists(typed, head);
    verbs.asked ||= Boolean(choices.verb);
    const [answer, verbOf] = await Promise.all([query.answer(typed, head), verbs.asked ? verbsOf() : () => ""]);
    const listed = asked && listAnswer(asked, head);
    const found = listed?.numbers.length ? listed : answer;
    const counts = { session: new Map(), committee: new Map(), part: new Map(), verb: new Map() };
    const hits = [];
    const manual = [];
    for (const number of found.numbers) {
      const volume = volumeOf(head, number);
      if (volume.kind === KIND.MANUAL) manual.push({ number, volume, score: found.scores[number] });
      if (volume.kind !== KIND.RESOLUTION) continue;
      const is = {
        session: String(volume.session),
        committee: String(volume.committee),
        part: String(partOf(volume, number)),
        verb: verbOf(number),
      };
      const misses = Object.keys(is).filter((name) => choices[name] && choices[name] !== is[name]);
      for (const name of Object.keys(is))
        if (!misses.length || (misses.length === 1 && misses[0] === name))
          counts[name].set(is[name], (counts[name].get(is[name]) ?? 0) + 1);
      if (!misses.length) hits.push({ number, volume, score: found.scores[number] });
    }
    const chosen = Object.keys(counts).some((name) => choices[name]);
    const shown = hits.length || chosen ? hits : manual;
    const newest = choices.order === "newest" || found === listed;
    return {
      ...found,
      counts,
      count: shown.length,
      groups: grouped(shown, found, newest),
      things: chosen ? [] : await things(answer, head),
    };
  }

  /* Hits by series, each led by its newest resolution, with those of other years after it. */
  function grouped(hits, { scores, have }, newest) {
    const volumes = new Map();
    for (const hit of hits) {
      if (!volumes.has(hit.volume)) volumes.set(hit.volume, { volume: hit.volume, hits: [], score: 0 });
      volumes.get(hit.volume).hits.push(hit);
    }
    const series = new Map();
    for (const found of volumes.values()) {
      found.hits.sort((one, other) => other.score - one.score || one.number - other.number);
      const title = scores[found.volume.first];
      const about = found.hits.some(({ number }) => number === found.volume.first);
      const share = have[found.volume.first] / Math.max(1, found.volume.words);
      found.score = found.hits[0].score + title * (about ? ABOUT + ALONE * share : TITLE);
      const key = found.volume.series || found.volume;
      series.set(key, [...(series.get(key) ?? []), found]);
    }
    const later = (one, other) =>
      other.volume.date.localeCompare(one.volume.date) || other.volume.order - one.volume.order;
    const groups = [...series.values()].map((members) => {
      const [first, ...others] = members.toSorted(later);
      return { ...first, others, score: Math.max(...members.map(({ score }) => score)) };
    });
    return groups.sort((one, other) => (newest ? later(one, other) : other.score - one.score || later(one, other)));
  }

  /* Documents that are cited, and lists: those that a query names whole. */
  async function things(found, head) {
    const lists = head.volumes.filter(({ kind }) => kind === KIND.CITED || kind === KIND.LISTS);
    const scored = [];
    for (const volume of lists)
      for (let number = volume.first; number < volume.first + volume.size; number++)
        if (found.scores[number]) scored.push({ number, volume, score: found.scores[number] });
    scored.sort((one, other) => other.score - one.score || one.number - other.number);
    const read = await Promise.all(
      scored.slice(0, 2 * LISTED).map(async (hit) => ({ ...hit, document: await index.read(hit.volume, hit.number) })),
    );
    const isNamed = ({ document }) => {
      const name = terms.tokens(document.name).filter(({ term }) => !terms.STOP.has(term));
      return name.length && name.every(({ forms }) => forms.some((form) => found.terms.has(form)));
    };
    return read.filter(isNamed).slice(0, LISTED);
  }

  return { search, verbs, PARTS };
})();
