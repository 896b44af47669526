// Where a folded form stands in a text. Latin counts at the start of a word or of a camel hump only. Pure: touches no page.

const LATIN = /[a-z0-9]/;
const HALF = { hump: 0.8, prefix: 0.6 };

/** @returns {Generator<number>} offsets of a folded form in a text, Latin at the start of a word or hump only */
export function* places(text, folded, form) {
  if (!form) return;
  for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length)) if (edge(text, folded, at)) yield at;
}

/** How whole a word the offsets cut out: 1 a word, 0.8 part of a name in camel case, 0.6 the beginning of a word. */
export function wholeness(text, folded, start, end) {
  const open = !joined(folded, start);
  if (open && (!joined(folded, end) || (folded[end] === "s" && !joined(folded, end + 1)))) return 1;
  return edge(text, folded, end) ? HALF.hump : HALF.prefix;
}

/** Whether two Latin letters or digits meet at this offset. */
const joined = (folded, at) => at > 0 && at < folded.length && LATIN.test(folded[at - 1]) && LATIN.test(folded[at]);

/** Whether a word or a camel hump may start at this offset. */
function edge(text, folded, at) {
  if (!joined(folded, at)) return true;
  const before = text[at - 1], here = text[at], after = text[at + 1] ?? "";
  if (/\d/.test(before) !== /\d/.test(here)) return true;
  return /[A-Z]/.test(here) && (!/[A-Z]/.test(before) || /[a-z]/.test(after));
}
