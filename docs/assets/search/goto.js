/* Citations as people write them: "62/160 OP8", "A/RES/62/160 para. 8", "op. 8 (a)", "217 A (III)".
   Only what is a citation as a whole is taken for one; everything else is a search. */
"use strict"
var unresFind = self.unresFind || {}

unresFind.goTo = (() => {
  const SESSION = "\\((?:s-)?(?:[ivxl]+|\\d{4})\\)"
  const BODY = "(?:(?:the )?(?:united nations |un |u\\.n\\. )?(?:general assembly|security council|ga|g\\.a\\.|unga|sc|unsc|assembly|council)(?:'s)? )?"
  const DOCUMENT = new RegExp("^(?:the )?" + BODY + "(?:resolutions?|res\\.?|r\\.)? ?(?:no\\. ?)?" +
    "(?<document>" +
      "(?=\\S*\\d)[a-z]+(?:/[a-z0-9.\\-]+)+(?: ?" + SESSION + ")?" +  // A/RES/62/160, E/CN.4/2005/1, S/RES/1325 (2000)
      "|(?:e?s-)?\\d+/\\d+(?: ?[a-z](?![a-z.]))?" +  // 62/160, ES-10/14, 51/45 J
      "|\\d+ ?(?:[a-z] ?)?" + SESSION +  // 217 A (III), 1325 (2000)
    ")(?:[,;:.]? |[,;:]|$|(?=§|#))")
  const NUMBER = "(?<number>\\d+)(?<subs>(?: ?\\([a-z]{1,4}\\))*)"
  const PLACES = [  // tried in this order on what is left
    ["annex", new RegExp("^(?:the )?annex(?:es)?(?: (?<which>\\d+|[ivx]+)\\b)?")],
    ["section", /^(?:the )?sect(?:ion|\.)? ?(?<which>[ivxl]+)\b/],
    ["lettered", /^part (?<which>[a-z]|[ivxl]+)\b/],
    ["pp", new RegExp("^(?:p\\.? ?p\\.?|(?:the )?preambular (?:paragraph|para\\.?)s?|preamble,? (?:paragraph|para\\.?)) ?" + NUMBER)],
    ["fn", /^(?:(?:foot)?note|fn\.?) ?(?<number>\d+|(?<= )[a-z]\b|\*+)/],
    ["op", new RegExp("^(?:o\\.? ?p\\.?|(?:the )?operative (?:paragraph|para\\.?)s?|paragraphs?|paras?\\.?|§|¶|#) ?" + NUMBER)],
    ["page", /^(?:the )?(?<which>preamble|operative(?: part| paragraphs)?|footnotes?|notes|full text|text|references)\b/],
    ["op", new RegExp("^" + NUMBER)],
  ]
  const PAGES = {preamble: "preamble/", operative: "operative/", footnote: "footnotes/", notes: "footnotes/",
    full: "text/", text: "text/", references: "references/"}
  const {fold, symbolForms} = unresFind.terms

  /* What a citation says: the document, if it names one, and the place in it; null if it is no citation. */
  function parse(typed) {
    let text = fold(typed).replace(/\s+/g, " ").trim().replace(/[.,;]+$/, "")
    // "paragraph 8 of resolution 62/160" says the place first
    const turned = /^(.+?),? (?:of|to|in) (.+)$/.exec(text)
    if (turned && DOCUMENT.test(turned[2])) text = `${turned[2]}, ${turned[1]}`
    const found = DOCUMENT.exec(text)
    const written = found && typed.match(new RegExp(found.groups.document.replace(/[^a-z0-9]+/g, "[^a-z0-9]+"), "i"))
    const citation = {document: found ? found.groups.document : "", written: written ? written[0] : "", parts: {}}
    let rest = text.slice(found ? found[0].length : 0)
    while (rest) {
      const step = PLACES.map(([kind, pattern]) => [kind, pattern.exec(rest)]).find(([, match]) => match)
      if (!step) return null
      const [kind, {0: whole, groups}] = step
      if (citation.parts[kind]) return null
      citation.parts[kind] = {which: groups.which, number: groups.number,
        subs: [...(groups.subs ?? "").matchAll(/[a-z]+/g)].map(([sub]) => sub)}
      rest = rest.slice(whole.length).replace(/^[,;:.]? ?(?:of )?/, "")
    }
    const places = Object.keys(citation.parts)
    if (!citation.document && citation.parts.page) return null  // "references" alone is a word to search
    return citation.document || places.length ? citation : null
  }

  /* The labels that a citation may mean in a resolution, the most exact first. */
  function wanted({annex, section, lettered, pp, op, fn}) {
    if (fn) return [`fn${fn.number}`]
    const number = pp ?? op
    if (!number) return []
    const subs = number.subs.map(sub => ` (${sub})`)
    const prefix = (lettered ? `${lettered.which}/` : "") + (section ? `${section.which}/` : "")
    const annexes = annex ? [`annex${roman(annex.which)}/`] : [""]
    const stems = pp ? [`pp${number.number}`] : annex ? [number.number, `p${number.number}`] : [number.number]
    return annexes.flatMap(before => stems.map(stem => [before + prefix + stem, subs]))
  }

  function roman(which) {
    if (!which) return ""
    const at = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].indexOf(which)
    return at < 0 ? which : String(at + 1)
  }

  /* Labels and addresses of a place: exact ones, those of any section if the citation names none, else the
     paragraph around a sub-paragraph that is not there. */
  function resolve(parts, labels) {
    const known = new Map(Object.entries(labels).map(([label, address]) => [label.toLowerCase(), {label, address}]))
    for (const want of wanted(parts)) {
      if (typeof want === "string") return known.has(want) ? [known.get(want)] : []
      const [stem, subs] = want
      for (let depth = subs.length; depth >= 0; depth--) {
        const label = stem + subs.slice(0, depth).join("")
        if (known.has(label)) return [known.get(label)]
        const any = [...known].filter(([name]) => name.endsWith(`/${label}`) && (parts.annex || !name.startsWith("annex")))
        if (any.length) return any.map(([, place]) => place)
      }
    }
    if (parts.op?.number === "1" && known.has("op")) return [known.get("op")]
    return []
  }

  function page({annex, page: part, section, lettered}, labels) {
    const pages = new Set(Object.values(labels).map(address => address.split("#")[0]))
    if (annex) return [`annex-${roman(annex.which) || 1}/`, "annex/"].find(name => pages.has(name))
    if (part) {
      const name = PAGES[part.which.split(" ")[0].replace(/s$/, "")] ?? PAGES[part.which.split(" ")[0]]
      return pages.has(name) || /^(?:text|references)/.test(name) ? name : undefined
    }
    return section || lettered ? "operative/" : undefined
  }

  /* The symbol of a document that the collection does not hold, as docs.un.org has it. */
  function official({document: name, written}) {
    const bare = name.replace(/ /g, "")
    if (/^[a-z]+\//.test(bare)) return /[A-Z]/.test(written) ? written.replace(/\s/g, "") : bare.toUpperCase()
    const year = /\((\d{4})\)$/.test(bare)
    return `${year ? "S" : "A"}/RES/${bare.replace(/^(\d+)[a-z](?=\()/, "$1").replace(/^(.*\d)[a-z]$/, "$1").toUpperCase()}`
  }

  /* "II/3 (a)" as people cite it. */
  function spoken(label) {
    const [name, ...before] = label.split("/").reverse()
    const annex = before.some(part => part.startsWith("annex"))
    const said = /^\d/.test(name) ? (annex ? "§" : "OP") + name
      : /^fn/.test(name) ? `footnote ${name.slice(2)}`
      : annex && /^p\d/.test(name) ? `¶${name.slice(1)}` : name.replace(/^(?:pp|op)/, found => found.toUpperCase())
    return [...before.reverse().map(part => part.replace(/^annex(\d)/, "annex $1")), said].join(", ")
  }

  /* What is offered for what was typed: [{text, volume and place or url}]. `here` is the volume of the page that is read. */
  async function offers(typed, head, here, {named, labelsOf}) {
    const citation = parse(typed)
    if (!citation) return []
    const bare = citation.document.replace(/ /g, "")
    // The letter of "217 A (III)" or "51/45 J" names a part: the document is that of the number.
    const letter = /^(?:.*\d)([a-z])(\(.*)?$/.exec(bare)
    const forms = letter ? [bare, bare.replace(/([a-z])(\(.*)?$/, "$2")] : symbolForms(`x/${bare}`).slice(1).concat(bare)
    const volume = citation.document ? named(head, {forms}) : here
    if (!volume) {
      if (!citation.document) return []
      const symbol = official(citation)
      return [{text: `${symbol} is not on this site. Read it at the United Nations`, url: `https://docs.un.org/en/${symbol}`}]
    }
    const {parts} = citation
    if (letter && citation.document && !parts.lettered) parts.lettered = {which: letter[1]}
    const labels = await labelsOf(volume)
    const places = resolve(parts, labels)
    if (places.length) {
      return places.slice(0, 5).map(({label, address}) => ({text: `Go to ${volume.number} · ${spoken(label)}`, volume, place: address}))
    }
    const named_ = parts.pp || parts.op || parts.fn
    if (!named_) {
      const part = page(parts, labels)
      return [{text: `Go to ${volume.number}${part ? " · " + part.slice(0, -1).replace("-", " ") : ""}`, volume, place: part}]
    }
    if (!citation.document && !typed.match(/[a-z§¶#]/i)) return []  // a bare number that names nothing here
    const what = parts.fn ? `footnote ${parts.fn.number}` : (parts.pp ? "PP" : "OP") + named_.number
    return [{text: `${volume.number} has no ${what}. Go to ${volume.number}`, volume}]
  }

  return {parse, offers, resolve, official}
})()
