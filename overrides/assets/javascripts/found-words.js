// <found-words>: marks in the section that a search led to the words that were searched, and takes the marks away again.
import { decoded } from "./decoded.js";
import { fold } from "./search-fold.js";
import { marks } from "./search-mark.js";
import { unfold } from "./unfold.js";

const HEADING = "h1, h2, h3, h4";
const SKIPPED = "svg, script, style, button, copy-code, diagram-tools, .headerlink, .errata, .supplement"; // the last two are not searched either
const BLOCK = "p, li, td, th, pre, summary, figcaption, dt, dd, h1, h2, h3, h4, h5, h6, div";

/** Marks what the address asks for; the words move from the address into the history entry, so that it stays short. */
export function markFound() {
  const url = new URL(location.href);
  const words = url.searchParams.has("h") ? url.searchParams.getAll("h") : history.state.found;
  url.searchParams.delete("h");
  history.replaceState({ ...history.state, found: words }, "", url);
  const target = document.getElementById(decoded(location.hash.slice(1)));
  const made = markIn(target ? sectionOf(target) : [...document.querySelectorAll("article")], words);
  if (!made.length) return;
  made.forEach(unfold);
  document.body.append(new FoundWords(made));
  target?.scrollIntoView();
}

/** A heading with what stands below it up to the next heading; any other element by itself. */
export function sectionOf(target) {
  const nodes = [target];
  if (target.matches(HEADING)) for (let next = target.nextElementSibling; next && !next.matches(HEADING); next = next.nextElementSibling) nodes.push(next);
  return nodes;
}

/**
 * @param {Element[]} elements where to mark @param {string[]} words folded
 * @returns {HTMLElement[]} the new <mark>s
 */
export function markIn(elements, words) {
  const pieces = elements.flatMap((element) => textsOf(element));
  let text = "", block = null;
  for (const piece of pieces) {
    const within = piece.node.parentElement.closest(BLOCK);
    if (within !== block) text += " ";
    block = within;
    piece.start = text.length;
    text += piece.node.data;
  }
  return marks(text, fold(text), words).flatMap(([start, end]) => pieces.flatMap((piece) => cutOut(piece, start, end)));
}

function textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(SKIPPED)) found.push({ node: walker.currentNode, start: 0 });
  return found;
}

/** Puts the part of a text node that lies between two offsets into a <mark>. */
function cutOut(piece, start, end) {
  const from = Math.max(start, piece.start) - piece.start, to = Math.min(end, piece.start + piece.node.length) - piece.start;
  if (from >= to) return [];
  const marked = piece.node.splitText(from);
  const rest = marked.splitText(to - from);
  const mark = document.createElement("mark");
  mark.className = "found";
  marked.replaceWith(mark);
  mark.append(marked);
  piece.start += to; // earlier ranges are done: the piece goes on behind the mark
  piece.node = rest;
  return [mark];
}

class FoundWords extends HTMLElement {
  #marks;

  constructor(made = []) {
    super();
    this.#marks = made;
  }

  connectedCallback() {
    const words = [...new Set(this.#marks.map(({ textContent }) => textContent))];
    const clear = document.createElement("button");
    clear.type = "button";
    clear.textContent = "清除标记";
    clear.addEventListener("click", () => this.#clear());
    this.append(`标出了“${words.slice(0, 3).join("”“")}”，共 ${this.#marks.length} 处`, clear);
  }

  #clear() {
    for (const mark of this.#marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    history.replaceState({ ...history.state, found: undefined }, "");
    this.remove();
  }
}

customElements.define("found-words", FoundWords);
