// 遮挡练习: the message labels of a sequence diagram are covered, and uncovered one by one by tap or key.
const SVG = "http://www.w3.org/2000/svg";
const COVERED = "practice-label--covered";
const practices = new WeakMap();

class LabelPractice {
  #figure;
  #labels;
  #more = document.createElement("span");
  #said = document.createElement("span");

  constructor(figure) {
    this.#figure = figure;
    this.#labels = [...figure.querySelectorAll(".pele-edge-label")];
    this.#labels.forEach((label, index) => this.#cover(label, index));
    this.#said.className = "practice-said";
    this.#said.setAttribute("role", "status");
    this.#more.append(button("揭开下一条", () => this.#next()), button("重新遮住", () => this.#coverAll()), this.#said);
    this.#more.className = "practice-more";
  }

  start() {
    this.#figure.querySelector("diagram-tools").append(this.#more);
    for (const label of this.#labels) {
      label.setAttribute("role", "button");
      label.setAttribute("tabindex", "0");
      label.append(label.practiceCover);
    }
    this.#coverAll();
  }

  stop() {
    this.#more.remove();
    for (const label of this.#labels) {
      for (const name of ["role", "tabindex", "aria-label", "aria-pressed"]) label.removeAttribute(name);
      label.classList.remove("practice-label", COVERED);
      label.practiceCover.remove();
    }
  }

  /** Gives a label its cover: a box a little larger than its text. */
  #cover(label, index) {
    const { x, y, width, height } = label.getBBox();
    const cover = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ class: "practice-cover", x: x - 4, y: y - 3, width: width + 8, height: height + 6, rx: 4 })) cover.setAttribute(name, value);
    label.practiceCover = cover;
    label.practiceNumber = index + 1;
    const toggle = () => practices.get(this.#figure)?.on && this.#set(label, !label.classList.contains(COVERED));
    label.addEventListener("click", toggle);
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle();
    });
  }

  #set(label, covered) {
    label.classList.add("practice-label");
    label.classList.toggle(COVERED, covered);
    label.setAttribute("aria-pressed", String(!covered));
    const text = [...label.querySelectorAll("text")].map((line) => line.textContent).join(" ");
    label.setAttribute("aria-label", covered ? `第 ${label.practiceNumber} 条，遮住了` : `第 ${label.practiceNumber} 条：${text}`);
    const left = this.#labels.filter((one) => one.classList.contains(COVERED)).length;
    this.#said.textContent = covered ? `还遮着 ${left} 条` : left ? `第 ${label.practiceNumber} 条：${text}，还遮着 ${left} 条` : "全部揭开了";
  }

  #next() {
    const label = this.#labels.find((one) => one.classList.contains(COVERED));
    if (label) this.#set(label, false);
  }

  #coverAll() {
    for (const label of this.#labels) this.#set(label, true);
  }
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "diagram-tools__button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Starts or ends the practice of a figure. @param {HTMLElement} figure @param {HTMLButtonElement} toggle shows which */
export function togglePractice(figure, toggle) {
  const known = practices.get(figure) ?? { practice: new LabelPractice(figure), on: false };
  known.on = !known.on;
  practices.set(figure, known);
  toggle.setAttribute("aria-pressed", String(known.on));
  if (known.on) known.practice.start();
  else known.practice.stop();
}
