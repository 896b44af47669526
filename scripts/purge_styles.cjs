// Drops, for each page, the rules that it cannot use. Run by stylesheets.py: JSON on stdin, {css, late, pages: [[file, …], …]};
// JSON on stdout, the rules left for each list of files (HTML pages and modules). `late` is CSS that may come later: the
// variables that it names are kept.
const { readFileSync } = require("node:fs");
const { PurgeCSS } = require("purgecss");
const fromHtml = require("purgecss-from-html");

const OPTIONS = {
  // A page's tags, classes, ids and attributes count, not the words of its text; of a module every word does.
  extractors: [{ extractor: fromHtml, extensions: ["html"] }],
  // What cannot be seen in a built page: attributes that scripts and browsers set while reading.
  dynamicAttributes: ["data-theme", "open", "aria-current", "aria-pressed", "hidden"],
  blocklist: ["keys", "example", "no-js"], // words of our modules and of Material's page that are no classes in use
  keyframes: true,
  variables: true,
  fontFace: false, // "Han Punctuation" is named through a variable
};

async function main() {
  const { css, late, pages } = JSON.parse(readFileSync(0, "utf8"));
  const variables = [/^--(_|diagram-)/, ...new Set(late.match(/--[\w-]+/g))]; // the first are named by the attributes of diagrams
  const safelist = { standard: [":is"], variables };
  const kept = [];
  for (const content of pages) {
    const [result] = await new PurgeCSS().purge({ ...OPTIONS, safelist, content, css: [{ raw: css }] });
    kept.push(result.css.trim());
  }
  process.stdout.write(JSON.stringify(kept));
}

main();
