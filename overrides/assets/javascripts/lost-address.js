// <lost-address>: where an address leads nowhere, says which sections are near.
import { decoded } from "./decoded.js";
import { lateStyles } from "./late-styles.js";
import { nearest } from "./nearest.js";
import { addresses } from "./search-addresses.js";
import { corpusOfHeadings } from "./search-data.js";

class LostAddress extends HTMLElement {
  /** @param {string} name what was asked for @param {string} said what of it there is not */
  async offer(name, said) {
    this.setAttribute("role", "status");
    const where = addresses();
    const found = nearest(await corpusOfHeadings(where), name);
    const line = document.createElement("p");
    line.textContent = found.length ? `${said}您要找的也许是：` : `${said}请搜索一下，或者看看目录。`;
    const list = document.createElement("ul");
    list.append(...found.map((section) => entry(section, where)));
    await lateStyles();
    this.replaceChildren(line, ...(found.length ? [list] : []));
  }
}

customElements.define("lost-address", LostAddress);

function entry({ url, heading, chapter }, where) {
  const link = document.createElement("a");
  link.href = where.page(url);
  link.textContent = heading;
  const item = document.createElement("li");
  item.append(link, ...(chapter === heading ? [] : [`（${chapter}）`]));
  return item;
}

/**
 * Says what is near: at the top of a page that has no such section, or where the page for unknown addresses has its place.
 * @param {string} pathname of the address @param {string} id its fragment, decoded
 */
export function offerNearest(pathname, id) {
  const place = document.querySelector("lost-address");
  if (place && !place.matches(".lost-address--section")) {
    const name = id || decoded(pathname.split("/").filter(Boolean).at(-1) ?? "");
    return place.offer(name, `没有“${name}”这个地址。`);
  }
  const here = place ?? document.createElement("lost-address");
  here.className = "lost-address--section";
  document.querySelector("article").prepend(here);
  return here.offer(id, `这一页没有“#${id}”这一节。`);
}
