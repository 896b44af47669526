// The search dialog: a field, a status line, links to sections.
import { addTexts, makeCorpus } from "./search-corpus.js";
import { excerpt, marks } from "./search-mark.js";
import { rank } from "./search-rank.js";

export class SearchDialog {
  #dialog = make("dialog", "search-dialog");
  #input = make("input", "search-dialog__input");
  #status = make("p", "search-dialog__status");
  #results = make("ul", "search-dialog__results");
  #root;
  #corpus = null;
  #state = "正在读取目录……";

  /** @param {HTMLElement} host gets the dialog @param {URL} root of the site @param {URL} headings @param {URL} texts */
  constructor(host, root, headings, texts) {
    this.#root = root;
    this.#read(headings, texts);
    Object.assign(this.#input, { type: "search", placeholder: "搜索笔记", autocomplete: "off", spellcheck: false });
    this.#input.setAttribute("aria-label", "搜索笔记");
    this.#status.setAttribute("role", "status");
    this.#dialog.setAttribute("aria-label", "搜索");
    const close = make("button", "search-dialog__close", "关闭");
    close.type = "button";
    close.addEventListener("click", () => this.#dialog.close());
    const bar = make("div", "search-dialog__bar");
    bar.append(this.#input, close);
    this.#dialog.append(bar, this.#status, this.#results);
    host.append(this.#dialog);

    this.#input.addEventListener("input", () => this.#show());
    this.#input.addEventListener("compositionend", () => this.#show());
    this.#dialog.addEventListener("keydown", (event) => this.#key(event));
    this.#dialog.addEventListener("click", (event) => {
      // A click on the backdrop hits the dialog itself; a link on this page leaves no page that would close it.
      if (event.target === this.#dialog || event.target.closest("a")) this.#dialog.close();
    });
    this.#show();
  }

  open() {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
  }

  /** Headings are enough for a first answer; the texts complete it when they arrive. */
  async #read(headings, texts) {
    try {
      const later = fetchJson(texts);
      later.catch(() => {}); // awaited below; until then no failure of its own
      this.#corpus = makeCorpus(await fetchJson(headings));
      this.#state = "正在读取正文……";
      this.#show();
      for (const _ of addTexts(this.#corpus, await later));
      this.#state = "";
    } catch {
      this.#state = "搜索数据没有取到，请检查网络后刷新页面。";
    }
    this.#show();
  }

  #show() {
    const query = this.#input.value.trim();
    const { hits } = this.#corpus ? rank(this.#corpus, query) : { hits: [] };
    this.#results.replaceChildren(...hits.map((hit) => this.#result(hit)));
    let said = "输入要找的词，例如 CSI、裸块卷、NodePort。";
    if (query) said = hits.length ? `找到 ${hits.length} 节` : this.#state ? "" : `没有找到“${query}”。换一个短一点的词试试。`;
    this.#say([said, this.#state].filter(Boolean).join(" "));
  }

  #result({ section: at, forms }) {
    const { url, chapter, heading, text } = this.#corpus.sections[at];
    const link = make("a", "search-result");
    link.href = new URL(url, this.#root).href;
    const { start, end } = excerpt(text, this.#corpus.texts[at], forms);
    link.append(make("span", "search-result__chapter", chapter), this.#marked("search-result__heading", heading, forms), this.#marked("search-result__text", text.slice(start, end), forms));
    const item = make("li", "");
    item.append(link);
    return item;
  }

  #key(event) {
    if (event.isComposing) return;
    const stops = [this.#input, ...this.#results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "ArrowDown") stops[Math.min(at + 1, stops.length - 1)].focus();
    else if (event.key === "ArrowUp") stops[Math.max(at - 1, 0)].focus();
    else if (event.key === "Enter" && at === 0) stops[1]?.click();
    else if (event.key === "Escape") this.#dialog.close(); // else a filled field would only be emptied
    else return;
    event.preventDefault();
  }

  #marked(className, text, forms) {
    const element = make("span", className);
    let from = 0;
    for (const [start, end] of marks(text, this.#corpus.fold(text), forms)) {
      element.append(text.slice(from, start), make("mark", "", text.slice(start, end)));
      from = end;
    }
    element.append(text.slice(from));
    return element;
  }

  #say(text) {
    this.#status.textContent = text;
  }
}

async function fetchJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
