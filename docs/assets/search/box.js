/* The dialog: a field, choices, a count, and results as a plain list of links by resolution. Arrows walk through
   the links, Enter in the field follows the first, Esc closes (as in every dialog). */
"use strict"
var unresFind = self.unresFind || {}

unresFind.box = (root, dialog, input, status) => {
  const {index, query, goTo} = unresFind
  const GROUPS = 10, HITS = 3  // shown at first; each has a button for more
  let head, turn = 0, run = null, follow = false
  let official  // the address of a document that is asked for by its symbol and is not here

  /* An element with its attributes and content. */
  function make(tag, attributes = {}, ...content) {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value)
      else if (value !== false) element.setAttribute(name, value)
    }
    element.append(...content)
    return element
  }

  const session = make("select", {"aria-label": "Session", change: () => ask()})
  const part = make("select", {"aria-label": "Part of the resolution", change: () => ask()})
  const choices = make("div", {class: "find-choices"}, make("label", {}, "Session ", session), make("label", {}, "In ", part))
  const results = make("div", {class: "find-results"})
  // The field stays where it is, for somebody is typing in it.
  input.after(make("button", {type: "button", class: "find-close", click: () => dialog.close()}, "Close"))
  status.before(choices)
  dialog.append(results)
  dialog.addEventListener("keydown", walk)
  dialog.addEventListener("click", outside)
  input.addEventListener("input", later)
  input.addEventListener("keydown", enter)
  fill(session, "All sessions", [])
  fill(part, "All parts", [])

  function fill(select, all, options) {
    const chosen = select.value
    const kept = options.some(([value]) => value === chosen) || !chosen ? options : [[chosen, select.selectedOptions[0].dataset.name, 0], ...options]
    select.replaceChildren(make("option", {value: ""}, all), ...kept.map(([value, name, count]) =>
      make("option", {value, "data-name": name}, `${name} (${count})`)))
    select.value = chosen
  }

  /* The address of a place of a volume; a folder on a disk serves no index by itself. */
  function address(volume, place = "") {
    const [page, anchor] = place.split("#")
    let file = volume.path + page
    if (head.flat) file = page || !volume.number ? file.replace(/\/$/, ".html") : file + "index.html"
    else if (location.protocol === "file:") file += "index.html"
    return new URL(file + (anchor ? `#${anchor}` : ""), root).href
  }

  function here() {
    const path = decodeURI(location.pathname).slice(decodeURI(root.pathname).length)
    const inside = head.volumes.filter(volume => volume.number && path.startsWith(volume.path))
    return inside[0] ?? (head.volumes.filter(({number}) => number).length === 1 ? head.volumes[0] : undefined)
  }

  // Asking

  let timer
  function later() {
    clearTimeout(timer)
    follow = false
    turn++  // what is still under way is of no use any more
    run = null
    timer = setTimeout(() => ask(), 60)
  }

  /* Answers what stands in the field; `then` says whether to follow the first result. */
  function ask(then = false) {
    clearTimeout(timer)
    follow = then
    const mine = ++turn
    run = answer(mine).catch(error => {
      if (mine !== turn) return
      if (error.stale) {  // a newer site has come in between: read its index, once
        index.renew(error.stale)
        head = undefined
        return answer(mine).catch(again => say(again.message))
      }
      results.replaceChildren()
      say(error.message)
    }).then(() => {
      if (mine === turn && follow) first()
    })
    return run
  }

  async function answer(mine) {
    head ??= await index.open(root)
    const typed = input.value.trim()
    if (mine !== turn) return
    if (!typed) {
      results.replaceChildren()
      say(`${plural(head.volumes.filter(({number}) => number).length, "resolution")}, paragraph by paragraph. Type words, a “phrase in quotes”, a symbol, or a citation such as 62/160 OP8.`)
      return
    }
    const [offers, found] = await Promise.all([
      goTo.offers(typed, head, here(), {named: query.named, labelsOf: index.labels}),
      query.search(typed, head, {session: session.value, part: part.value}),
    ])
    // Beside a citation that is understood, results with some of its words would only distract.
    if (offers.length && found.met < found.wanted) Object.assign(found, {groups: [], count: 0})
    const groups = await Promise.all(found.groups.slice(0, GROUPS).map(group => listed(group, found)))
    if (mine !== turn) return
    official = offers[0]?.url
    const list = offers.map(offer => make("li", {class: "find-offer"}, make("a", {href: offer.url ?? address(offer.volume, offer.place)}, offer.text)))
    results.replaceChildren(...(list.length ? [make("ol", {}, ...list)] : []), make("ol", {}, ...groups))
    more(found, GROUPS)
    results.scrollTop = 0
    say(summary(found, offers))
    if (found.met) {
      fill(session, "All sessions", [...found.sessions].filter(([number]) => number).sort(([a], [b]) => b - a)
        .map(([number, count]) => [String(number), `Session ${number}`, count]))
      fill(part, "All parts", query.PARTS.map((name, number) => [String(number), name, found.parts[number]]).filter(([, , count]) => count))
    }
  }

  function more(found, shown) {
    if (found.groups.length <= shown) return
    const list = results.lastElementChild
    const button = make("button", {class: "find-more", type: "button", click: async () => {
      const next = await Promise.all(found.groups.slice(shown, shown + GROUPS).map(group => listed(group, found)))
      button.remove()
      list.append(...next)
      next[0].querySelector("a").focus()
      more(found, shown + GROUPS)
      results.append(list, ...results.querySelectorAll(":scope > .find-more"))
    }}, `More resolutions (${found.groups.length - shown})`)
    results.append(button)
  }

  /* A resolution with its hits as a list item. */
  async function listed({volume, hits}, found) {
    const [{title}, ...items] = await Promise.all([index.document(volume, hits[0].number), ...hits.slice(0, HITS).map(hit => item(hit, found))])
    const name = volume.number ? `${volume.number}. ${title}` : title
    const list = make("ol", {}, ...items)
    const group = make("li", {}, make("h2", {}, name), list)
    if (hits.length > HITS) {
      const button = make("button", {class: "find-more", type: "button", click: async () => {
        const rest = await Promise.all(hits.slice(HITS).map(hit => item(hit, found)))
        button.remove()
        list.append(...rest)
        rest[0].querySelector("a").focus()
      }}, `${hits.length - HITS} more in ${volume.number || title}`)
      group.append(button)
    }
    return group
  }

  async function item({volume, number}, found) {
    const {title, badge, address: place, text, opening} = await index.document(volume, number)
    const names = [volume.number || title, badge].filter(Boolean)
    const where = make("span", {class: "find-where"}, names.join(" · "))
    if (opening) where.append(" · ", make("i", {}, opening))
    if (volume.number && !badge && !opening) where.append(" · ", "Resolution")
    const words = query.snippet(text, found.marked).map(([piece, marked]) => marked ? make("mark", {}, piece) : piece)
    return make("li", {}, make("a", {href: address(volume, place)}, where, make("span", {class: "find-text"}, ...words)))
  }

  // Saying

  const plural = (count, name) => `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`
  const quoted = words => words.map(word => `“${word}”`).join(", ")

  function summary(found, offers) {
    if (!found.wanted && !offers.length) return "These words stand in nearly every paragraph. Add one that is rarer."
    if (!found.count) {
      if (official) return "The United Nations has it, if it has been published."
      if (offers.length) return "Press Enter to go there."
      if (session.value || part.value) return "Nothing found with these choices. Choose all sessions and all parts to see more."
      return `Nothing found for ${quoted(found.missing)}. Try fewer or other words.`
    }
    const count = `${plural(found.count, "result")} in ${plural(found.groups.length, found.groups.every(({volume}) => volume.number) ? "resolution" : "document")}`
    if (found.met === found.wanted) return `${count}.`
    const missing = found.missing.length ? ` ${quoted(found.missing)} ${found.missing.length > 1 ? "are" : "is"} not found.` : ""
    return `No paragraph has all of this.${missing} ${count} with ${found.met} of ${found.wanted}.`
  }

  function say(sentence) {
    status.textContent = sentence
  }

  // Keys

  const links = () => [...dialog.querySelectorAll(".find-results a, .find-results button")]

  /* A citation owns Enter: what is not here is offered, and nothing else gone to in its place. */
  function first() {
    if (official) return
    const link = results.querySelector("a")
    if (!link) return
    follow = false
    link.click()
  }

  function enter(event) {
    if (event.key !== "Enter" || event.isComposing) return
    event.preventDefault()
    if (!run) ask(true)
    else {
      follow = true
      run.then(() => follow && first())  // it goes as soon as it is known where
    }
  }

  function walk(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" || event.target.tagName === "SELECT") return
    event.preventDefault()
    const all = [input, ...links()]
    const to = all[all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)]
    to?.focus()
    to?.scrollIntoView({block: "nearest"})
  }

  function outside(event) {
    const inside = dialog.getBoundingClientRect()
    const hit = event.clientX >= inside.left && event.clientX <= inside.right && event.clientY >= inside.top && event.clientY <= inside.bottom
    if (event.target === dialog && !hit) dialog.close()
    // A link to the page that is read only moves within it.
    const link = event.target.closest("a")
    if (link && link.href.split("#")[0] === location.href.split("#")[0]) dialog.close()
  }

  return {ask}
}
