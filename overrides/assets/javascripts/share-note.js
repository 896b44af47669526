// <share-note>: a line at the foot of the screen that says what was copied, and offers other ways to hand it on.
import { copyText } from "./copy-text.js";
import { toolButton } from "./tool-button.js";

const SECONDS = 8;

class ShareNote extends HTMLElement {
  #said = document.createElement("p");
  #choices = document.createElement("span");
  #timer = 0;

  connectedCallback() {
    this.#said.setAttribute("role", "status");
    this.append(this.#said, this.#choices);
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.#hide());
    for (const type of ["pointerenter", "focusin"]) this.addEventListener(type, () => clearTimeout(this.#timer));
    for (const type of ["pointerleave", "focusout"]) this.addEventListener(type, () => this.#hideSoon());
  }

  /** Copies a link with its title, says so, and offers the other ways. A question's link can be had without the answer. */
  async share(title, url, question) {
    const buttons = [toolButton("复制为 Markdown", () => this.#copy(`[${title}](${url})`, title, url))];
    if (question) buttons.push(toolButton("复制不带答案的链接", () => this.#copy(`${title}\n${url}?hide`, title, `${url}?hide`)));
    if (navigator.share) buttons.push(toolButton("分享……", () => navigator.share({ title, url }).catch(() => {}))); // she may change her mind
    this.#choices.replaceChildren(...buttons, toolButton("关闭", () => this.#hide()));
    await this.#copy(`${title}\n${url}`, title, url);
  }

  async #copy(text, title, url) {
    const done = await copyText(text);
    this.#said.textContent = done ? `已复制：${title}` : "浏览器不让复制，请手动复制：";
    if (!done) this.#said.append(field(url));
    this.hidden = false;
    if (done) this.#hideSoon();
    else this.querySelector("input").select();
  }

  #hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hide(), SECONDS * 1000);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.hidden = true;
  }
}

customElements.define("share-note", ShareNote);

function field(value) {
  const input = document.createElement("input");
  input.className = "share-note__link";
  input.readOnly = true;
  input.value = value;
  input.setAttribute("aria-label", "链接");
  return input;
}

/** Copies a link and says so. @param {string} title @param {string} url @param {boolean} question whether the title asks one */
export function share(title, url, question = false) {
  let note = document.querySelector("share-note");
  if (!note) {
    note = document.createElement("share-note");
    document.querySelector("main").append(note);
  }
  note.share(title, url, question);
}
