/* The terms of a text, as scripts/unres/search/terms.py makes them for the index: whoever changes one changes both.
   A test compares the two on every word of the collection. */
"use strict"
var unresFind = self.unresFind || {}

unresFind.terms = (() => {
  const STOP = new Set("a all an and as at be by for from has in is it its of on or that the their this to with".split(" "))
  const W = "[\\p{L}\\p{N}]+"
  const SESSION = "\\((?:s-)?(?:[ivxl]+|\\d{4})\\)"
  const PART = `${W}(?:(?:\\.|-(?![a-z]+/))${W})*`
  const TOKEN = new RegExp(
    `(?<numbered>\\d+(?:\\s?[a-z])?\\s?${SESSION})` +
    `|(?<symbol>${PART}(?:/${PART})+(?:\\s?${SESSION}|\\(${W}\\))?)` +
    `|(?<word>${W}(?:'\\p{L}+)?)`, "giu")
  const stemmer = new EnglishStemmer()
  const unique = list => [...new Set(list)]

  // One sign for one sign, so that places found in the plain text are places in the printed one.
  const plain = text => text.replace(/[‘’ʼ]/g, "'").replace(/[‐‑‒–—]/g, "-")
  const fold = text => plain(text).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  const stem = word => /^[\p{L}']+$/u.test(word) ? stemmer.stemWord(word) : word

  function symbolForms(symbol) {
    const whole = fold(symbol).replace(/\s/g, "")
    const parts = whole.split("/")
    const forms = parts.slice(1).map((_, at) => parts.slice(at).join("/"))
    const bare = whole.replace(/\(.*\)$/, "")
    if (bare !== whole) forms.push(...symbolForms(bare), parts[parts.length - 1], bare.slice(bare.lastIndexOf("/") + 1))
    return unique(forms)
  }

  function numberedForms(printed) {
    const whole = fold(printed).replace(/\s/g, "")
    const [, number, session] = /^(\d+)[a-z]?(\(.*)$/.exec(whole)
    return unique([whole, number + session, number])
  }

  /* Tokens in reading order: term, all forms, and where it stands in the text. */
  function tokens(text) {
    const found = []
    const add = (forms, at, end, raw) => found.push({term: forms[0], forms, at, end, raw})
    for (const match of plain(text).matchAll(TOKEN)) {
      const end = match.index + match[0].length
      const raw = fold(match[0])
      if (match.groups.word) add([stem(raw)], match.index, end, raw)
      else if (match.groups.numbered) add(numberedForms(raw), match.index, end, raw)
      else if (/\p{N}/u.test(raw)) add(symbolForms(raw), match.index, end, raw)
      else for (const word of raw.split("/")) add([stem(word)], match.index, end, word)
    }
    return found
  }

  /* Neighbouring terms with the stop words between them. */
  function links(found) {
    const out = []
    let link = []
    for (const {term} of found) {
      if (STOP.has(term)) {
        if (link.length) link.push(term)
        continue
      }
      if (link.length) out.push([...link, term].join(" "))
      link = [term]
    }
    return out
  }

  return {STOP, fold, tokens, links, symbolForms}
})()
