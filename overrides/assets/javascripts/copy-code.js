// <copy-code>: a button on a code block that copies its text and says so.
import { copyText } from "./copy-text.js";

class CopyCode extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-code__button";
    button.textContent = "复制";
    button.addEventListener("click", async () => {
      const done = await copyText(this.parentElement.querySelector("code").textContent);
      button.textContent = done ? "已复制" : "请手动复制";
      button.classList.add("copy-code__button--done");
      setTimeout(() => {
        button.textContent = "复制";
        button.classList.remove("copy-code__button--done");
      }, 2000);
    });
    this.setAttribute("aria-live", "polite");
    this.append(button);
  }
}

/** @param {ParentNode} root gets a button on each of its code blocks */
export function addCopyButtons(root) {
  for (const block of root.querySelectorAll(".highlight")) block.append(document.createElement("copy-code"));
}

customElements.define("copy-code", CopyCode);
