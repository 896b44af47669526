// What happens when a reader arrives at a section by its link: it is unfolded, marked for a moment, or, with ?hide, a
// question whose answer is folded. Loaded when there is a fragment.
import { lateStyles } from "./late-styles.js";

const HEADINGS = "h1, h2, h3, h4";
const GLOW = { duration: 1600, easing: "ease-out" };

/** Does what the address asks for now. */
export function arrive() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const sign = target.closest(".moved > p");
  if (sign) {
    location.replace(sign.querySelector("a").href);
    return;
  }
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (new URLSearchParams(location.search).has("hide")) {
    lateStyles();
    hideAnswer(target);
  }
  target.scrollIntoView();
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) glow(target);
}

/** Marks an element calmly and lets the mark fade. */
function glow(element) {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--mark");
  element.animate([{ backgroundColor: colour }, { backgroundColor: "transparent" }], GLOW);
}

/** Folds all between a heading and the next one, once. @param {Element} heading */
function hideAnswer(heading) {
  if (!heading.matches(HEADINGS) || heading.nextElementSibling?.matches(".answer")) return;
  const answer = document.createElement("details");
  const summary = document.createElement("summary");
  answer.className = "answer";
  summary.textContent = "先想一想，再看答案";
  answer.append(summary);
  heading.after(answer);
  while (answer.nextSibling && !(answer.nextSibling instanceof HTMLHeadingElement)) answer.append(answer.nextSibling);
}
