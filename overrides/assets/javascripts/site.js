// The one module a page names: registers the elements that upgrade what is already in the HTML.
import { applyTheme } from "./theme-switch.js";
import "./site-drawer.js";
import "./page-toc.js";
import "./back-to-top.js";
import "./site-search.js";
import { addCopyButtons } from "./copy-code.js";
import { lateStyles } from "./late-styles.js";
import { watchSections } from "./section-signs.js";
import { watchTerms } from "./terms.js";

applyTheme();
addCopyButtons(document);
watchSections();
watchTerms();

// The tools of diagrams load when a diagram comes near the reader who scrolls or points, and at once for the one who uses
// the keyboard: a button must not turn up behind her.
const diagrams = document.querySelectorAll(".diagram");
const loadTools = () => lateStyles().then(() => import("./diagram-tools.js"));
const nearing = new IntersectionObserver((entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  nearing.disconnect();
  loadTools();
}, { rootMargin: "50%" });
if (diagrams.length) {
  addEventListener("keydown", loadTools, { once: true });
  for (const sign of ["pointermove", "pointerdown", "scroll"]) addEventListener(sign, () => { for (const diagram of diagrams) nearing.observe(diagram); }, { once: true, passive: true });
}
