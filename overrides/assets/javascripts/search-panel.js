// The search itself: a field, a status line, and a list of sections below it that the arrows walk (combobox pattern).
import { beginning, keep, report } from "./search-beside.js";
import { corpusOfHeadings, withTexts } from "./search-data.js";
import { rank } from "./search-rank.js";
import { similar } from "./search-suggest.js";
import { definition, grouped, make, resultLink, wordLine } from "./search-view.js";

let made = 0;

export class SearchPanel {
  #corpus = null;
  #input = make("input", "search-panel__input");
  #status = make("p", "search-panel__status");
  #list = make("div", "search-panel__list");
  #beside = make("div", "search-panel__beside");
  #options = [];
  #at = -1;
  #state = "正在读取目录……";
  #addresses;
  #memory;

  /**
   * @param {HTMLElement} host gets field, status and list
   * @param {{root: URL, headings: URL, texts: URL, pages: {name: string, url: string}[], repository: string|null}} addresses
   * @param {{recall: Function, remember: Function}} memory of what was searched before
   */
  constructor(host, addresses, memory) {
    this.#addresses = addresses;
    this.#memory = memory;
    const input = this.#input, list = this.#list;
    Object.assign(input, { type: "search", placeholder: "搜索笔记", autocomplete: "off", spellcheck: false, enterKeyHint: "go" });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-label": "搜索笔记", "aria-autocomplete": "list", "aria-expanded": "false", "aria-haspopup": "listbox" })) input.setAttribute(name, value);
    input.setAttribute("autocapitalize", "off");
    list.id = `search-list-${++made}`;
    list.setAttribute("role", "listbox");
    list.ariaLabel = "找到的章节";
    input.setAttribute("aria-controls", list.id);
    this.#status.setAttribute("role", "status");
    host.append(input, this.#status, this.#beside, list);
    input.addEventListener("input", (event) => event.isComposing || this.#show());
    input.addEventListener("compositionend", () => this.#show());
    input.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("click", (event) => this.#leave(event), true);
    list.addEventListener("auxclick", (event) => this.#leave(event), true);
    this.#show();
    this.#read();
  }

  /** The field, for the caret. */
  get input() {
    return this.#input;
  }

  /** Searches for a text. @param {string} query */
  search(query) {
    this.#input.value = query;
    this.#show();
    this.#input.focus();
  }

  /** Headings are enough for a first answer; the texts complete it when they arrive. */
  async #read() {
    try {
      this.#corpus = await corpusOfHeadings(this.#addresses);
      this.#state = "正在读取正文……";
      this.#show();
      await withTexts(this.#addresses);
      this.#state = "";
    } catch {
      this.#state = "搜索数据没有取到，请检查网络后刷新页面。";
    }
    this.#show();
  }

  #show() {
    const query = this.#input.value.trim();
    const { hits, total, mended, term } = this.#corpus && query ? rank(this.#corpus, query) : { hits: [], total: 0, mended: null, term: -1 };
    this.#options = hits.map((hit, number) => {
      const link = resultLink(this.#corpus, hit, this.#addresses.page);
      link.id = `${this.#list.id}-${number}`;
      link.addEventListener("pointermove", () => this.#point(number));
      link.words = hit.forms;
      return link;
    });
    this.#list.replaceChildren(...(this.#corpus ? grouped(this.#corpus, hits, this.#options) : []));
    this.#list.dataset.query = query;
    this.#input.setAttribute("aria-expanded", String(hits.length > 0));
    this.#point(-1);
    this.#beside.replaceChildren(...this.#besides(query, hits, mended, term));
    this.#say(this.#said(query, hits.length, total));
  }

  #said(query, shown, total) {
    if (!query) return "";
    if (!shown) return this.#state ? "" : `没有找到“${query}”。`;
    return total > shown ? `找到 ${total} 节，列出最相关的 ${shown} 节` : `找到 ${total} 节`;
  }

  /** What stands between status and list: a term's definition, other words, or what to begin with. */
  #besides(query, hits, mended, term) {
    const search = (word) => this.search(word);
    if (!this.#corpus) return [];
    if (!query) return beginning(this.#corpus, this.#addresses, this.#memory, search);
    if (hits.length) {
      const shown = [];
      if (mended) shown.push(wordLine("已按相近的词查找：", [mended], search));
      if (term >= 0 && this.#corpus.definitions[term]) shown.push(definition({ forms: this.#corpus.terms[term], definition: this.#corpus.definitions[term] }));
      return shown;
    }
    if (this.#state) return [];
    const near = similar(this.#corpus, query);
    return [...(near.length ? [wordLine("您是不是要找：", near, search)] : [make("p", "search-panel__hint", "换一个短一点的词，或者换一种说法试试。")]), report(this.#addresses, query)];
  }

  #key(event) {
    if (event.isComposing) return;
    const last = this.#options.length - 1;
    if (event.key === "ArrowDown") this.#point(this.#at === last ? 0 : this.#at + 1, true);
    else if (event.key === "ArrowUp") this.#point(this.#at <= 0 ? last : this.#at - 1, true);
    else if (event.key === "Enter" && last >= 0) this.#options[Math.max(this.#at, 0)].click();
    else return;
    event.preventDefault();
  }

  /** Makes one option the active one; -1: none. */
  #point(number, scroll = false) {
    this.#options[this.#at]?.removeAttribute("aria-selected");
    this.#at = Math.min(number, this.#options.length - 1);
    const option = this.#options[this.#at];
    option?.setAttribute("aria-selected", "true");
    if (option) this.#input.setAttribute("aria-activedescendant", option.id);
    else this.#input.removeAttribute("aria-activedescendant");
    if (scroll) option?.scrollIntoView({ block: "nearest" });
  }

  /** The link takes the words along, and they are remembered. */
  #leave(event) {
    const link = event.target.closest("a");
    if (!link) return;
    const url = new URL(link.href);
    url.search = new URLSearchParams(link.words.map((word) => ["h", word]));
    link.href = url.href;
    keep(this.#memory, this.#input.value.trim());
  }

  #say(text) {
    this.#status.textContent = [text, this.#state].filter(Boolean).join(" ");
  }
}
