// Where things are, as the page's header says it; the styles of the search load from here too.
import { headings, styles, texts } from "./search-files.js";

/** @returns {string} the address of the site's root */
const home = () => new URL(".", document.querySelector(".site-header__brand").href);

/** @returns {object} addresses for SearchPanel */
export function addresses() {
  const root = home();
  return {
    root, headings: new URL(headings, root), texts: new URL(texts, root),
    page: (url) => onDisk(new URL(url, root)).href,
    pages: Array.from(document.querySelectorAll(".chapter-nav__link"), ({ textContent, href }) => ({ name: textContent, url: href })),
    repository: document.querySelector(".site-header a[rel~=external]")?.href ?? null,
  };
}

/** On disk a folder is no page: its index.html is. @param {URL} url @returns {URL} */
export function onDisk(url) {
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url;
}

let styled = null;

/** Loads the styles that only searching needs; resolves when they apply or cannot be had. */
export function addStyles() {
  return (styled ??= new Promise((done) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: new URL(styles, home()).href, onload: done, onerror: done });
    document.head.append(link);
  }));
}
