// <site-search>: opens the search at once by click, /, s or Ctrl/⌘-K; dialog and index load on first intent.
// Without script its link leads to the chapters.
import { lateStyles } from "./late-styles.js";

class SiteSearch extends HTMLElement {
  #dialog = null;

  connectedCallback() {
    for (const opener of document.querySelectorAll(".search-open")) this.#upgrade(opener);
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
      const wanted = (event.key === "/" || event.key === "s") && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (wanted || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        this.open();
      }
    });
  }

  /** Opens the dialog with the caret in its field. */
  async open() {
    (await this.#load()).open();
  }

  #upgrade(opener) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = opener.className;
    button.append(...opener.childNodes);
    for (const intent of ["pointerenter", "focus"]) button.addEventListener(intent, () => this.#load(), { once: true });
    button.addEventListener("click", () => this.open());
    opener.replaceWith(button);
  }

  #load() {
    return (this.#dialog ??= Promise.all([import("./search-dialog.js"), lateStyles()]).then(([{ SearchDialog }]) => {
      const { root, headings, texts } = this.dataset;
      return new SearchDialog(this, ...[root, headings, texts].map((address) => new URL(address, document.baseURI)));
    }));
  }
}

customElements.define("site-search", SiteSearch);
