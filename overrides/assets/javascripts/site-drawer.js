// <site-drawer>: the chapter list that Material's checkbox slides in. Adds what a checkbox cannot:
// Escape closes, focus goes in and comes back, the page behind rests.
class SiteDrawer extends HTMLElement {
  #toggle = document.querySelector("[data-md-toggle=drawer]");

  connectedCallback() {
    this.#toggle.addEventListener("change", () => this.#changed());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#toggle.checked) this.#close();
    });
    // The browser may bring the page back from its cache with the drawer still open.
    addEventListener("pageshow", () => this.#toggle.checked && this.#close());
  }

  #close() {
    this.#toggle.checked = false;
    this.#changed();
  }

  #changed() {
    const open = this.#toggle.checked;
    for (const part of document.querySelectorAll(".content, .side--contents, .site-footer")) part.inert = open;
    if (open) (this.querySelector("[aria-current]") ?? this.querySelector("a")).focus();
    else this.#toggle.focus({ preventScroll: true });
  }
}

customElements.define("site-drawer", SiteDrawer);
