// Ranks the sections for a query. Pure: touches no page.
import { keyOf } from "./search-corpus.js";
import { find } from "./search-find.js";
import { read } from "./search-read.js";
import { W } from "./search-weights.js";

const LOOKED_AT = 60; // sections whose texts are read again for nearness
const LAST = /^(核心)?(总结|小结|结语)$/;

/**
 * @typedef {{section: number, score: number, forms: string[]}} Hit forms: what to mark
 * @param {object} corpus @param {string} query @param {number} limit
 * @returns {{hits: Hit[], total: number, mended: string|null, term: number}} hits: best first; total: how many there are
 *   without the limit; mended: the query as it was understood after typing errors; term: of the glossary, if it is one, else -1
 */
export function rank(corpus, query, limit = 8) {
  const { readings, mended, plain } = read(corpus, query);
  const best = new Map();
  for (const { terms, weight, phrase } of readings) {
    for (const hit of scored(corpus, terms, phrase)) {
      hit.score *= weight;
      if (!(best.get(hit.section)?.score >= hit.score)) best.set(hit.section, hit);
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.section - b.section);
  const kept = hits.filter(({ score }) => score > hits[0].score * W.tail);
  return { hits: kept.slice(0, limit), total: kept.length, mended, term: corpus.termAt.get(keyOf(plain)) ?? -1 };
}

/** Scores of the sections that hold enough of the terms. */
function scored(corpus, terms, phrase) {
  const whole = keyOf(phrase);
  const all = terms.reduce((sum, { weight }) => sum + weight, 0);
  const sums = new Map();
  for (const term of terms) {
    for (const [at, strength] of strengths(corpus, term, terms.length === 1)) {
      if (!sums.has(at)) sums.set(at, { sum: 0, covered: 0, terms: [], headed: 0 });
      const one = sums.get(at);
      one.sum += term.weight * strength.value;
      one.covered += term.weight;
      one.headed += strength.headed;
      one.terms.push({ term, form: strength.form });
    }
  }
  if (terms.every(({ kind, text }) => kind === "part" && text !== whole)) return [];
  const hits = [];
  const least = terms.some(({ forms }) => !forms.size) ? W.leastUnknown : terms.length > 2 ? W.leastLong : W.least;
  for (const [at, { sum, covered, terms: held, headed }] of sums) {
    const cover = covered / all;
    if (cover < least) continue;
    const score = sum * (1 + W.share * Math.min(1, headed / contentLength(corpus.headings[at])));
    hits.push({ section: at, score, cover, covered, held });
  }
  hits.sort((a, b) => b.score * b.cover - a.score * a.cover);
  return hits.slice(0, LOOKED_AT).map(({ section: at, score: plain, cover, covered, held }) => {
    const forms = [...new Set(held.map(({ form }) => form))];
    let score = plain;
    if (held.length > 1) score += near(corpus, at, forms) * W.near * covered;
    if (held.length > 1 && (corpus.texts[at].includes(phrase) || corpus.headings[at].includes(phrase))) score += W.phrase * covered;
    score *= cover ** W.cover;
    if (terms.length === 1 && keyOf(terms[0].text) === whole) score += W.whole * (terms[0].homes.get(at) ?? 0) ** 2 * Math.max(terms[0].weight, W.asked);
    score *= W.standing[corpus.sections[at].standing];
    if (terms.length > 1 && corpus.sections[at].level === 1) score *= W.chapter;
    if (LAST.test(corpus.headings[at])) score *= W.last;
    else if (!corpus.sections[at].text && corpus.complete) score *= W.group;
    return { section: at, score, forms };
  });
}

/** How strongly a term stands in each section: its best form. */
function strengths(corpus, term, alone) {
  const best = new Map();
  const take = (at, value, form, headed) => { if (!(best.get(at)?.value >= value)) best.set(at, { value, form, headed }); };
  for (const [form, weight] of term.forms) {
    for (const [at, { heading, path, text, count, lead, defined }] of find(corpus, form)) {
      const length = 0.5 + corpus.texts[at].length / 1600;
      const often = count / length;
      take(at, weight * (W.heading * heading + W.path * path + W.text * prior(corpus, at) * (text * often / (often + W.saturate) + W.defined * defined + W.lead * lead)), form, heading ? form.length : 0);
    }
  }
  for (const [at, weight] of term.homes) {
    const one = best.get(at) ?? { value: 0, form: term.text, headed: 0 };
    best.set(at, { ...one, value: one.value + (alone ? W.home : W.homeAmong) * weight });
  }
  return best;
}

/** What a text counts that is no section of the notes: details come after basics. */
const prior = (corpus, at) => W.details[corpus.sections[at].standing];

const contentLength = (heading) => lengths.get(heading) ?? (lengths.set(heading, measured(heading)), lengths.get(heading));
const lengths = new Map();
const measured = (heading) => Math.max(2, heading.replace(/什么是|是什么|有什么|有哪些|怎样|如何|怎么|为什么|哪些|什么|[？，、（）()“”"\s?的与和]/g, "").length);

/** 1 when all the held terms stand side by side in heading or text, less the further apart they are. */
function near(corpus, at, forms) {
  const least = forms.reduce((sum, form) => sum + form.length, 0);
  const span = Math.min(shortest(corpus.headings[at], forms), shortest(corpus.texts[at], forms));
  return span === Infinity ? 0 : least / Math.max(least, span - forms.length + 1);
}

/** The length of the shortest stretch of the text that holds every form. */
export function shortest(text, forms) {
  const stands = [];
  forms.forEach((form, which) => { for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) stands.push([at, at + form.length, which]); });
  stands.sort((a, b) => a[0] - b[0]);
  const counts = forms.map(() => 0);
  let missing = forms.length, from = 0, best = Infinity;
  for (let to = 0; to < stands.length; to++) {
    if (!counts[stands[to][2]]++) missing--;
    while (!missing) {
      best = Math.min(best, stands[to][1] - stands[from][0]);
      if (!--counts[stands[from++][2]]) missing++;
    }
  }
  return best;
}
