// The files that the search reads.

/** @param {URL} address @returns {Promise<object>} the parsed file; rejects when it cannot be had */
export async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
