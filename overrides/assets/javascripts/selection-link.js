// <selection-link>: a button near selected text that copies a link to just these words (a text fragment).
import { share } from "./share-note.js";
import { toolButton } from "./tool-button.js";

const LONGEST_TITLE = 40;
const GAP = 8, HANDLES = 32; // px below the selection: a finger drags it by handles that hang there

class SelectionLink extends HTMLElement {
  connectedCallback() {
    this.append(toolButton("复制所选文字的链接", () => this.#copy()));
    this.addEventListener("pointerdown", (event) => event.preventDefault()); // or the selection would be gone
    document.addEventListener("selectionchange", () => this.follow());
    addEventListener("scroll", () => { this.hidden = true; }, { passive: true });
  }

  /** Shows the button below the selection, or hides it when nothing of an article is selected. */
  follow() {
    const selection = getSelection();
    const chosen = !selection.isCollapsed && selection.toString().trim() && selection.anchorNode.parentElement?.closest("article");
    this.hidden = !chosen;
    if (!chosen) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    this.style.top = `${Math.min(box.bottom + (matchMedia("(pointer: coarse)").matches ? HANDLES : GAP), innerHeight - this.offsetHeight - 8)}px`;
    this.style.left = `${Math.max(8, Math.min(box.left, innerWidth - this.offsetWidth - 8))}px`;
  }

  async #copy() {
    const selection = getSelection();
    const words = selection.toString().trim();
    const { generateFragment } = await import("text-fragments-polyfill/dist/fragment-generation-utils.js");
    const { status, fragment } = generateFragment(selection);
    const url = new URL(location.href);
    url.search = "";
    if (status === 0) url.hash = `${url.hash}:~:text=${[fragment.prefix && `${encodeURIComponent(fragment.prefix)}-`, encodeURIComponent(fragment.textStart), fragment.textEnd && encodeURIComponent(fragment.textEnd), fragment.suffix && `-${encodeURIComponent(fragment.suffix)}`].filter(Boolean).join(",")}`;
    this.hidden = true;
    share(words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE)}…` : words, url.href);
  }
}

customElements.define("selection-link", SelectionLink);

/** Offers the link of what is selected now and later. */
export function offerSelectionLink() {
  const offer = document.createElement("selection-link");
  document.querySelector("main").append(offer);
  offer.follow();
}
