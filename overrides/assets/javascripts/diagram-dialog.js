// The full-size view of a diagram: the picture itself moves into a dialog, with scrolling, dragging, pinch and keys.
import { toolButton } from "./tool-button.js";
import { fitting, zoomed } from "./zoom-view.js";

const STEP = 1.25;

class DiagramDialog {
  #dialog = document.createElement("dialog");
  #stage = document.createElement("div");
  #picture;
  #place;
  #view;
  #pointers = new Map();

  constructor(figure) {
    this.#place = figure.querySelector(".diagram__scroll");
    this.#picture = this.#place.querySelector(".pele");
    const name = figure.querySelector(".diagram__caption").firstChild.textContent;
    const bar = document.createElement("div");
    bar.className = "diagram-dialog__bar";
    const title = document.createElement("h2");
    title.className = "diagram-dialog__title";
    title.textContent = name;
    bar.append(title, toolButton("−", () => this.#zoom(1 / STEP), "缩小"), toolButton("＋", () => this.#zoom(STEP), "放大"), toolButton("适应", () => this.#fit(), "适应屏幕"), toolButton("关闭", () => this.#dialog.close()));
    this.#dialog.className = "diagram-dialog";
    this.#dialog.setAttribute("aria-label", name);
    this.#stage.className = "diagram-dialog__stage";
    this.#stage.tabIndex = 0;
    this.#stage.setAttribute("role", "group");
    this.#stage.setAttribute("aria-label", "图，方向键移动，加减号缩放");
    this.#dialog.append(bar, this.#stage);
    this.#dialog.addEventListener("keydown", (event) => this.#key(event));
    this.#stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"]) this.#stage.addEventListener(type, (event) => this.#point(event));
  }

  /** Shows the picture; it goes back to its place, and the focus to `opener`, when the dialog is closed. */
  open(opener) {
    this.#place.style.minHeight = `${this.#place.offsetHeight}px`;
    this.#stage.append(this.#picture);
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    // Text is legible first; who wants the whole picture on a small screen asks for it.
    this.#show({ scale: Math.max(this.#whole(), this.#place.firstElementChild.width.baseVal.value / this.#picture.viewBox.baseVal.width), left: 0, top: 0 });
    this.#stage.focus();
    this.#dialog.addEventListener("close", () => {
      this.#picture.removeAttribute("style");
      this.#place.append(this.#picture);
      this.#place.removeAttribute("style");
      this.#dialog.remove();
      opener.focus();
    });
  }

  /** The scale at which the whole picture is seen. */
  #whole() {
    const { width, height } = this.#picture.viewBox.baseVal;
    return fitting(width, height, this.#stage.clientWidth, this.#stage.clientHeight);
  }

  #fit() {
    this.#show({ scale: this.#whole(), left: 0, top: 0 });
  }

  #zoom(factor, x = this.#stage.clientWidth / 2, y = this.#stage.clientHeight / 2) {
    const { scrollLeft: left, scrollTop: top } = this.#stage;
    this.#show(zoomed({ scale: this.#view.scale, left, top }, factor, x, y, this.#whole()));
  }

  #show(view) {
    this.#view = view;
    this.#picture.style.width = `${this.#picture.viewBox.baseVal.width * view.scale}px`;
    this.#stage.scrollTo(view.left, view.top);
  }

  #key(event) {
    const act = { "+": () => this.#zoom(STEP), "=": () => this.#zoom(STEP), "-": () => this.#zoom(1 / STEP), 0: () => this.#fit() }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  #wheel(event) {
    if (!event.ctrlKey) return; // also what a pinch on a touchpad sends
    event.preventDefault();
    const box = this.#stage.getBoundingClientRect();
    this.#zoom(Math.exp(-event.deltaY / 100), event.clientX - box.x, event.clientY - box.y);
  }

  /** One mouse drags, two fingers pinch; one finger scrolls by itself. */
  #point(event) {
    const before = this.#pointers.get(event.pointerId);
    if (event.type === "pointerdown" && event.button === 0) this.#pointers.set(event.pointerId, event);
    else if (event.type !== "pointermove") this.#pointers.delete(event.pointerId);
    else if (before) {
      const other = [...this.#pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
      this.#pointers.set(event.pointerId, event);
      if (other) {
        const box = this.#stage.getBoundingClientRect();
        this.#zoom(apart(event, other) / apart(before, other), (event.clientX + other.clientX) / 2 - box.x, (event.clientY + other.clientY) / 2 - box.y);
      } else if (event.pointerType === "mouse") this.#stage.scrollBy(before.clientX - event.clientX, before.clientY - event.clientY);
    }
  }
}

function apart(a, b) {
  return Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
}

/** @param {HTMLElement} figure whose picture is shown @param {HTMLElement} opener gets the focus back */
export function openDiagram(figure, opener) {
  new DiagramDialog(figure).open(opener);
}
