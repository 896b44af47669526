// Which stretch of a text answers, and what in it is to be marked. Pure: touches no page.
import { places } from "./search-places.js";

const BEFORE = 24; // units shown before the first mark at most
const STOPS = /[。；！？\s]/;

/**
 * Where the forms stand in a text.
 * @param {string} text @param {string} folded the same text, folded @param {string[]} forms folded
 * @returns {[number, number][]} start and end offsets in order, never overlapping; the longer form wins
 */
export function marks(text, folded, forms) {
  const found = [];
  for (const form of forms) for (const at of places(text, folded, form)) found.push([at, at + form.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let end = 0;
  return found.filter((range) => range[0] >= end && (end = range[1]));
}

/**
 * The stretch of about `length` units with most of the forms in it; begins with a sentence where one begins nearby.
 * @param {string} text @param {string} folded the same text, folded @param {string[]} forms folded
 * @returns {{start: number, end: number}} offsets in the text; no pair of surrogates is torn
 */
export function excerpt(text, folded, forms, length = 80) {
  const found = marks(text, folded, forms);
  let best = { first: 0, value: -1 };
  for (const [first] of found) {
    const within = found.filter(([start, end]) => start >= first && end <= first + length - BEFORE);
    const kinds = new Set(within.map(([start, end]) => folded.slice(start, end)));
    const value = kinds.size * 2 + Math.min(within.length, kinds.size + 1); // a stretch further on must say clearly more
    if (value > best.value) best = { first, value };
  }
  const start = whole(text, opening(text, best.first, length));
  return { start, end: whole(text, Math.min(text.length, start + length)) };
}

/** The beginning of the sentence around an offset, or a few units before it. */
function opening(text, at, length) {
  if (text.length <= length) return 0;
  const least = Math.max(0, Math.min(at - BEFORE, text.length - length));
  for (let start = Math.min(at, text.length - length); start > least; start--) if (STOPS.test(text[start - 1])) return start;
  return least;
}

/** The offset, moved back from the middle of a pair of surrogates. */
const whole = (text, at) => (/[\udc00-\udfff]/.test(text[at] ?? "") && /[\ud800-\udbff]/.test(text[at - 1] ?? "") ? at - 1 : at);
