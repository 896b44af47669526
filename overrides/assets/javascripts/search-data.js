// Where the search gets its two files from: the network, or, in a copy on disk, the script that holds them.

let held = null;

/** @param {{headings: object, texts: object}} data both files, already read */
export function hold(data) {
  held = data;
}

/** @param {"headings"|"texts"} name @param {URL} address @returns {Promise<object>} the parsed file; rejects when it cannot be had */
export async function read(name, address) {
  if (held) return held[name];
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
