// How a query may be understood: which terms it asks for, in which other forms, and how much each matters. Pure: touches no page.
import { keyOf } from "./search-corpus.js";
import { cut, wordEdges } from "./search-cut.js";
import { count, find } from "./search-find.js";
import { folder } from "./search-fold.js";
import { mendHan, mendHyphened, mendLatin } from "./search-typos.js";
import { W } from "./search-weights.js";

const HAN = /\p{Script=Han}/u;
const OFTEN = 5; // sections that use a word: it is the site's own
const CODE = /[^\s\p{L}\p{N}-]/u;

/**
 * @typedef {{text: string, kind: string, forms: Map<string, number>, homes: Map<number, number>, weight: number}} Term
 *   forms: what it may stand for, each with a weight up to 1; homes: sections that explain it
 * @typedef {{terms: Term[], weight: number, phrase: string}} Reading weight: how likely it is meant; phrase: the whole of it
 * @param {object} corpus @param {string} query
 * @returns {{readings: Reading[], mended: string|null, plain: string}} mended: the query after typing errors, null: none;
 *   plain: the query folded, in the mainland's words
 */
export function read(corpus, query) {
  const typed = corpus.fold(query).trim();
  const asWritten = mendHyphened(corpus, typed);
  const { pieces, mended = asWritten === typed ? null : asWritten } = mendedPieces(corpus, cut(corpus, asWritten));
  const translated = asWritten === typed ? mainland(corpus, query) : asWritten;
  const found = [{ pieces, weight: 1, phrase: asWritten }];
  if (translated !== asWritten && !corpus.words.has(keyOf(asWritten))) found.push({ pieces: cut(corpus, translated), weight: 1, phrase: translated });
  const fine = mended ? [] : cut(corpus, translated, true);
  if (fine.length > found.at(-1).pieces.length) found.push({ pieces: fine, weight: pieces.some(({ text }) => CODE.test(text)) ? W.fineCode : W.fine, phrase: translated });
  const readings = found.map(({ pieces: cutOut, weight, phrase }) => ({ terms: lightenUnknown(asked(cutOut).map((piece) => termOf(corpus, piece))), weight, phrase }));
  return { readings, mended, plain: translated };
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

/** Whether a word begins with what is typed; a typed hyphen counts, one left out does not. */
const begins = (key, spelt, typed) => key.startsWith(keyOf(typed)) && (!/[-_ ]/.test(typed) || spelt.startsWith(typed)) && !/^[a-z]{1,2}$/.test(typed);

/** In a longer question one Han word more or less is no matter; in a short one it is the matter. */
function lightenUnknown(terms) {
  const known = terms.filter(({ forms, kind }) => forms.size && kind === "word");
  if (known.length < 2) return terms;
  const mean = known.reduce((sum, { weight }) => sum + weight, 0) / known.length;
  for (const term of terms) if (!term.forms.size && HAN.test(term.text)) term.weight = Math.min(term.weight, mean);
  return terms;
}

/** Pieces with typing errors mended; mended: how the query reads then, undefined when nothing was to be mended. */
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
    const found = run && mendHan(corpus, run.text, (start, end) => !run.cuts(start) && !run.cuts(end) && run.bad.some((offset) => offset >= start && offset < end));
    if (found) {
      mended = true;
      const rest = (from, to) => mendedPieces(corpus, cut(corpus, run.text.slice(from, to))).pieces;
      done.push(...rest(0, found.start), { text: run.text.slice(found.start, found.end), kind: "unknown", start: 0, mended: found.forms }, ...rest(found.end, run.text.length));
    } else done.push(...pieces.slice(at, at + (run?.count ?? 1)));
    at += (run?.count ?? 1) - 1;
  }
  return { pieces: done, mended: mended ? done.map((piece) => piece.mended?.[0] ?? piece.text).join(" ") : undefined };
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
  const edges = wordEdges(text); // what is a word by itself is no half of another one misspelt
  return bad.length && text.length > 1 ? { text, count, bad, cuts: (at) => !edges.has(at) } : null;
}

/**
 * A query in the mainland's words. Words that the site often uses itself stay, unless the reader writes traditional characters.
 * @param {object} corpus @param {string} query @returns {string} folded
 */
export function mainland(corpus, query) {
  const folded = corpus.fold(query).trim();
  const traditional = folded !== folder()(query).trim();
  let said = folded;
  for (const [word, ours] of corpus.taiwan) if (said.includes(word) && (traditional || count(corpus, word, OFTEN) < OFTEN)) said = said.replaceAll(word, ours);
  return said;
}
