// The whole site's script and the data that it fetches in one, for copies on disk. See on-disk.js.
import headings from "../search/headings.json";
import texts from "../search/texts.txt";
import terms from "../terms.json";
import { onDisk } from "./search-addresses.js";

const held = { headings, texts, terms };

// Browsers fetch nothing from disk: what is asked for is here, under its name without hash.
globalThis.fetch = async (address) => {
  const [name] = new URL(address, document.baseURI).pathname.split("/").at(-1).split(/[-.]/);
  if (!held[name]) throw new TypeError(`${address}`);
  return new Response(typeof held[name] === "string" ? held[name] : JSON.stringify(held[name]));
};

for (const link of document.querySelectorAll("a[href]")) if (link.protocol === "file:") link.href = onDisk(new URL(link.href)).href;
import("./site.js");
