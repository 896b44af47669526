// <site-drawer>: the chapter list that a checkbox in the header slides in. Adds what a checkbox cannot:
// it closes on Escape, on a tap outside and when the focus moves on; focus goes in and comes back.
class SiteDrawer extends HTMLElement {
  #toggle = document.getElementById("drawer");

  connectedCallback() {
    this.#toggle.addEventListener("change", () => this.#changed());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
    document.addEventListener("click", (event) => {
      if (!this.contains(event.target) && !this.#toggle.parentElement.contains(event.target)) this.#close();
    });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget !== this.#toggle && !this.contains(relatedTarget)) this.#toggle.checked = false;
    });
    // The browser may bring the page back from its cache with the drawer still open.
    addEventListener("pageshow", () => this.#close());
  }

  #close() {
    if (!this.#toggle.checked) return;
    this.#toggle.checked = false;
    this.#changed();
  }

  #changed() {
    if (this.#toggle.checked) (this.querySelector("[aria-current]") ?? this.querySelector("a")).focus();
    else this.#toggle.focus({ preventScroll: true });
  }
}

customElements.define("site-drawer", SiteDrawer);
