// Ranks the sections for a query. Pure: touches no page.
import { find, keyOf, mainland } from "./search-corpus.js";
import { cut } from "./search-cut.js";
import { mendHan, mendLatin } from "./search-typos.js";

const W = {
  heading: 2.2, text: 1.2, path: 0.4, home: 1.2, homeAmong: 0.6, homePrefix: 1, share: 0.6, near: 0.9, phrase: 0.45, whole: 2.7, asked: 3, besides: 0.4,
  rarest: 4, rarity: 1.6, glue: 0.25, unnamed: 0.5, part: 0.35, fine: 0.4, fineCode: 0.12, lead: 0.3, defined: 0.6, standing: [1, 0.93, 0.4], details: [1, 0.48, 0.7],
  typo: 0.7, cover: 1.4, least: 0.52, leastLong: 0.33, leastUnknown: 0.65, chapter: 0.7, last: 0.5, group: 0.5, saturate: 2, tail: 0.015,
};
export { W };
const LOOKED_AT = 60; // sections whose texts are read again for nearness
const HAN = /\p{Script=Han}/u;
const CODE = /[^\s\p{L}\p{N}-]/u;
const LAST = /^(核心)?(总结|小结|结语)$/;

/**
 * @typedef {{forms: Map<string, number>, homes: Map<number, number>, weight: number, text: string}} Term
 * @typedef {{section: number, score: number, forms: string[]}} Hit forms: what to mark
 * @param {object} corpus @param {string} query @param {number} limit
 * @returns {{hits: Hit[], total: number, mended: string|null, term: number}} hits: best first; total: how many there are
 *   without the limit; mended: the query as it was understood after typing errors; term: of the glossary, if it is one, else -1
 */
export function rank(corpus, query, limit = 8) {
  const asWritten = corpus.fold(query).trim();
  const { pieces, mended } = mendedPieces(corpus, cut(corpus, asWritten));
  const readings = [{ pieces, weight: 1, phrase: asWritten }];
  const translated = mainland(corpus, query);
  if (translated !== asWritten) readings.push({ pieces: cut(corpus, translated), weight: 1, phrase: translated });
  const fine = mended ? [] : cut(corpus, translated, true);
  if (fine.length > readings.at(-1).pieces.length) readings.push({ pieces: fine, weight: pieces.some(({ text }) => CODE.test(text)) ? W.fineCode : W.fine, phrase: translated });
  const best = new Map();
  for (const { pieces: read, weight, phrase } of readings) {
    for (const hit of scored(corpus, asked(read).map((piece) => termOf(corpus, piece)), phrase)) {
      hit.score *= weight;
      if (!(best.get(hit.section)?.score >= hit.score)) best.set(hit.section, hit);
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.section - b.section);
  const kept = hits.filter(({ score }) => score > hits[0].score * W.tail);
  return { hits: kept.slice(0, limit), total: kept.length, mended, term: corpus.termAt.get(keyOf(translated)) ?? -1 };
}

/** The pieces that count: without stop words, unless there is nothing else. */
function asked(pieces) {
  const kept = pieces.filter(({ kind }) => kind !== "stop");
  return kept.length ? kept : pieces;
}

function termOf(corpus, piece) {
  const word = corpus.words.get(keyOf(piece.text));
  const forms = new Map(word?.forms ?? []);
  if (piece.kind !== "unknown") forms.set(piece.text, 1);
  for (const form of piece.mended ?? []) {
    forms.set(form, W.typo);
    for (const [other, weight] of corpus.words.get(keyOf(form))?.forms ?? []) forms.set(other, Math.max(forms.get(other) ?? 0, weight * W.typo));
  }
  const homes = new Map(word?.homes ?? []);
  const typed = keyOf(piece.text);
  if (piece.kind !== "part") for (const [key, { homes: others, spelt }] of corpus.words) {
    if (!others.size || !(begins(key, spelt, piece.text) || piece.mended?.includes(key))) continue;
    for (const home of others.keys()) if (!homes.has(home)) homes.set(home, W.homePrefix * (0.5 + 0.5 * typed.length / key.length) * (word?.homes.size ? W.besides : 1));
  }
  const sections = new Set();
  let named = Boolean(word) || !HAN.test(piece.text);
  for (const [form, weight] of forms) if (weight > 0.5) for (const [at, found] of find(corpus, form)) {
    if (found.heading || found.text) sections.add(at);
    named ||= found.heading > 0;
  }
  const rarity = Math.min(W.rarest, Math.log(1 + corpus.sections.length / (sections.size + 0.5))) ** W.rarity;
  const factor = { glue: W.glue, part: W.part }[piece.kind] ?? (named || !forms.size ? 1 : W.unnamed);
  return { ...piece, forms, homes, weight: rarity * factor };
}

/** Scores of the sections that hold enough of the terms. */
function scored(corpus, terms, phrase) {
  const whole = keyOf(phrase);
  lightenUnknown(terms);
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

/** Whether a word begins with what is typed; a typed hyphen counts, one left out does not. */
const begins = (key, spelt, typed) => key.startsWith(keyOf(typed)) && (!/[-_ ]/.test(typed) || spelt.startsWith(typed)) && !/^[a-z]{1,2}$/.test(typed);

/** In a longer question one Han word more or less is no matter; in a short one it is the matter. */
function lightenUnknown(terms) {
  const known = terms.filter(({ forms, kind }) => forms.size && kind === "word");
  if (known.length < 2) return;
  const mean = known.reduce((sum, { weight }) => sum + weight, 0) / known.length;
  for (const term of terms) if (!term.forms.size && HAN.test(term.text)) term.weight = Math.min(term.weight, mean);
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

/** Pieces with typing errors mended; mended: how the query reads then, null when nothing was to be mended. */
function mendedPieces(corpus, pieces) {
  let mended = false;
  const done = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece.kind === "unknown" && !HAN.test(piece.text)) {
      done.push({ ...piece, mended: mendLatin(corpus, piece.text) });
      mended ||= done.at(-1).mended.length > 0;
      continue;
    }
    const run = hanRun(pieces, at);
    const found = run && mendHan(corpus, run.text, (start, end) => run.bad.some((offset) => offset >= start && offset < end));
    if (found) {
      mended = true;
      const rest = (from, to) => mendedPieces(corpus, cut(corpus, run.text.slice(from, to))).pieces;
      done.push(...rest(0, found.start), { text: run.text.slice(found.start, found.end), kind: "unknown", start: 0, mended: found.forms }, ...rest(found.end, run.text.length));
    } else done.push(...pieces.slice(at, at + (run?.count ?? 1)));
    at += (run?.count ?? 1) - 1;
  }
  return { pieces: done, mended: mended ? done.map((piece) => piece.mended?.[0] ?? piece.text).join(" ") : null };
}

/** The Han pieces from here on that touch each other, as one run; null when none of them needs mending. */
function hanRun(pieces, from) {
  let text = "", count = 0;
  const bad = [];
  for (const piece of pieces.slice(from)) {
    if (!HAN.test(piece.text) || (piece.kind === "stop" && piece.text.length > 1) || piece.start !== pieces[from].start + text.length) break;
    if (piece.kind === "unknown" || piece.kind === "part") bad.push(...Array.from({ length: piece.text.length }, (_, at) => text.length + at));
    text += piece.text;
    count++;
  }
  return bad.length && text.length > 1 ? { text, count, bad } : null;
}
