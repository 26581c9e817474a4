/* From what is typed to the documents that answer, each with its worth. */
"use strict";
unres.query = (() => {
  const { terms, index, words: vocabulary, symbol } = unres;
  const LEVELS = 12; // of a term's weight in a document (unres/site/search/index.py)
  const NEIGHBOURS = 1.5; // how much neighbours in the text add to two words typed side by side
  const WITHIN = 20; // how much it counts to stand in the resolution that a query names
  const ENOUGH = 0.75; // of the worth of the best, where nothing has all that was asked
  // What a question is made of finds nothing, and who asks one names the Assembly as whom it is asked of.
  const QUESTION = new Set(
    "what which who whom whose when where why how do does did say says said about were was there any".split(" "),
  );
  const ASKED = new Set("general assembly united nations un resolution resolutions".split(" "));

  /* The clauses of a query: words, and phrases in quotes. A document should answer to every one of them. */
  function parse(typed) {
    const clauses = [];
    const pieces = typed
      .normalize("NFC")
      .replace(/[“”„«»]/g, '"')
      .split('"');
    pieces.forEach((piece, at) => {
      const found = terms.tokens(piece);
      const words = found.filter(({ term }) => !terms.STOP.has(term));
      if (at % 2 && words.length > 1) {
        clauses.push({ kind: "phrase", printed: piece.trim(), words, links: terms.links(found) });
        return;
      }
      const isLast = !(at % 2) && at === pieces.length - 1 && /[\p{L}\p{N}]$/u.test(piece);
      words.forEach((word, order) => {
        const printed = piece.slice(word.at, word.end);
        const unfinished = isLast && order === words.length - 1;
        const links = order ? terms.links(found).slice(order - 1, order) : [];
        clauses.push({
          kind: "word",
          printed,
          raw: word.raw,
          term: word.term,
          words: [word],
          unfinished,
          before: links[0],
        });
      });
    });
    const isWord = ({ kind, printed }) => kind === "word" && printed !== printed.toUpperCase();
    const asks = clauses.some((clause) => isWord(clause) && QUESTION.has(clause.raw));
    const empty = ({ raw }) => QUESTION.has(raw) || (asks && ASKED.has(raw));
    const said = clauses.filter((clause) => !isWord(clause) || !empty(clause));
    return said.length ? said : clauses;
  }

  const rarity = (size, count) => Math.log(1 + (size - count + 0.5) / (count + 0.5));

  function add(scores, { documents, levels }, head) {
    const worth = rarity(head.size, documents.length) / LEVELS;
    documents.forEach((number, order) => {
      scores.set(number, Math.max(scores.get(number) ?? 0, worth * levels[order]));
    });
  }

  /* The documents that have words in this order: those that have every pair of neighbours. */
  async function phrase(links, head) {
    const lists = await Promise.all(links.map((link) => index.neighbours(head, link)));
    if (!lists.length || lists.some((list) => !list)) return new Map();
    let scores;
    for (const { documents, levels } of lists) {
      const worth = rarity(head.size, documents.length);
      const found = documents.map((number, order) => [number, (scores?.get(number) ?? 0) + worth * levels[order]]);
      const before = scores;
      scores = new Map(before ? found.filter(([number]) => before.has(number)) : found);
    }
    return scores;
  }

  /* Documents of a word: number -> score. */
  async function ofWord(clause, head, alone) {
    const scores = new Map();
    const [word] = clause.words;
    for (const form of word.forms) {
      // the whole symbol, else its nearest end
      const list = await index.term(head, form);
      if (list) {
        add(scores, list, head);
        // the text may name it by any of its ends: "1325 (2000)" for S/RES/1325
        clause.marked = [...word.forms, ...word.forms[0].split(/^[a-z]+\/res\/(?=\d+$)/).slice(1)];
        break;
      }
    }
    const volume = alone ? undefined : named(head, word.forms);
    if (volume) {
      // beside other words, a resolution's number stands for all of it
      for (let at = 0; at < volume.size; at++) scores.set(volume.first + at, WITHIN);
    }
    const answered = [...scores.keys()].some((number) => number < head.ours);
    if (!answered && clause.unfinished && word.raw.length > 1) {
      const found = await index.completions(head, word.raw);
      for (const [, list] of found) add(scores, list, head);
      clause.marked = found.map(([name]) => name);
    }
    return scores;
  }

  /* The volume that a symbol or number names. */
  function named(head, forms) {
    if (!head.names) {
      head.names = new Map();
      for (const volume of head.resolutions)
        for (const form of symbol.forms(terms.fold(volume.path.replace(/\/$/, ""))))
          if (!/^\d+$/.test(form)) head.names.set(form, volume);
    }
    return forms.map((form) => head.names.get(form)).find(Boolean);
  }

  /* Lets a short name find what has the long one, and the other way about; returns the names used. */
  async function widen(clauses, answers, head) {
    const found = await vocabulary.namesIn(clauses);
    for (const { name, at, length, isShort } of found) {
      if (isShort) {
        for (const [number, score] of await phrase(name.links, head))
          answers[at].set(number, Math.max(answers[at].get(number) ?? 0, score));
        clauses[at].marked = [...(clauses[at].marked ?? [clauses[at].term]), ...name.terms.map(({ term }) => term)];
      } else {
        const list = await index.term(head, name.short.toLowerCase());
        for (let order = at; list && order < at + length; order++) add(answers[order], list, head);
        clauses[at].marked = [...(clauses[at].marked ?? [clauses[at].term]), name.short.toLowerCase()];
      }
    }
    return found;
  }

  /* Answers a query.

     Gives the numbers of the documents that answer, their scores, the scores of all, how many clauses there are
     (`wanted`) and how many the best have (`met`); the printed clauses that nothing has, terms to mark, short names. */
  async function answer(typed, head) {
    const clauses = parse(typed);
    const alone = clauses.length === 1;
    const answers = await Promise.all(
      clauses.map((clause) => (clause.kind === "phrase" ? phrase(clause.links, head) : ofWord(clause, head, alone))),
    );
    const names = await widen(clauses, answers, head);
    const scores = new Float64Array(head.size);
    const have = new Float64Array(head.size);
    const met = new Uint8Array(head.size);
    for (const answered of answers) {
      const worth = rarity(head.size, answered.size);
      for (const [number, score] of answered) {
        scores[number] += score;
        have[number] += worth;
        met[number]++;
      }
    }
    // The manual and lists answer only where no resolution does.
    let most = 0,
      best = 0;
    for (let number = 0; number < head.size && (number < head.ours || !most); number++) {
      most = Math.max(most, met[number]);
      best = Math.max(best, have[number]);
    }
    const whole = most === clauses.length;
    const fits = (number) => (whole ? met[number] === most : have[number] >= ENOUGH * best);
    const numbers = [];
    for (let number = 0; most && number < head.size; number++) if (fits(number)) numbers.push(number);
    await favourNeighbours(clauses, scores, fits, head);
    return {
      numbers,
      scores,
      have: met,
      wanted: clauses.length,
      met: whole ? most : Math.max(0, ...numbers.map((number) => met[number])),
      missing: clauses.filter((_, at) => !answers[at].size).map(({ printed }) => printed),
      marked: new Set(clauses.flatMap(({ words, marked }) => marked ?? words.map(({ term }) => term))),
      terms: new Set(clauses.flatMap(({ words }) => words.map(({ term }) => term))),
      names: names.filter(({ isShort, length }) => isShort || length > 1),
    };
  }

  async function favourNeighbours(clauses, scores, fits, head) {
    const links = clauses.map(({ before }) => before).filter(Boolean);
    for (const list of await Promise.all(links.map((link) => index.neighbours(head, link))))
      list?.documents.forEach((number, order) => {
        if (fits(number)) scores[number] += NEIGHBOURS * list.levels[order];
      });
  }

  return { answer, named };
})();
