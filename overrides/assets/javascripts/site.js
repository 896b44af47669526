// The one module a page names: what has to be there at first sight. The rest loads with the reader's first move.
import { applyTheme } from "./theme-switch.js";
import "./site-drawer.js";
import "./page-toc.js";
import "./site-search.js";
import { loadWithFirstMove } from "./first-move.js";

applyTheme();
loadWithFirstMove(() => import("./reading.js"));

const arrive = () => {
  const { pathname, hash } = location; // as they are now: <page-toc> changes them
  if (hash || document.querySelector("lost-address")) import("./arrival.js").then(({ arrive }) => arrive(pathname, hash));
};
addEventListener("hashchange", arrive);
arrive();
