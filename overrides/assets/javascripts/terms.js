// Terms in running text: what a pointer, the focus or the first tap on one sets off.
import { lateStyles } from "./late-styles.js";

const termOf = (event) => event.target.closest?.("a.term");
const loadTip = () => Promise.all([import("./term-tip.js"), lateStyles()]).then(([{ termTip }]) => termTip());

/** Watches the document for terms. */
export function watchTerms() {
  let tapped = null;
  document.addEventListener("pointerover", (event) => {
    const term = event.pointerType === "mouse" && termOf(event);
    if (term) loadTip().then((tip) => term.matches(":hover") && tip.open(term));
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term?.matches(":focus-visible")) loadTip().then((tip) => term === document.activeElement && tip.open(term));
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    if (!term || event.pointerType !== "touch" || tapped === term) return; // the second tap follows the link
    event.preventDefault();
    tapped = term;
    loadTip().then((tip) => tip.open(term));
  });
  const now = document.querySelector("a.term:hover, a.term:focus-visible"); // what the reader is on when this begins
  if (now) loadTip().then((tip) => tip.open(now));
}
