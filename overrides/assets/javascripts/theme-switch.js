// <theme-switch>: follow the system, light, dark. Without script the page follows the system.
import { recall, remember } from "./storage.js";

const KEY = "theme";
const NAMES = { system: "跟随系统", light: "浅色", dark: "深色" };

/** The choice after this one. @param {string} theme @returns {"system"|"light"|"dark"} */
export function nextTheme(theme) {
  return { system: "light", light: "dark" }[theme] ?? "system";
}

/** Puts the stored choice on the document. */
export function applyTheme() {
  const stored = recall(KEY);
  if (stored === "light" || stored === "dark") document.documentElement.dataset.theme = stored;
  else delete document.documentElement.dataset.theme;
}

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => {
      const next = nextTheme(document.documentElement.dataset.theme ?? "system");
      remember(KEY, next === "system" ? null : next);
      if (next === "system") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = next;
      this.#name();
    });
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      applyTheme();
      this.#name();
    });
    applyTheme();
    this.#name();
  }

  #name() {
    const name = `外观：${NAMES[document.documentElement.dataset.theme ?? "system"]}`;
    this.querySelector("span").textContent = name;
    this.querySelector("button").title = name;
  }
}

customElements.define("theme-switch", ThemeSwitch);
