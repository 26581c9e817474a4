/* The door to the search: its button, "/" and "?q=" in an address. What is behind it is loaded when somebody
   comes, so that reading costs nothing. */
"use strict";
(() => {
  const root = new URL("../", document.currentScript.src)
  const FILES = ["stem", "terms", "index", "query", "goto", "box"]
  let box

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(`assets/search/${name}.js`, root)
      script.async = false  // they run in this order
      script.onload = resolve
      script.onerror = () => reject(new Error("The search could not be loaded; is the connection there?"))
      document.head.append(script)
    })
  }

  function style() {
    return new Promise(resolve => {
      const link = document.createElement("link")
      link.rel = "stylesheet"
      link.href = new URL("assets/search/box.css", root)
      link.onload = link.onerror = resolve  // unstyled is better than closed
      document.head.append(link)
    })
  }

  /* The dialog with its field is there at once, so that no letter typed meanwhile is lost. */
  const make = (tag, attributes, ...content) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...content)
    return element
  }
  const input = make("input", {class: "find-input", type: "search", "aria-label": "Search, or go to a citation",
    "aria-describedby": "find-status", placeholder: "Words, “a phrase”, 61/168, OP8 …", autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", enterkeyhint: "go"})
  const status = make("p", {class: "find-status", id: "find-status", role: "status"})
  const dialog = make("dialog", {class: "find", "aria-label": "Search"}, make("div", {class: "find-head", role: "search"}, input), status)

  let entered = false  // Enter was pressed before there was anything to go to
  input.addEventListener("input", () => { entered = false })
  input.addEventListener("keydown", event => { entered ||= event.key === "Enter" })

  async function open(query = "") {
    if (!dialog.isConnected) document.body.append(dialog)
    if (!dialog.open) dialog.showModal()
    if (query) input.value = query
    input.focus()
    input.select()
    entered = false
    try {
      box ??= Promise.all([style(), ...FILES.map(load)]).then(() => unresFind.box(root, dialog, input, status))
      ;(await box).ask(entered)
    } catch (error) {
      box = undefined
      status.textContent = error.message
    }
  }

  document.addEventListener("click", event => {
    if (event.target.closest("[data-find]")) open()
  })
  document.addEventListener("submit", event => {  // a form of a page that asks for ?q=
    const form = event.target.closest("form[data-find-form]")
    if (!form) return
    event.preventDefault()
    open(new FormData(form).get("q") ?? "")
  })
  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector("dialog[open]")) {
      event.preventDefault()
      open()
    }
  })
  const asked = new URLSearchParams(location.search).get("q")
  if (asked !== null) open(asked)
})()
