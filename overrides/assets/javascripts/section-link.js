// The sign behind a heading copies the section's short link. Without script it leads to the section.
import { share } from "./share-note.js";

/** @param {Element} heading @returns {string} its text without the sign */
export function titleOf(heading) {
  return [...heading.childNodes].filter((node) => !node.matches?.(".headerlink")).map((node) => node.textContent).join("").trim();
}

/** Copies the link of the section whose sign was used. @param {HTMLAnchorElement} sign */
export function copySectionLink(sign) {
  const heading = sign.parentElement;
  const url = new URL(sign.dataset.short ?? sign.getAttribute("href"), document.baseURI);
  url.search = "";
  share(titleOf(heading), url.href, heading.textContent.includes("？"));
}
