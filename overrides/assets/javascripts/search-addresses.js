// Where things are, as the page's header says it.
import { headings, texts } from "./search-files.js";

/** @returns {object} addresses for SearchPanel */
export function addresses() {
  const root = new URL(".", document.querySelector(".site-header__brand").href);
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
