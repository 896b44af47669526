// <term-tip>: a term's definition beside it, on hover, focus or the first tap. Without script the term is a link to the glossary.
// It stays while the pointer is on it and goes on Escape (WCAG 1.4.13).
const AWAY = 250; // ms that the pointer may take from the term to its tip
const GAP = 6; // px

let definitions = null;

/** @returns {Promise<Record<string, [string, string, string]>>} name, definition and home of each term, by its anchor */
function loadDefinitions() {
  const script = document.querySelector("[data-terms]");
  return (definitions ??= fetch(script.dataset.terms).then((answer) => answer.json()));
}

/** Where a tip stands: below its term, or above where there is no room; never outside the screen. */
export function placed(term, tip, screen) {
  const left = Math.max(GAP, Math.min(term.left, screen.width - tip.width - GAP));
  const below = term.bottom + GAP;
  const top = below + tip.height <= screen.height ? below : Math.max(GAP, term.top - GAP - tip.height);
  return { left, top };
}

class TermTip extends HTMLElement {
  #term = null;
  #away = 0;

  connectedCallback() {
    this.id = "term-tip";
    this.addEventListener("pointerenter", () => clearTimeout(this.#away));
    this.addEventListener("pointerleave", () => this.#leave());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    document.addEventListener("pointerdown", (event) => !this.contains(event.target) && event.target !== this.#term && this.close());
    addEventListener("scroll", () => this.close(), { passive: true });
  }

  /** Shows the definition of a term. @param {HTMLAnchorElement} term */
  async open(term) {
    clearTimeout(this.#away);
    if (this.#term === term) return;
    this.#term = term;
    const all = await loadDefinitions();
    const known = all[new URL(term.href).hash.slice(1)];
    if (!known || this.#term !== term) return;
    const [name, definition, home] = known;
    const said = document.createElement("p");
    const title = document.createElement("strong");
    title.textContent = name;
    said.append(title, `：${definition}`);
    const links = document.createElement("p");
    links.append(link("讲它的一节", new URL(`../${home}`, term.href)), link("术语表", term.href));
    this.replaceChildren(said, links);
    term.setAttribute("aria-describedby", this.id);
    term.addEventListener("pointerleave", () => this.#leave(), { once: true });
    term.addEventListener("blur", (event) => !this.contains(event.relatedTarget) && this.close(), { once: true });
    this.hidden = false;
    const { left, top } = placed(term.getBoundingClientRect(), this.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: innerHeight });
    this.style.left = `${left}px`;
    this.style.top = `${top}px`;
  }

  /** Whether the tip shows this term now. @param {HTMLAnchorElement} term */
  shows(term) {
    return !this.hidden && this.#term === term;
  }

  close() {
    clearTimeout(this.#away);
    this.#term?.removeAttribute("aria-describedby");
    this.#term = null;
    this.hidden = true;
  }

  #leave() {
    clearTimeout(this.#away);
    this.#away = setTimeout(() => this.close(), AWAY);
  }
}

customElements.define("term-tip", TermTip);

function link(text, href) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

/** @returns {TermTip} the page's one tip */
export function termTip() {
  let tip = document.querySelector("term-tip");
  if (!tip) {
    tip = document.createElement("term-tip");
    tip.hidden = true;
    document.querySelector("main").append(tip);
  }
  return tip;
}
