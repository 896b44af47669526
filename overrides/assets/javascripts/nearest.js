// Which sections an address that leads nowhere may have meant. Pure: touches no page.
import { rank } from "./search-rank.js";
import { distance } from "./search-typos.js";

const FAR = 0.34; // changes per letter up to which two names are alike

/**
 * The sections and chapters whose ids are like a name; when there are none, those that a search for its words finds.
 * @param {object} corpus of the search, headings at least @param {string} name an id, or a part of a path
 * @param {number} limit
 * @returns {{url: string, heading: string, chapter: string}[]} the nearest first; empty when nothing is near
 */
export function nearest(corpus, name, limit = 3) {
  const wanted = name.toLowerCase().replace(/\.html?$/, "");
  const far = (known) => distance(wanted, known, Math.floor(FAR * Math.max(wanted.length, known.length))) / Math.max(wanted.length, known.length);
  const alike = corpus.sections
    .map((section) => ({ section, far: Math.min(...namesOf(section).map(far)) }))
    .filter((one) => one.far <= FAR)
    .sort((a, b) => a.far - b.far);
  if (alike.length) return alike.slice(0, limit).map(({ section }) => section);
  return rank(corpus, wanted.replace(/[-_+]+/g, " "), limit).hits.map((hit) => corpus.sections[hit.section]);
}

/** The id of a section; of a chapter's title also the chapter's own name in the address. */
function namesOf({ url, level }) {
  const [page, id] = url.split("#");
  return level === 1 && page ? [id, page.replace(/\/$/, "")] : [id];
}
