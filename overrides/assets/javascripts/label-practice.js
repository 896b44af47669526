// 遮挡练习: the message labels of a sequence diagram are covered, and uncovered one by one by tap or key.
import { toolButton } from "./tool-button.js";

const MARGIN = 4; // px around a label's text

/** One message label with its cover. */
class Label {
  #element;
  #cover = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  #toggle;
  covered = false;

  constructor(element, number, changed) {
    this.#element = element;
    this.number = number;
    this.text = [...element.querySelectorAll("text")].map((line) => line.textContent).join(" ");
    const { x, y, width, height } = element.getBBox();
    const box = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN, rx: MARGIN };
    for (const [name, value] of Object.entries(box)) this.#cover.setAttribute(name, value);
    this.#cover.setAttribute("class", "practice-cover");
    element.append(this.#cover);
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    element.classList.add("practice-label");
    this.#toggle = (event) => {
      if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.set(!this.covered);
      changed(this);
    };
    for (const type of ["click", "keydown"]) element.addEventListener(type, this.#toggle);
    this.set(true);
  }

  set(covered) {
    this.covered = covered;
    this.#element.classList.toggle("practice-label--covered", covered);
    this.#element.setAttribute("aria-pressed", String(!covered));
    this.#element.setAttribute("aria-label", covered ? `第 ${this.number} 条，遮住了` : this.said);
  }

  get said() {
    return `第 ${this.number} 条：${this.text}`;
  }

  /** Leaves the picture as it was. */
  remove() {
    for (const type of ["click", "keydown"]) this.#element.removeEventListener(type, this.#toggle);
    for (const name of ["role", "tabindex", "aria-label", "aria-pressed"]) this.#element.removeAttribute(name);
    this.#element.classList.remove("practice-label", "practice-label--covered");
    this.#cover.remove();
  }
}

class LabelPractice {
  #labels;
  #tools = document.createElement("span");
  #said = document.createElement("span");

  constructor(figure) {
    this.#labels = [...figure.querySelectorAll(".pele-edge-label")].map((element, index) => new Label(element, index + 1, (label) => this.#say(label)));
    this.#tools.className = "practice-tools";
    this.#said.className = "practice-said";
    this.#said.setAttribute("role", "status");
    this.#tools.append(toolButton("揭开下一条", () => this.#uncoverNext()), toolButton("重新遮住", () => this.#coverAll()), this.#said);
    figure.querySelector("diagram-tools").append(this.#tools);
    this.#say();
  }

  end() {
    this.#tools.remove();
    for (const label of this.#labels) label.remove();
  }

  #uncoverNext() {
    const label = this.#labels.find(({ covered }) => covered);
    label?.set(false);
    this.#say(label);
  }

  #coverAll() {
    for (const label of this.#labels) label.set(true);
    this.#say();
  }

  /** Says the label that was just uncovered and how many are left. */
  #say(label) {
    const left = this.#labels.filter(({ covered }) => covered).length;
    this.#said.textContent = [label && !label.covered && label.said, left ? `还遮着 ${left} 条` : "全部揭开了"].filter(Boolean).join("，");
  }
}

const running = new WeakMap();

/** Starts or ends the practice of a figure. @param {HTMLElement} figure @param {HTMLButtonElement} toggle shows which */
export function togglePractice(figure, toggle) {
  const practice = running.get(figure);
  if (practice) {
    practice.end();
    running.delete(figure);
  } else running.set(figure, new LabelPractice(figure));
  toggle.setAttribute("aria-pressed", String(!practice));
}
