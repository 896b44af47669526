// Tells quickly in which texts a word cannot stand: for each pair of neighbouring units, hashed, which texts have it.
// Pure: touches no page.

/** @param {number} bits how many different hashes, a power of two @param {number} texts @returns {object} signatures of empty texts */
export const signatures = (bits, texts) => ({ bits, row: Math.ceil(texts / 32), words: new Uint32Array(bits * Math.ceil(texts / 32)) });

const hash = (first, second, bits) => ((first * 0x9e37 + second * 0x85eb) >>> 3) & (bits - 1);

/** Adds a text's units and pairs to the signature with this number. */
export function sign({ bits, row, words }, number, text) {
  const column = number >>> 5, mark = 1 << (number & 31);
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    words[hash(0, code, bits) * row + column] |= mark;
    words[hash(before, code, bits) * row + column] |= mark;
    before = code;
  }
}

/** @param {string} form @returns {number[]} the hashes that a text with it must have */
function needs(form, bits) {
  if (form.length === 1) return [hash(0, form.charCodeAt(0), bits)];
  return Array.from({ length: form.length - 1 }, (_, at) => hash(form.charCodeAt(at), form.charCodeAt(at + 1), bits));
}

/** @returns {number[]} the numbers, in order, of the texts in which a form may stand; all in which it stands are among them */
export function candidates({ bits, row, words }, form) {
  const needed = needs(form, bits), found = [];
  for (let column = 0; column < row; column++) {
    let left = ~0;
    for (let at = 0; left && at < needed.length; at++) left &= words[needed[at] * row + column];
    for (; left; left &= left - 1) found.push(column * 32 + 31 - Math.clz32(left & -left));
  }
  return found;
}
