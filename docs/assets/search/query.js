/* From what is typed to documents in order. */
"use strict"
var unresFind = self.unresFind || {}

unresFind.query = (() => {
  const {terms, index} = unresFind
  const NEIGHBOURS = 1.5  // how much neighbours in the text add to two words typed side by side
  const WITHIN = 20  // how much it counts to stand in the resolution that a query names
  const ABOUT = 0.3  // what is written about the site comes after what it is made for
  const PARTS = ["Resolutions", "Preamble", "Operative paragraphs", "Annexes", "Footnotes"]

  /* The clauses of a query: words, and phrases in quotes. A document should answer to every one of them. */
  function parse(typed) {
    const clauses = []
    typed.normalize("NFC").replace(/[“”„«»]/g, '"').split('"').forEach((piece, at, pieces) => {
      const found = terms.tokens(piece)
      const words = found.filter(({term}) => !terms.STOP.has(term))
      if (at % 2 && words.length > 1) {
        clauses.push({kind: "phrase", printed: piece.trim(), words, links: terms.links(found)})
        return
      }
      const unfinished = !(at % 2) && at === pieces.length - 1 && /[\p{L}\p{N}]$/u.test(piece)
      words.forEach((word, order) => clauses.push({
        kind: "word", printed: piece.slice(word.at, word.end), words: [word],
        unfinished: unfinished && order === words.length - 1,
      }))
      if (words.length > 1) clauses.push(...terms.links(found).map(link => ({kind: "neighbours", link})))
    })
    return clauses
  }

  const rarity = (size, count) => Math.log(1 + (size - count + 0.5) / (count + 0.5))

  /* Documents of a clause: number -> score. */
  async function answer(clause, head, alone) {
    const scores = new Map()
    if (clause.kind === "phrase") {
      const lists = await Promise.all(clause.links.map(link => index.link(head, link)))
      if (lists.some(list => !list)) return scores
      lists.forEach(({documents, levels}, at) => {
        const had = new Map(scores)
        scores.clear()
        const worth = rarity(head.size, documents.length)
        documents.forEach((number, order) => {
          if (!at || had.has(number)) scores.set(number, (had.get(number) ?? 0) + worth * levels[order])
        })
      })
      return scores
    }
    if (clause.kind === "neighbours") {
      const list = await index.link(head, clause.link)
      list?.documents.forEach((number, order) => scores.set(number, NEIGHBOURS * list.levels[order]))
      return scores
    }
    const [word] = clause.words
    for (const form of word.forms) {  // the whole symbol, else its nearest end
      const list = await index.term(head, form)
      if (list) {
        add(scores, list, head)
        clause.marked = word.forms  // the text may name it by any of its ends
        break
      }
    }
    const volume = alone ? undefined : named(head, word)
    if (volume) {  // beside other words, a resolution's number stands for all of it
      for (let at = 0; at < volume.size; at++) scores.set(volume.first + at, WITHIN)
    }
    if (!scores.size && clause.unfinished && word.raw.length > 1) {
      const found = await index.completions(head, word.raw)
      for (const list of found) add(scores, list, head)
      clause.marked = found.map(({name}) => name)
    }
    return scores
  }

  function add(scores, {documents, levels}, head) {
    const worth = rarity(head.size, documents.length) / 12
    documents.forEach((number, order) => {
      scores.set(number, Math.max(scores.get(number) ?? 0, worth * levels[order]))
    })
  }

  /* The volume that a symbol or number names. */
  function named(head, {forms}) {
    if (!head.names) {
      head.names = new Map()
      for (const volume of head.volumes) {
        if (!volume.number) continue
        for (const form of terms.symbolForms(volume.path.replace(/\/$/, ""))) {
          if (!/^\d+$/.test(form)) head.names.set(form, volume)
        }
      }
    }
    return forms.map(form => head.names.get(form)).find(Boolean)
  }

  function volumeOf(head, number) {
    let low = 0, high = head.volumes.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (head.volumes[middle].first <= number) low = middle
      else high = middle
    }
    return head.volumes[low]
  }

  function partOf(volume, number) {
    let local = number - volume.first
    return volume.counts.findIndex(count => (local -= count) < 0)
  }

  /* Searches.

     Gives: groups (volume, hits by worth) in order; sessions and parts with their counts; the terms to mark; and
     how well the words were met: `wanted` clauses, of which each document has `met`; `missing` ones nobody has. */
  async function search(typed, head, {session = "", part = ""} = {}) {
    const clauses = parse(typed)
    const asked = clauses.filter(({kind}) => kind !== "neighbours")
    const answers = await Promise.all(clauses.map(clause => answer(clause, head, asked.length === 1)))
    const scores = new Float64Array(head.size)
    const met = new Uint8Array(head.size)
    let most = 0
    clauses.forEach((clause, at) => {
      for (const [number, score] of answers[at]) {
        if (clause.kind === "neighbours") continue
        scores[number] += score
        most = Math.max(most, ++met[number])
      }
    })
    clauses.forEach(({kind}, at) => {
      if (kind !== "neighbours") return
      for (const [number, score] of answers[at]) if (met[number] === most) scores[number] += score
    })
    const hits = []
    const sessions = new Map()
    const parts = PARTS.map(() => 0)
    for (let number = 0; most && number < head.size; number++) {
      if (met[number] !== most) continue
      const volume = volumeOf(head, number)
      const inPart = partOf(volume, number)
      const fits = !session || String(volume.session) === session
      const inside = part === "" || String(inPart) === part
      if (inside) sessions.set(volume.session, (sessions.get(volume.session) ?? 0) + 1)
      if (fits) parts[inPart]++
      if (fits && inside) hits.push({number, volume, score: scores[number] * (volume.number ? 1 : ABOUT)})
    }
    // Of equals the latest resolution comes first, and within it the first paragraph.
    hits.sort((one, other) => other.score - one.score || other.volume.order - one.volume.order || one.number - other.number)
    const groups = new Map()
    for (const hit of hits) {
      if (!groups.has(hit.volume)) groups.set(hit.volume, {volume: hit.volume, hits: []})
      groups.get(hit.volume).hits.push(hit)
    }
    return {
      groups: [...groups.values()], count: hits.length, sessions, parts, wanted: asked.length, met: most,
      missing: asked.filter((clause, at) => !answers[clauses.indexOf(clause)].size).map(({printed}) => printed),
      marked: new Set(asked.flatMap(({words, marked}) => marked ?? words.map(({term}) => term))),
    }
  }

  /* The stretch of a text that has most of the marked terms, as pieces: [words, whether they are marked]. */
  function snippet(text, marked, length = 180) {
    const found = terms.tokens(text).filter(({forms}) => forms.some(form => marked.has(form)))
    let best = 0, most = 0
    found.forEach(({at}, first) => {
      const inside = new Set(found.slice(first).filter(token => token.end <= at + length).map(({term}) => term))
      if (inside.size > most) [best, most] = [first, inside.size]
    })
    let start = found.length ? found[best].at : 0
    if (start + 20 < length && start < 60) start = 0
    else start = Math.max(0, text.lastIndexOf(" ", Math.max(0, start - 30)) + 1)
    let end = text.length
    if (end - start > length) end = Math.max(text.lastIndexOf(" ", start + length), start + 1)
    const pieces = [[start ? "… " : "", false]]
    let at = start
    for (const token of found) {
      if (token.at < at || token.end > end) continue
      pieces.push([text.slice(at, token.at), false], [text.slice(token.at, token.end), true])
      at = token.end
    }
    pieces.push([text.slice(at, end), false], [end < text.length ? " …" : "", false])
    return pieces.filter(([words]) => words)
  }

  return {search, snippet, named, PARTS}
})()
