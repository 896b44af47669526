// The search in a dialog over the page, or in the page itself.
import { addresses } from "./search-addresses.js";
import { SearchPanel } from "./search-panel.js";
import { button, make } from "./search-view.js";

/**
 * @param {HTMLElement} host a <site-search> @param {object} memory as SearchPanel takes it
 * @returns {{open: (query: string|null) => void}}
 */
export function begin(host, memory) {
  return new (host.matches(".site-header__search") ? SearchDialog : SearchPage)(host, addresses(), memory);
}

class SearchDialog {
  #dialog = document.createElement("dialog");
  #panel;

  constructor(host, where, memory) {
    this.#dialog.className = "search-dialog";
    this.#dialog.setAttribute("aria-label", "搜索");
    this.#panel = new SearchPanel(this.#dialog, where, memory);
    this.#panel.input.after(button("关闭", () => this.#dialog.close(), "search-dialog__close"));
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault(); // else a filled field would only be emptied
      this.#dialog.close();
    });
    this.#dialog.addEventListener("click", (event) => {
      // A click on the backdrop hits the dialog itself; a link on this page leaves no page that would close it.
      if (event.target === this.#dialog || event.target.closest("a")) this.#dialog.close();
    });
    host.append(this.#dialog);
  }

  open(query) {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (query !== null) this.#panel.search(query);
    this.#panel.input.select();
  }
}

class SearchPage {
  #panel;

  constructor(host, where, memory) {
    document.querySelector(".search-instead").remove();
    const frame = make("div", "search-frame");
    host.append(frame);
    this.#panel = new SearchPanel(frame, where, memory);
    // The address can be sent to someone else, at any moment.
    this.#panel.input.addEventListener("input", () => history.replaceState(history.state, "", `?${new URLSearchParams({ q: this.#panel.input.value })}`));
    this.open(new URLSearchParams(location.search).get("q"));
  }

  open(query) {
    if (query !== null) this.#panel.search(query);
    this.#panel.input.focus();
  }
}
