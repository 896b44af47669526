// What a word that occurs nowhere was probably meant to be. Pure: touches no page.

const FORMS = 3; // candidates kept, the best first

/**
 * Letters that must change between two words: put in, left out, replaced, or two neighbours swapped.
 * @param {string} a @param {string} b @param {number} limit what is more counts as limit + 1
 * @returns {number} optimal string alignment distance
 */
export function distance(a, b, limit = Infinity) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], limit + 1);
}

const allowed = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3);

/** @param {object} corpus @param {string} word Latin, folded @returns {string[]} words of the corpus it may stand for */
export function mendLatin(corpus, word) {
  const limit = allowed(word.length);
  if (!limit) return [];
  const found = [];
  for (const [known, count] of corpus.latin) {
    const far = distance(word, known, limit);
    if (far > limit || (far > 1 && known[0] !== word[0])) continue;
    found.push({ known, rank: [far, -corpus.words.has(known), known[0] !== word[0], -count] });
  }
  found.sort(byRank);
  return found.filter(({ rank }) => rank[0] === found[0].rank[0]).slice(0, FORMS).map(({ known }) => known);
}

/** @param {object} corpus @param {string} word Han, folded, two characters or more @returns {string[]} words it may stand for */
export function mendHan(corpus, word) {
  const alike = [...word].map((character) => corpus.sounds.find((group) => group.includes(character)) ?? character);
  const sounds = new RegExp(alike.map((group) => `[${group}]`).join(""), "gu");
  const known = [...corpus.words.keys()];
  const places = word.length > 2 ? [known, corpus.headings, corpus.texts] : [known, corpus.headings];
  for (const texts of places) {
    const found = tally(texts, sounds, word);
    if (found.length) return found;
  }
  if (word.length < 3) return [];
  const near = known.filter((form) => Math.abs(form.length - word.length) <= 1 && distance(word, form, 1) === 1);
  if (near.length || word.length < 4) return near.slice(0, FORMS);
  const gaps = new RegExp([...word].map((_, at) => [...word].map((character, place) => (place === at ? "\\p{Script=Han}" : character)).join("")).join("|"), "gu");
  return tally([...corpus.headings, ...corpus.texts], gaps, word);
}

/** @returns {string[]} what the pattern finds, most frequent first */
function tally(texts, pattern, word) {
  const counts = new Map();
  for (const text of texts) for (const [found] of text.matchAll(pattern)) if (found !== word) counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, FORMS).map(([found]) => found);
}

function byRank(a, b) {
  for (let at = 0; at < a.rank.length; at++) if (a.rank[at] !== b.rank[at]) return a.rank[at] - b.rank[at];
  return 0;
}
