// Builds what the search shows. No state, no listening.
import { excerpt, marks } from "./search-mark.js";

/** @param {string} tag @param {string} className @param {...(string|Node)} content @returns {HTMLElement} */
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** @param {string} text @param {() => void} act @param {string} className @returns {HTMLButtonElement} */
export function button(text, act, className = "search-word") {
  const made = make("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A line of buttons, one for each word. @param {string} name @param {string[]} words @param {(word: string) => void} act */
export function wordLine(name, words, act) {
  const line = make("div", "search-line");
  line.append(make("span", "search-line__name", name), ...words.map((word) => button(word, () => act(word))));
  return line;
}

/**
 * One found section, as an option of the list.
 * @param {object} corpus @param {{section: number, forms: string[]}} hit @param {(url: string) => string} address
 * @returns {HTMLAnchorElement}
 */
export function resultLink(corpus, { section: at, forms }, address) {
  const { url, heading, path, text } = corpus.sections[at];
  const link = make("a", "search-result");
  link.href = address(url);
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  const { start, end } = excerpt(text, corpus.texts[at], forms);
  const trail = path.slice(1).join(" › ");
  if (trail) link.append(make("span", "search-result__trail", trail));
  link.append(marked("search-result__heading", heading, marks(heading, corpus.headings[at], forms), 0, heading.length));
  if (text) link.append(marked("search-result__text", text, marks(text, corpus.texts[at], forms), start, end));
  return link;
}

/** Runs of results of one chapter under its name. @param {object} corpus @param {object[]} hits @param {HTMLAnchorElement[]} links */
export function grouped(corpus, hits, links) {
  const groups = [];
  hits.forEach(({ section }, at) => {
    const { chapter } = corpus.sections[section];
    if (groups.at(-1)?.ariaLabel !== chapter) {
      const group = make("div", "search-group", make("div", "search-group__name", chapter));
      group.setAttribute("role", "group");
      group.ariaLabel = chapter;
      group.firstChild.setAttribute("aria-hidden", "true");
      groups.push(group);
    }
    groups.at(-1).append(links[at]);
  });
  return groups;
}

/** The glossary's sentence for a term. @param {{forms: string[], definition: string}} term */
export function definition({ forms: [name, ...others], definition: said }) {
  const card = make("p", "search-term", make("b", "", name));
  if (others.length) card.append(make("span", "search-term__forms", others.slice(0, 3).join(" · ")));
  card.append(said);
  return card;
}

/** The part of a text between two offsets, with those of the ranges marked that it holds whole. */
function marked(className, text, ranges, from, to) {
  const element = make("span", className, from > 0 ? "…" : "");
  for (const [start, end] of ranges.filter((range) => range[0] >= from && range[1] <= to)) {
    element.append(text.slice(from, start), make("mark", "", text.slice(start, end)));
    from = end;
  }
  element.append(text.slice(from, to), to < text.length ? "…" : "");
  return element;
}
