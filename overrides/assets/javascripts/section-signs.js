// Links to sections: what a click on a heading's sign and a selection set off. Each loads when it is wanted.
import { lateStyles } from "./late-styles.js";

const signOf = (event) => event.target.closest?.(".headerlink");
const loadLink = () => Promise.all([import("./section-link.js"), lateStyles()]);

/** Watches the document for both. */
export function watchSections() {
  for (const sign of document.querySelectorAll(".headerlink")) sign.role = "button"; // without script it is a link
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !signOf(event)) return;
    event.preventDefault(); // else the page would scroll
    event.target.click();
  });
  for (const intent of ["pointerover", "focusin"]) document.addEventListener(intent, (event) => signOf(event) && loadLink());
  document.addEventListener("click", (event) => {
    const sign = signOf(event);
    if (!sign || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    loadLink().then(([{ copySectionLink }]) => copySectionLink(sign));
  });

  document.addEventListener("selectionchange", function first() {
    if (getSelection().isCollapsed) return;
    document.removeEventListener("selectionchange", first); // from now on the button follows by itself
    Promise.all([import("./selection-link.js"), lateStyles()]).then(([{ offerSelectionLink }]) => offerSelectionLink());
  });
}
