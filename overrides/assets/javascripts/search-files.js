// Where the search's files are, below the site's root. The build replaces these names by ones that change with the content.
export const headings = "assets/search/headings.json";
export const texts = "assets/search/texts.txt";
