// The small buttons under diagrams and in their full-size view.

/**
 * @param {string} text @param {(button: HTMLButtonElement) => void} act
 * @param {string} name what a screen reader says, where the text is only a sign
 * @returns {HTMLButtonElement}
 */
export function toolButton(text, act, name = "") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool-button";
  button.textContent = text;
  if (name) button.setAttribute("aria-label", name);
  button.addEventListener("click", () => act(button));
  return button;
}
