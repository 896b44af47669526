// Reads the search's two files, once for all panels of a page, and makes the corpus of them.
import { addHeadings, addTexts, makeCorpus } from "./search-corpus.js";

const SLICE = 8; // ms of folding before the browser may paint
let headings = null, texts = null;

/** @param {{headings: URL}} addresses @returns {Promise<object>} a corpus without texts; rejects when it cannot be had */
export function corpusOfHeadings(addresses) {
  return (headings ??= read(addresses.headings).then(async (index) => {
    const corpus = makeCorpus(index);
    await inSlices(addHeadings(corpus));
    return corpus;
  }).catch((error) => {
    headings = null;
    throw error;
  }));
}

/** @param {{headings: URL, texts: URL}} addresses @returns {Promise<void>} resolves when the corpus has its texts */
export function withTexts(addresses) {
  return (texts ??= Promise.all([corpusOfHeadings(addresses), read(addresses.texts)]).then(([corpus, content]) => inSlices(addTexts(corpus, content))).catch((error) => {
    texts = null;
    throw error;
  }));
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Takes the steps in slices of time, so that typing never waits for long. */
async function inSlices(steps) {
  let until = performance.now() + SLICE;
  for (const _ of steps) {
    if (performance.now() < until) continue;
    await new Promise((resume) => { setTimeout(resume); });
    until = performance.now() + SLICE;
  }
}
