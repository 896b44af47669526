// Opens the folded blocks around an element.

/** @param {Element} element @returns {boolean} whether it was folded away */
export function unfold(element) {
  let folded = false;
  for (let block = element.closest("details:not([open])"); block; block = block.parentElement.closest("details:not([open])")) {
    block.open = true;
    folded = true;
  }
  return folded;
}
