// Tells quickly that a word cannot stand in a text: which pairs of neighbouring units the text has, hashed into bits.
// Pure: touches no page.

/** @param {number} bits a power of two @returns {Uint32Array} a signature of nothing */
export const signature = (bits) => new Uint32Array(bits / 32);

const hash = (first, second, bits) => ((first * 0x9e37 + second * 0x85eb) >>> 3) & (bits - 1);

/** Adds a text's units and pairs to a signature. @param {Uint32Array} sign @param {string} text */
export function sign(sign, text) {
  const bits = sign.length * 32;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    for (const bit of [hash(0, code, bits), hash(before, code, bits)]) sign[bit >>> 5] |= 1 << (bit & 31);
    before = code;
  }
}

/** @param {string} form @param {number} bits of the signatures asked later @returns {number[]} the bits a text with it must have */
export function needs(form, bits) {
  if (form.length === 1) return [hash(0, form.charCodeAt(0), bits)];
  return Array.from({ length: form.length - 1 }, (_, at) => hash(form.charCodeAt(at), form.charCodeAt(at + 1), bits));
}

/** @param {Uint32Array} sign @param {number[]} needed @returns {boolean} whether all the bits are there */
export function has(sign, needed) {
  for (const bit of needed) if (!(sign[bit >>> 5] & (1 << (bit & 31)))) return false;
  return true;
}
