// What a word that occurs nowhere was probably meant to be. Pure: touches no page.

const FORMS = 3; // candidates kept, the best first
const ENOUGH = 1500; // sections that are read through
const LONGEST = 8; // characters of a Han word looked at

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

const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3);

/** @param {object} corpus @param {string} word Latin, folded @returns {string[]} words of the corpus it may stand for */
export function mendLatin(corpus, word) {
  if (corpus.joined.has(word)) return [corpus.joined.get(word)]; // only the hyphen was left out
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

/** @param {object} corpus @param {string} text folded @returns {string} its words held together by hyphens that occur nowhere, as the nearest one is spelt */
export function mendHyphened(corpus, text) {
  return text.replace(/[a-z0-9]+(?:-[a-z0-9]+)+/g, (word) => {
    const limit = allowed(word.length);
    if (corpus.joined.has(word.replaceAll("-", "")) || !limit) return word;
    const near = Array.from(corpus.joined.values(), (known) => ({ known, far: distance(word, known, limit) })).filter(({ far }) => far <= limit);
    return near.sort((a, b) => a.far - b.far)[0]?.known ?? word;
  });
}

/**
 * The longest part of a run of Han characters that is something else misspelt; a known word before a chance find.
 * @param {object} corpus @param {string} run folded @param {(start: number, end: number) => boolean} bad whether a part
 *   holds characters that need mending
 * @returns {{start: number, end: number, forms: string[]}|null} offsets in the run, and what the part may stand for
 */
export function mendHan(corpus, run, bad) {
  for (const alike of [knownAlike, foundAlike]) {
    for (let length = Math.min(run.length, LONGEST); length > 1; length--) {
      for (let start = 0; start + length <= run.length; start++) {
        const forms = bad(start, start + length) ? alike(corpus, run.slice(start, start + length)) : [];
        if (forms.length) return { start, end: start + length, forms };
      }
    }
  }
  return null;
}

/** A pattern of the characters that sound like these. */
const sounds = (corpus, word) => Array.from(word, (character) => `[${corpus.sounds.find((group) => group.includes(character)) ?? character}]`).join("");

/** Words of the glossary that sound like this one, or differ from it in one character. */
function knownAlike(corpus, word) {
  const found = tally(corpus.words.keys(), new RegExp(`^${sounds(corpus, word)}$`, "gu"), word);
  if (found.length || word.length === 2) return found;
  return Array.from(corpus.words.keys()).filter((form) => form.length > 1 && !word.includes(form) && !form.includes(word) && distance(word, form, 1) === 1).slice(0, FORMS);
}

/** What stands in headings or texts and sounds like this, or in headings and differs from it in one character. */
function foundAlike(corpus, word) {
  if (word.length < 3) return [];
  const places = [corpus.headings, ...(word.length > 3 ? [corpus.texts] : [])];
  for (const texts of places) {
    const found = tally(texts.slice(0, ENOUGH), new RegExp(sounds(corpus, word), "gu"), word);
    if (found.length) return found;
  }
  if (word.length < 4) return [];
  const gaps = Array.from(word, (_, at) => `${word.slice(0, at)}\\p{Script=Han}${word.slice(at + 1)}`).join("|");
  return tally(corpus.headings.slice(0, ENOUGH), new RegExp(gaps, "gu"), word);
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
