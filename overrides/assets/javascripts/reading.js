// What a reader needs once she does something: ways back, code to copy, terms, links to sections, tools of diagrams.
import "./back-to-top.js";
import { addCopyButtons } from "./copy-code.js";
import { lateStyles } from "./late-styles.js";
import { watchSections } from "./section-signs.js";
import { watchTerms } from "./terms.js";

/** @param {boolean} byKeyboard then all is there at once: no button may turn up behind her who uses the keyboard */
export function beginReading(byKeyboard) {
  lateStyles().then(() => addCopyButtons(document));
  watchSections();
  watchTerms();

  const diagrams = document.querySelectorAll(".diagram");
  const loadTools = () => lateStyles().then(() => import("./diagram-tools.js"));
  if (!diagrams.length) return;
  if (byKeyboard) return void loadTools();
  addEventListener("keydown", loadTools, { once: true });
  const nearing = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    nearing.disconnect();
    loadTools();
  }, { rootMargin: "50%" });
  for (const diagram of diagrams) nearing.observe(diagram);
}
