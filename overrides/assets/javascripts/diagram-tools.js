// <diagram-tools>: the buttons under a diagram. What they open loads when it is wanted.
class DiagramTools extends HTMLElement {
  connectedCallback() {
    const figure = this.closest(".diagram");
    this.append(button("放大", async (opener) => (await import("./diagram-dialog.js")).openDiagram(figure, opener)));
    if (!figure.matches(".diagram--sequence")) return;
    this.append(button("遮挡练习", async (opener) => (await import("./label-practice.js")).togglePractice(figure, opener)));
  }
}

/** @param {string} text @param {(button: HTMLButtonElement) => void} act */
function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "diagram-tools__button";
  made.textContent = text;
  made.addEventListener("click", () => act(made));
  return made;
}

customElements.define("diagram-tools", DiagramTools);
for (const caption of document.querySelectorAll(".diagram__caption")) caption.append(document.createElement("diagram-tools"));
