// <diagram-tools>: the buttons under a diagram. What they open loads when it is wanted.
import { toolButton } from "./tool-button.js";

class DiagramTools extends HTMLElement {
  connectedCallback() {
    const figure = this.closest(".diagram");
    this.append(toolButton("放大", async (opener) => (await import("./diagram-dialog.js")).openDiagram(figure, opener)));
    if (!figure.matches(".diagram--sequence")) return;
    this.append(toolButton("遮挡练习", async (toggle) => (await import("./label-practice.js")).togglePractice(figure, toggle)));
  }
}

customElements.define("diagram-tools", DiagramTools);
for (const caption of document.querySelectorAll(".diagram__caption")) caption.append(document.createElement("diagram-tools"));
