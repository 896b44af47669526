// Reads the search's two files, once for all panels of a page, and makes the corpus of them.
import { addHeadings, addPreface, addText, makeCorpus } from "./search-corpus.js";

const SLICE = 8; // ms of work before the browser may paint
let headings = null, texts = null;

/** @param {{headings: URL}} addresses @returns {Promise<object>} a corpus without texts; rejects when it cannot be had */
export function corpusOfHeadings(addresses) {
  return (headings ??= fetched(addresses.headings).then(async (answer) => {
    const corpus = makeCorpus(await answer.json());
    const rest = pauses();
    for (const _ of addHeadings(corpus)) await rest();
    return corpus;
  }).catch((error) => {
    headings = null;
    throw error;
  }));
}

/** @param {{headings: URL, texts: URL}} addresses @returns {Promise<void>} resolves when the corpus has its texts */
export function withTexts(addresses) {
  return (texts ??= Promise.all([corpusOfHeadings(addresses), fetched(addresses.texts)]).then(async ([corpus, answer]) => {
    const rest = pauses();
    let at = -1;
    for await (const line of lines(answer)) {
      if (at < 0) addPreface(corpus, JSON.parse(line));
      else addText(corpus, at, JSON.parse(line));
      at++;
      await rest();
    }
    if (!corpus.complete) throw new Error(`texts.txt: ${at} sections`);
  }).catch((error) => {
    texts = null;
    throw error;
  }));
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** The lines of an answer, each as soon as it is there. */
async function* lines(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    begun += part.value;
    let from = 0;
    for (let to = begun.indexOf("\n"); to >= 0; to = begun.indexOf("\n", from)) {
      yield begun.slice(from, to);
      from = to + 1;
    }
    begun = begun.slice(from);
  }
  if (begun) yield begun;
}

/** @returns {() => Promise<void>|undefined} to be awaited after each step: lets the browser paint now and then, so that typing never waits for long */
function pauses() {
  let until = performance.now() + SLICE;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resume) => { setTimeout(resume); }).then(() => { until = performance.now() + SLICE; });
  };
}
