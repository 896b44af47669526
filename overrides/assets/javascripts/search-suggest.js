// What to look for instead, or to begin with. Pure: touches no page.
import { keyOf } from "./search-corpus.js";
import { find } from "./search-find.js";
import { distance } from "./search-typos.js";

const HAN = /\p{Script=Han}/u;

/**
 * Known words that look like a query for which nothing was found.
 * @param {object} corpus @param {string} query @param {number} limit
 * @returns {string[]} the nearest first, as they are written
 */
export function similar(corpus, query, limit = 3) {
  const wanted = keyOf(corpus.fold(query).trim());
  const found = corpus.names.map((name) => ({ name, far: farness(wanted, keyOf(corpus.fold(name))) }));
  return found.filter(({ far }) => far < 0.67).sort((a, b) => a.far - b.far).slice(0, limit).map(({ name }) => name);
}

/** 0 for the same, 1 for nothing in common: changes against length in Latin, characters shared in Han. */
function farness(wanted, name) {
  if (!wanted || !name) return 1;
  if (!HAN.test(wanted) && !HAN.test(name)) return distance(wanted, name, 4) / Math.max(wanted.length, name.length);
  const shared = [...new Set(wanted)].filter((character) => HAN.test(character) && name.includes(character)).length;
  return shared > 1 || (shared && name.length < 3) ? 1 - shared / Math.max(wanted.length, name.length) : 1;
}

/**
 * Words that most headings speak of, to begin with.
 * @param {object} corpus @param {number} limit
 * @returns {string[]} as they are written
 */
export function hot(corpus, limit = 10) {
  const counted = corpus.names.map((name) => ({ name, count: [...find(corpus, corpus.fold(name)).values()].filter(({ heading }) => heading === 1).length }));
  return counted.sort((a, b) => b.count - a.count).slice(0, limit).map(({ name }) => name);
}
