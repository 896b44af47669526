// What PurgeCSS cannot see in the built pages: attributes that scripts and browsers set while reading.
module.exports = {
  dynamicAttributes: ["data-theme", "open", "aria-current", "aria-pressed", "hidden"],
  safelist: { standard: [":is"], variables: [/^--(_|diagram-)/] }, // named by the attributes of diagrams
  blocklist: ["keys", "example", "no-js"], // words of our modules and of Material's page that are no classes in use
  keyframes: true,
  variables: true,
  fontFace: false, // "Han Punctuation" is named through a variable
};
