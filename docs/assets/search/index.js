/* Reads the index that scripts/unres/search/shards.py writes: files that call unres_search with what they hold.
   They are loaded as scripts, because that works from a folder on a disk too, where nothing can be fetched. */
"use strict"
var unresFind = self.unresFind || {}

unresFind.index = (() => {
  const SIGNS = Array.from({length: 95}, (_, at) => String.fromCharCode(32 + at)).filter(sign => !'"\\'.includes(sign)).join("")
  const BASE = 46
  const LEVEL = 2 * BASE
  const VALUE = Object.fromEntries([...SIGNS].map((sign, at) => [sign, at]))

  const waiting = new Map()  // name -> how to settle its promise
  const files = new Map()  // name -> promise of its content
  let root, stamp, fresh = ""

  self.unres_search = (name, of, content) => {
    const settle = waiting.get(name)
    if (!settle) return
    waiting.delete(name)
    if (name === "index") stamp = of
    if (of === stamp) settle.resolve(content)
    else settle.reject(Object.assign(new Error("The site has changed since this page was opened; load it anew."), {stale: of}))
  }

  /* The content of a file of the index, loaded once. */
  function file(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((resolve, reject) => {
        waiting.set(name, {resolve, reject})
        const script = document.createElement("script")
        // Files of one build fit together; the stamp keeps a browser from taking one of another from its store.
        script.src = new URL(`search/${name}.js${stamp ? "?" + stamp : fresh}`, root)
        script.onerror = () => {
          files.delete(name)
          waiting.delete(name)
          reject(new Error("The index of the search could not be loaded; is the connection there?"))
        }
        script.onload = () => script.remove()
        document.head.append(script)
      }))
    }
    return files.get(name)
  }

  /* The head of the index; with the first document of each volume and the whole number of documents. */
  async function open(at) {
    root = at
    const head = await file("index")
    if (!head.volumes) {
      let first = 0
      head.volumes = head.rows.map(([number, session, counts, path], order) => {
        const volume = {order, number, session, counts, first, path: path ?? `A/RES/${number.replace(/ /g, "")}/`}
        volume.size = counts.reduce((sum, count) => sum + count, 0)
        first += volume.size
        return volume
      })
      head.size = first
    }
    return head
  }

  /* Forgets everything, where files of two builds have met. */
  function renew(of) {
    files.clear()
    waiting.clear()
    stamp = undefined
    fresh = `?fresh=${of}`
  }

  /* Documents with their levels, from the signs of shards.py. */
  function decode(text, unmarked = 0) {
    const documents = [], levels = []
    let level = unmarked, last = -1, value = 0
    for (let at = 0; at < text.length; at++) {
      const sign = VALUE[text[at]]
      if (sign === LEVEL) {
        level = VALUE[text[++at]]
        last = -1
      } else if (sign >= BASE) {
        value = value * BASE + sign - BASE
      } else {
        last += value * BASE + sign + 1
        value = 0
        documents.push(last)
        levels.push(level)
      }
    }
    return {documents, levels}
  }

  /* The number of the file that holds a term, were it there. */
  function place(head, term) {
    let low = 0, high = head.terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (head.terms[middle] <= term) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  async function term(head, name) {
    const shard = head.terms.length ? await file(`t${place(head, name)}`) : {}
    return Object.hasOwn(shard, name) ? decode(shard[name]) : null
  }

  /* Terms that begin so, and the stem of a word that is not yet typed to its end ("civilizat" of "civilization").
     A number has neither: 80/24 is another resolution than 80/247. */
  async function completions(head, start) {
    if (/\p{N}/u.test(start)) return []
    const first = place(head, start)
    const numbers = [first]
    while (numbers.length < 3 && head.terms[first + numbers.length]?.startsWith(start)) numbers.push(first + numbers.length)
    const shards = await Promise.all(numbers.map(number => file(`t${number}`)))
    const stems = shards.flatMap(shard => Object.entries(shard)
      .filter(([name]) => name.startsWith(start) || (name.length >= 4 && name.length >= start.length - 5 && start.startsWith(name))))
    const longer = stems.filter(([name]) => name.startsWith(start))
    const found = longer.length ? longer : stems.slice(-1)
    return found.map(([name, text]) => ({name, ...decode(text)}))
  }

  const CRC = Uint32Array.from({length: 256}, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1
    return byte
  })

  function checksum(text) {
    let sum = -1
    for (const byte of new TextEncoder().encode(text)) sum = (sum >>> 8) ^ CRC[(sum ^ byte) & 255]
    return ~sum >>> 0
  }

  async function link(head, words) {
    const sum = checksum(words)
    const bucket = await file(`l${Math.floor(sum * head.links / 2 ** 32)}`)
    const key = (sum & 0xfffff).toString(16)
    return Object.hasOwn(bucket, key) ? decode(bucket[key], 1) : null
  }

  /* What results show of some documents of a volume: [badge, address, text, opening], and its title. */
  const CHUNK = 16

  function shown(volume, chunk) {
    const key = volume.path.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "home"
    return file(`d/${key}.${chunk}`)
  }

  async function document_(volume, number) {
    const local = number - volume.first
    const {title, docs} = await shown(volume, Math.floor(local / CHUNK))
    const [badge, address, text, opening] = docs[local % CHUNK]
    return {title, badge, address, text, opening: typeof opening === "string" ? opening : text.slice(0, opening)}
  }

  const labels = async volume => (await shown(volume, 0)).labels

  return {open, renew, term, completions, link, document: document_, labels}
})()
