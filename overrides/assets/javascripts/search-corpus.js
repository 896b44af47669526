// What is searched, folded once, and where a word stands in it. Pure: touches no page.
import { folder } from "./search-fold.js";
import { sign, signatures } from "./search-signature.js";

/**
 * @typedef {{url: string, level: number, chapter: string, heading: string, path: string[], text: string, quote: string, standing: number}} Section
 *   url: below the site's root; path: the headings above it, the chapter's first; quote: wrong words that it corrects; standing: 0 asked by the notes,
 *   1 a supplement, 2 outside the chapters
 * @typedef {{spelt: string, forms: Map<string, number>, homes: Map<number, number>}} Word how a word is written, its other
 *   forms, and the sections that explain it, each with a weight up to 1
 */

export const VERSION = 3; // of the files that search_index.py writes

const BITS = 4096, ALL_BITS = 1 << 19; // of a section's signature, of the whole corpus's
const OTHER_FORM = 0.9, ALIAS = 0.6, SAME = 0.7;

/** @param {string} form folded @returns {string} the form without what people leave out: spaces, hyphens, underscores */
export const keyOf = (form) => form.replace(/[\s_-]+/g, "") || form;

/** @param {object} index headings.json @returns {object} the corpus: words, and sections whose headings are to be added */
export function makeCorpus(index) {
  if (index.version !== VERSION) throw new Error(`headings.json: version ${index.version}`);
  const fold = folder(index.traditional);
  const above = [];
  const sections = index.sections.map(([page, id, level, heading, standing]) => {
    const [address, chapter] = index.pages[page];
    above.length = Math.min(above.length, level - 1);
    const path = level > 1 ? above.filter(Boolean) : [];
    above[level - 1] = heading;
    return { url: `${address}#${id}`, level, chapter, heading, path, standing, text: "", quote: "" };
  });
  const corpus = {
    fold, sections,
    headings: sections.map(() => ""), paths: sections.map(() => ""), foldedPaths: sections.map(() => ""), texts: sections.map(() => ""), quotes: sections.map(() => ""),
    taiwan: index.taiwan.map((pair) => pair.map(fold)).sort((a, b) => b[0].length - a[0].length),
    terms: index.terms.map(([forms, own]) => forms.slice(0, own)), names: index.terms.map(([[name]]) => name), termAt: new Map(),
    words: new Map(), latin: new Map(), joined: new Map(), found: new Map(), counted: new Map(), sounds: [], definitions: [], complete: false,
    signed: signatures(BITS, sections.length), whole: signatures(ALL_BITS, 1),
  };
  index.terms.forEach(([forms, own, home], at) => {
    addWord(corpus, forms.map(fold), own, home);
    for (const form of forms) corpus.termAt.set(keyOf(fold(form)), at);
  });
  for (const group of index.same) addGroup(corpus, group.map(fold));
  return corpus;
}

/** Adds the headings, a section a step, so that the caller may pause. @param {object} corpus */
export function* addHeadings(corpus) {
  for (const [at, { heading, path }] of corpus.sections.entries()) {
    corpus.headings[at] = corpus.fold(heading);
    corpus.paths[at] = path.join(" ");
    corpus.foldedPaths[at] = corpus.fold(corpus.paths[at]);
    addLatin(corpus, corpus.headings[at]);
    signSection(corpus, at, [corpus.headings[at], corpus.foldedPaths[at]]);
    yield at;
  }
}

/** Adds what the second file says first. @param {object} corpus @param {{version: number, definitions: string[], sounds: string[]}} preface */
export function addPreface(corpus, { version, definitions, sounds }) {
  if (version !== VERSION) throw new Error(`texts.txt: version ${version}`);
  corpus.sounds = sounds;
  corpus.definitions = definitions;
}

/** Adds what a section says and which wrong words it corrects. @param {object} corpus @param {number} at @param {[string, string]} said */
export function addText(corpus, at, [text, quote]) {
  const section = corpus.sections[at];
  section.text = text;
  section.quote = quote;
  corpus.texts[at] = corpus.fold(text);
  corpus.quotes[at] = corpus.fold(quote);
  addLatin(corpus, corpus.texts[at]);
  signSection(corpus, at, [corpus.texts[at], corpus.quotes[at]]);
  corpus.found.clear();
  corpus.counted.clear();
  corpus.complete = at === corpus.sections.length - 1;
}

function signSection(corpus, at, texts) {
  for (const text of texts) {
    sign(corpus.signed, at, text);
    sign(corpus.whole, 0, text);
  }
}

function addWord(corpus, forms, own, home) {
  for (const form of forms) {
    const word = wordAt(corpus, form);
    forms.forEach((other, at) => { if (other !== form) raise(word.forms, other, at < own ? OTHER_FORM : ALIAS); });
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
  if (!corpus.words.has(key)) corpus.words.set(key, { spelt: form, forms: new Map(), homes: new Map() });
  const word = corpus.words.get(key);
  raise(word.forms, form, 1);
  return word;
}

const raise = (map, key, value) => map.set(key, Math.max(map.get(key) ?? 0, value));

function addLatin({ latin, joined }, folded) {
  for (const [word] of folded.matchAll(/[a-z0-9]+(?:[-_][a-z0-9]+)+/g)) joined.set(keyOf(word), word);
  for (const [word] of folded.matchAll(/[a-z][a-z0-9]{3,}/g)) latin.set(word, (latin.get(word) ?? 0) + 1);
}
