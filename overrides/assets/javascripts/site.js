// The one module a page names: registers the elements that upgrade what is already in the HTML.
import { applyTheme } from "./theme-switch.js";
import "./site-drawer.js";
import "./page-toc.js";
import "./back-to-top.js";
import "./site-search.js";
import { addCopyButtons } from "./copy-code.js";
import { lateStyles } from "./late-styles.js";
import { watchSections } from "./section-signs.js";

applyTheme();
addCopyButtons(document);
watchSections();

// The tools of diagrams load when the reader has begun to read and a diagram comes near.
const nearing = new IntersectionObserver((entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  nearing.disconnect();
  lateStyles().then(() => import("./diagram-tools.js"));
}, { rootMargin: "50%" });
const begin = () => { for (const diagram of document.querySelectorAll(".diagram")) nearing.observe(diagram); };
for (const sign of ["pointermove", "pointerdown", "keydown", "scroll"]) addEventListener(sign, begin, { once: true, passive: true });
