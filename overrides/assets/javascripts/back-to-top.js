// <back-to-top>: a link to the page's first heading, shown once a screen has been read.
class BackToTop extends HTMLElement {
  connectedCallback() {
    const follow = () => { this.hidden = scrollY < innerHeight; };
    addEventListener("scroll", follow, { passive: true });
    follow();
    this.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      scrollTo({ top: 0, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
      document.querySelector("h1")?.setAttribute("tabindex", "-1");
      document.querySelector("h1")?.focus({ preventScroll: true });
    });
  }
}

customElements.define("back-to-top", BackToTop);
