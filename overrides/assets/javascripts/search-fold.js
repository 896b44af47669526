// Makes writings that mean the same equal: width, case, traditional characters, dashes, quotes. Pure: touches no page.
// One UTF-16 unit becomes one unit, so an offset in the folded text is the same offset in the text.

const ALIKE = { "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "\t": " ", "\n": " ", "\r": " " };
const CHUNK = 8192; // String.fromCharCode takes so many arguments everywhere

/** @param {string} unit one UTF-16 unit @returns {string} its plain form, one unit */
function plain(unit) {
  const found = (ALIKE[unit] ?? unit.normalize("NFKC")).toLowerCase();
  return found.length === 1 ? found : unit;
}

/**
 * @param {string} pairs traditional and simplified characters by turns: "網网節节"
 * @returns {(text: string) => string} folds a text; offsets stay
 */
export function folder(pairs = "") {
  const table = new Uint16Array(0x10000); // 0: not looked up yet
  for (let at = 0; at + 1 < pairs.length; at += 2) table[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
  const lookUp = (code) => (table[code] ||= plain(String.fromCharCode(code)).charCodeAt(0));
  return (text) => {
    const parts = [];
    for (let from = 0; from < text.length; from += CHUNK) {
      const units = new Uint16Array(Math.min(CHUNK, text.length - from));
      for (let at = 0; at < units.length; at++) {
        const code = text.charCodeAt(from + at);
        units[at] = table[code] || lookUp(code);
      }
      parts.push(String.fromCharCode(...units));
    }
    return parts.join("");
  };
}

/** @param {string} text @param {string} pairs as for folder @returns {string} the folded text */
export const fold = (text, pairs = "") => folder(pairs)(text);
