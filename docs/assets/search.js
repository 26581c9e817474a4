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

  async function open(query = "") {
    try {
      box ??= Promise.all([style(), ...FILES.map(load)]).then(() => unresFind.box(root))
      const {show} = await box
      show(query)
    } catch (error) {
      box = undefined
      document.querySelectorAll("[data-find-status]").forEach(place => { place.textContent = error.message })
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
