// What PurgeCSS cannot see in the built pages: attributes that scripts and browsers set while reading.
module.exports = {
  // A page's tags, classes, ids and attributes count, not the words of its text; of a module every word does.
  extractors: [{ extractor: require("purgecss-from-html"), extensions: ["html"] }],
  dynamicAttributes: ["data-theme", "open", "aria-current", "aria-pressed", "hidden"],
  safelist: { standard: [":is"], variables: [/^--(_|diagram-)/] }, // named by the attributes of diagrams
  blocklist: ["keys", "example", "no-js"], // words of our modules and of Material's page that are no classes in use
  keyframes: true,
  variables: true,
  fontFace: false, // "Han Punctuation" is named through a variable
};
