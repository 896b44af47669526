// The stylesheet of what scripts bring about, loaded with the first of them.
let loading = null;

/** @returns {Promise<void>} resolves when the rules hold, or when they cannot be had */
export function lateStyles() {
  return (loading ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = document.querySelector("[data-late-styles]").dataset.lateStyles;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  }));
}
