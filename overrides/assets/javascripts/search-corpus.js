// What is searched, folded once, and where a word stands in it. Pure: touches no page.
import { folder } from "./search-fold.js";

/**
 * @typedef {{url: string, level: number, chapter: string, heading: string, path: string[], text: string, standing: number}} Section
 *   url: below the site's root; path: the headings above it, the chapter's first; standing: 0 asked by the notes,
 *   1 a supplement, 2 outside the chapters
 * @typedef {{heading: number, path: number, text: number, count: number, defined: boolean}} Found how whole the word stands in
 *   heading, path and text (1: a word; less: part of one; 0: not there), how often in the text, and whether a paragraph
 *   begins with it as with a thing to be explained
 * @typedef {{forms: Map<string, number>, homes: Map<number, number>}} Word other forms of a word and the sections that
 *   explain it, each with a weight up to 1
 */

export const VERSION = 2; // of the files that search_index.py writes

const LATIN = /[a-z0-9]/;
const OFTEN = 5; // sections
const EXPLAINS = /^ ?[:(是指]/;
const HALF = { hump: 0.8, prefix: 0.6 };
const OTHER_FORM = 0.9, SAME = 0.8;

/** @param {string} form folded @returns {string} the form without what people leave out: spaces, hyphens, underscores */
export const keyOf = (form) => form.replace(/[\s_-]+/g, "") || form;

/** @param {object} index headings.json @returns {object} the corpus: headings and words, no texts yet */
export function makeCorpus(index) {
  if (index.version !== VERSION) throw new Error(`headings.json: version ${index.version}`);
  const fold = folder(index.traditional);
  const above = [];
  const sections = index.sections.map(([page, id, level, heading, standing]) => {
    const [address, chapter] = index.pages[page];
    above.length = Math.min(above.length, level - 1);
    const path = level > 1 ? above.filter(Boolean) : [];
    above[level - 1] = heading;
    return { url: `${address}#${id}`, level, chapter, heading, path, standing, text: "" };
  });
  const corpus = {
    fold, sections,
    headings: sections.map(({ heading }) => fold(heading)),
    paths: sections.map(({ path }) => path.join(" ")),
    foldedPaths: sections.map(({ path }) => fold(path.join(" "))),
    texts: sections.map(() => ""),
    taiwan: index.taiwan.map((pair) => pair.map(fold)).sort((a, b) => b[0].length - a[0].length),
    words: new Map(), latin: new Map(), found: new Map(), sounds: [], complete: false,
  };
  for (const [forms, home] of index.terms) addWord(corpus, forms.map(fold), home);
  for (const group of index.same) addGroup(corpus, group.map(fold));
  for (const heading of corpus.headings) addLatin(corpus, heading);
  return corpus;
}

/** Adds the texts to a corpus, a section a step, so that the caller may pause. @param {object} corpus @param {object} texts texts.json */
export function* addTexts(corpus, { version, texts, sounds }) {
  if (version !== VERSION || texts.length !== corpus.sections.length) throw new Error(`texts.json: version ${version}`);
  for (const [at, text] of texts.entries()) {
    corpus.sections[at].text = text;
    corpus.texts[at] = corpus.fold(text);
    addLatin(corpus, corpus.texts[at]);
    yield at;
  }
  corpus.sounds = sounds;
  corpus.found.clear();
  corpus.complete = true;
}

function addWord(corpus, forms, home) {
  for (const form of forms) {
    const word = wordAt(corpus, form);
    for (const other of forms) if (other !== form) raise(word.forms, other, OTHER_FORM);
    if (home >= 0) word.homes.set(home, 1);
    addLatin(corpus, form);
  }
}

function addGroup(corpus, group) {
  for (const word of group) {
    const entry = wordAt(corpus, word);
    for (const other of group) if (other !== word) raise(entry.forms, other, SAME);
  }
}

function wordAt(corpus, form) {
  const key = keyOf(form);
  if (!corpus.words.has(key)) corpus.words.set(key, { forms: new Map(), homes: new Map() });
  const word = corpus.words.get(key);
  raise(word.forms, form, 1);
  return word;
}

const raise = (map, key, value) => map.set(key, Math.max(map.get(key) ?? 0, value));

function addLatin({ latin }, folded) {
  for (const [word] of folded.matchAll(/[a-z][a-z0-9]{3,}/g)) latin.set(word, (latin.get(word) ?? 0) + 1);
}

/**
 * Where a form stands. Latin counts at the start of a word or of a camel hump only.
 * @param {object} corpus @param {string} form folded
 * @returns {Map<number, Found>} by number of section
 */
export function find(corpus, form) {
  let found = corpus.found.get(form);
  if (!found) {
    found = new Map();
    if (form) corpus.sections.forEach((section, at) => {
      const heading = look(section.heading, corpus.headings[at], form);
      const path = look(corpus.paths[at], corpus.foldedPaths[at], form);
      const text = look(section.text, corpus.texts[at], form);
      if (heading.count || path.count || text.count) found.set(at, { heading: heading.whole, path: path.whole, text: text.whole, count: text.count, defined: text.defined });
    });
    corpus.found.set(form, found);
  }
  return found;
}

function look(text, folded, form) {
  let count = 0, whole = 0, defined = false;
  for (const at of places(text, folded, form)) {
    count++;
    whole = Math.max(whole, wholeness(text, folded, at, at + form.length));
    defined ||= (at === 0 || folded[at - 1] === " ") && EXPLAINS.test(folded.slice(at + form.length, at + form.length + 3));
  }
  return { count, whole, defined };
}

/** @returns {Generator<number>} offsets of a folded form in a text, Latin at the start of a word or hump only */
export function* places(text, folded, form) {
  if (!form) return;
  for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length)) if (edge(text, folded, at)) yield at;
}

function wholeness(text, folded, start, end) {
  const open = !joined(folded, start);
  if (open && (!joined(folded, end) || (folded[end] === "s" && !joined(folded, end + 1)))) return 1;
  return edge(text, folded, end) ? HALF.hump : HALF.prefix;
}

/** Whether two Latin letters or digits meet at this offset. */
const joined = (folded, at) => at > 0 && at < folded.length && LATIN.test(folded[at - 1]) && LATIN.test(folded[at]);

/** Whether a word or a camel hump may start at this offset. */
function edge(text, folded, at) {
  if (!joined(folded, at)) return true;
  const before = text[at - 1], here = text[at], after = text[at + 1] ?? "";
  if (/\d/.test(before) !== /\d/.test(here)) return true;
  return /[A-Z]/.test(here) && (!/[A-Z]/.test(before) || /[a-z]/.test(after));
}

/**
 * A query in the mainland's words. Words that the site often uses itself stay, unless the reader writes traditional characters.
 * @param {object} corpus @param {string} query @returns {string} folded
 */
export function mainland(corpus, query) {
  const folded = corpus.fold(query).trim();
  const traditional = folded !== folder()(query).trim();
  let said = folded;
  for (const [word, ours] of corpus.taiwan) if (said.includes(word) && (traditional || find(corpus, word).size < OFTEN)) said = said.replaceAll(word, ours);
  return said;
}
