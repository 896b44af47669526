// Plain substring search over sections. Pure: touches no page.

/**
 * @typedef {{url: string, chapter: string, heading: string, text: string}} Section url is relative to the site's root
 * @typedef {{section: Section, start: number, excerpt: string}} Hit start is the excerpt's offset in section.text
 */

/** @param {string} text @returns {string} lower case, one unit to one unit, so that offsets stay valid */
export function fold(text) {
  return text.replace(/[A-ZＡ-Ｚ]/g, (letter) => letter.toLowerCase());
}

/** @param {string} query @returns {string[]} its words, folded; Chinese without spaces is one word */
export function words(query) {
  return fold(query.trim()).split(/\s+/u).filter(Boolean);
}

/**
 * Sections that hold every word in heading or text: most words in the heading first, then as in the notes.
 * @param {Section[]} sections @param {string} query @param {number} limit
 * @returns {Hit[]}
 */
export function find(sections, query, limit = 20) {
  const wanted = words(query);
  if (!wanted.length) return [];
  return sections
    .flatMap((section) => {
      const heading = fold(section.heading);
      const text = fold(section.text);
      if (!wanted.every((word) => heading.includes(word) || text.includes(word))) return [];
      return [{ section, score: wanted.filter((word) => heading.includes(word)).length }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ section }) => ({ section, ...excerpt(section.text, wanted) }));
}

/**
 * About 80 characters around the first word that occurs.
 * @param {string} text @param {string[]} wanted folded words
 * @returns {{start: number, excerpt: string}}
 */
export function excerpt(text, wanted, length = 80) {
  const folded = fold(text);
  const places = wanted.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const start = Math.max(0, (places.length ? Math.min(...places) : 0) - 20);
  return { start, excerpt: text.slice(start, start + length) };
}

/**
 * Where the words stand in a text: ranges in order, never overlapping.
 * @param {string} text @param {string[]} wanted folded words
 * @returns {[number, number][]} start and end offsets
 */
export function marks(text, wanted) {
  const folded = fold(text);
  const found = [];
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start], i) => found.slice(0, i).every(([, end]) => end <= start));
}
