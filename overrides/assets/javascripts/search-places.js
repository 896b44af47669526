// Where a folded form stands in a text. Latin counts at the start of a word or of a camel hump only. Pure: touches no page.

const HALF = { hump: 0.8, prefix: 0.6 };
const S = 115; // the code of "s"

/** @returns {number} the first offset from `from` on at which a form stands, -1: none */
export function place(text, folded, form, from = 0) {
  if (!form) return -1;
  let at = folded.indexOf(form, from);
  while (at >= 0 && !edge(text, folded, at)) at = folded.indexOf(form, at + 1);
  return at;
}

/** @returns {number[]} the offsets at which a form stands, none within another */
export function places(text, folded, form) {
  const found = [];
  for (let at = place(text, folded, form); at >= 0; at = place(text, folded, form, at + form.length)) found.push(at);
  return found;
}

/** How whole a word the offsets cut out: 1 a word, 0.8 part of a name in camel case, 0.6 the beginning of a word. */
export function wholeness(text, folded, start, end) {
  if (!joined(folded, start) && (!joined(folded, end) || (folded.charCodeAt(end) === S && !joined(folded, end + 1)))) return 1;
  return edge(text, folded, end) ? HALF.hump : HALF.prefix;
}

const digit = (code) => code >= 48 && code <= 57;
const capital = (code) => code >= 65 && code <= 90;
const small = (code) => code >= 97 && code <= 122;
const latin = (code) => small(code) || digit(code);

/** Whether two Latin letters or digits meet at this offset. */
const joined = (folded, at) => at > 0 && latin(folded.charCodeAt(at - 1)) && latin(folded.charCodeAt(at));

/** Whether a word or a camel hump may start at this offset. */
function edge(text, folded, at) {
  if (!joined(folded, at)) return true;
  const before = text.charCodeAt(at - 1), here = text.charCodeAt(at);
  if (digit(before) !== digit(here)) return true;
  return capital(here) && (!capital(before) || small(text.charCodeAt(at + 1)));
}
