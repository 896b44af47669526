// Where a word stands in a corpus. Pure: touches no page.
import { place, wholeness } from "./search-places.js";
import { candidates } from "./search-signature.js";

/**
 * @typedef {{heading: number, path: number, text: number, count: number, lead: boolean, defined: boolean}} Found how whole the word stands in
 *   heading, path and text (1: a word; less: part of one; 0: not there), how often in the text, whether the text
 *   begins with it, and whether a paragraph begins with it as with a thing to be explained
 */

const COUNTED = 8, REMEMBERED = 400; // places of a form in a text; forms
const ENOUGH = 800; // sections
const LEAD = 60; // units of a text that say what it is about
const EXPLAINS = /^ ?[:(是指]/;

/**
 * Where a form stands. Latin counts at the start of a word or of a camel hump only. All headings are looked at; texts and
 * paths until the form is found so often that finding it there says nothing more.
 * @param {object} corpus @param {string} form folded
 * @returns {Map<number, Found>} by number of section
 */
export function find(corpus, form) {
  let found = corpus.found.get(form);
  if (found) return found;
  found = new Map();
  const possible = within(corpus, form);
  for (const at of possible) {
    const heading = look(corpus.sections[at].heading, corpus.headings[at], form);
    if (heading.count) found.set(at, { heading: heading.whole, path: 0, text: 0, count: 0, lead: false, defined: false });
  }
  for (const at of possible) {
    if (found.size > ENOUGH) break;
    const path = look(corpus.paths[at], corpus.foldedPaths[at], form);
    const text = look(corpus.sections[at].text, corpus.texts[at], form);
    if (path.count || text.count) found.set(at, { heading: found.get(at)?.heading ?? 0, path: path.whole, text: text.whole, count: text.count, lead: text.first < LEAD, defined: text.defined });
  }
  if (corpus.found.size >= REMEMBERED) corpus.found.clear();
  corpus.found.set(form, found);
  return found;
}

/**
 * @param {object} corpus @param {string} form folded @param {number} least
 * @returns {number} in how many sections a form stands, counted no further than `least`
 */
export function count(corpus, form, least) {
  const known = corpus.counted.get(form);
  if (known !== undefined) return known;
  let number = 0;
  for (const at of within(corpus, form)) {
    const { heading, text } = corpus.sections[at];
    if (place(heading, corpus.headings[at], form) >= 0 || place(text, corpus.texts[at], form) >= 0 || place(corpus.paths[at], corpus.foldedPaths[at], form) >= 0) number++;
    if (number === least) break;
  }
  if (corpus.counted.size >= REMEMBERED) corpus.counted.clear();
  corpus.counted.set(form, number);
  return number;
}

/** The sections whose signature does not forbid a form. */
const within = (corpus, form) => (form && candidates(corpus.whole, form).length ? candidates(corpus.signed, form) : []);

const NOWHERE = { count: 0, whole: 0, first: Infinity, defined: false };

function look(text, folded, form) {
  const first = place(text, folded, form);
  if (first < 0) return NOWHERE;
  let count = 0, whole = 0, defined = false;
  for (let at = first; at >= 0 && count < COUNTED; at = place(text, folded, form, at + form.length)) {
    count++;
    whole = Math.max(whole, wholeness(text, folded, at, at + form.length));
    defined ||= (at === 0 || folded[at - 1] === " ") && EXPLAINS.test(folded.slice(at + form.length, at + form.length + 3));
  }
  return { count, whole, first, defined };
}
