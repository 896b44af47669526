// <site-search>: opens the search at once by click, /, s or Ctrl/⌘-K; dialog and index load on first intent.
// With class search-page it is the search itself, in the page. Without script its link leads to that page.
import { recall, remember } from "./storage.js";

const IDLE = 6000; // ms after which a reader who stays may search
const late = () => import("./late-styles.js").then(({ lateStyles }) => lateStyles()); // no part of the first view
const asked = new URLSearchParams(location.search);

class SiteSearch extends HTMLElement {
  #search = null;

  connectedCallback() {
    if (this.matches(".search-page")) return void this.load();
    for (const opener of document.querySelectorAll(".search-open")) this.#upgrade(opener);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
      const wanted = (event.key === "/" || event.key === "s") && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (wanted || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        this.open();
      }
    });
    if (asked.has("q") && !this.#page) this.open(asked.get("q"));
    if (asked.has("h") || history.state?.found) Promise.all([import("./found-words.js"), late()]).then(([{ markFound }]) => markFound());
    setTimeout(() => navigator.connection?.saveData || (window.requestIdleCallback ?? setTimeout)(() => this.load()), IDLE);
  }

  get #page() {
    return document.querySelector(".search-page");
  }

  /** Opens the dialog with the caret in its field. @param {string|null} query null: what stands there */
  async open(query = null) {
    (await (this.#page ?? this).load())?.open(query);
  }

  /** The search: in the page or in a dialog; undefined when it cannot be had now, for the next wish tries again. */
  load() {
    return (this.#search ??= Promise.all([import("./search-dialog.js"), late()]).then(([{ begin }]) => begin(this, { recall, remember })).catch(() => { this.#search = null; }));
  }

  #upgrade(opener) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = opener.className;
    button.append(...opener.childNodes);
    for (const intent of ["pointerenter", "focus"]) button.addEventListener(intent, () => this.load(), { once: true });
    button.addEventListener("click", () => this.open());
    opener.replaceWith(button);
  }
}

customElements.define("site-search", SiteSearch);
