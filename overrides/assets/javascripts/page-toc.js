// <page-toc>: unfolds beside the text, marks the section being read and keeps its entry in view.

const REST = 400; // ms; Safari refuses more than a hundred changes in half a minute

/**
 * The section being read: the last heading at or above the line, else none.
 * @param {{id: string, top: number}[]} headings in document order, top in px from the viewport's top
 * @param {number} line px from the viewport's top
 * @returns {string|null} the heading's id
 */
export function sectionAt(headings, line) {
  return headings.findLast(({ top }) => top <= line)?.id ?? null;
}

class PageToc extends HTMLElement {
  #links = new Map();
  #frame = 0;
  #rest = 0;
  #came = location.hash !== ""; // for what the address names: a figure perhaps, so it stays for a start

  connectedCallback() {
    // On a wide screen the summary is no button, so the list may not depend on it where ::details-content is unknown.
    const wide = matchMedia("(min-width: 60em)");
    const unfold = () => { this.querySelector("details").open = wide.matches; };
    wide.addEventListener("change", unfold);
    unfold();
    for (const link of this.querySelectorAll("a")) this.#links.set(decodeURIComponent(link.hash.slice(1)), link);
    const queue = () => { this.#frame ||= requestAnimationFrame(() => this.#follow()); };
    addEventListener("scroll", queue, { passive: true });
    addEventListener("resize", queue, { passive: true });
    addEventListener("hashchange", () => { this.#came = true; });
    queue();
  }

  #follow() {
    this.#frame = 0;
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 24;
    const headings = [...this.#links.keys()].flatMap((id) => {
      const heading = document.getElementById(id);
      return heading ? [{ id, top: heading.getBoundingClientRect().top }] : [];
    });
    const current = this.#links.get(sectionAt(headings, line)) ?? null;
    const before = this.querySelector("[aria-current]");
    if (current === before) return;
    before?.removeAttribute("aria-current");
    current?.setAttribute("aria-current", "true");
    this.#nameInAddress(current?.hash ?? "");
    // scrollIntoView would also move the page.
    if (current) this.scrollTop += current.getBoundingClientRect().top - this.getBoundingClientRect().top - this.clientHeight / 2;
  }

  /** The address follows the section being read, without an entry in the history, once the reader rests. */
  #nameInAddress(hash) {
    clearTimeout(this.#rest);
    if (!this.#came) this.#rest = setTimeout(() => history.replaceState(history.state, "", location.pathname + location.search + hash), REST);
    this.#came = false;
  }
}

customElements.define("page-toc", PageToc);
