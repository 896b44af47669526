// What happens when a reader arrives at a section by its link: it is unfolded, marked for a moment, or, with ?hide, a
// question whose answer is folded; an address that leads nowhere is answered with what is near. Loaded when there is a fragment.
import { decoded } from "./decoded.js";
import { lateStyles } from "./late-styles.js";
import { unfold } from "./unfold.js";

const GLOW = { duration: 1600, easing: "ease-out" };
let hides = new URLSearchParams(location.search).has("hide");

/** Does what an address asks for. @param {string} pathname @param {string} hash */
export function arrive(pathname, hash) {
  const id = decoded(hash.slice(1));
  const target = document.getElementById(id);
  document.querySelector(".lost-address--section")?.remove();
  if (!target) return void import("./lost-address.js").then(({ offerNearest }) => offerNearest(pathname, id));
  const sign = target.closest(".moved > p");
  if (sign) return location.replace(sign.querySelector("a").href);
  const folded = unfold(target);
  if (hides) lateStyles().then(() => hideAnswer(target));
  hides = false; // only the section that was sent
  if (folded) target.scrollIntoView(); // else the browser has been there already, or where the reader was before
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) glow(target);
}

/** Marks an element calmly and lets the mark fade. */
function glow(element) {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--mark");
  element.animate([{ backgroundColor: colour }, { backgroundColor: "transparent" }], GLOW);
}

/** Folds all that belongs to a heading. @param {Element} heading */
function hideAnswer(heading) {
  const level = Number(/^H([1-4])$/.exec(heading.tagName)?.[1]);
  if (!level) return;
  const answer = document.createElement("details");
  const summary = document.createElement("summary");
  answer.className = "answer";
  summary.textContent = "先想一想，再看答案";
  answer.append(summary);
  heading.after(answer);
  const ends = (node) => /^H[1-4]$/.test(node.tagName) && Number(node.tagName[1]) <= level;
  while (answer.nextSibling && !ends(answer.nextSibling)) answer.append(answer.nextSibling);
}
