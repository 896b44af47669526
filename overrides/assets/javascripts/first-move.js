// Loads what a reader needs once she does something; a tap that comes before it waits for it.
const MOVES = ["pointermove", "pointerdown", "keydown", "scroll"];
const AWAITED = ".term, .headerlink";

/** @param {() => Promise<{beginReading: (byKeyboard: boolean) => void}>} load */
export function loadWithFirstMove(load) {
  const still = new AbortController(), loading = new AbortController();
  const begin = ({ type }) => {
    still.abort();
    const ready = load().then(({ beginReading }) => beginReading(type === "keydown")).catch(() => {}).finally(() => loading.abort());
    addEventListener("click", (click) => {
      const link = click.target.closest(AWAITED);
      if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      click.stopPropagation();
      ready.then(() => link.dispatchEvent(new PointerEvent("click", click)));
    }, { capture: true, signal: loading.signal });
  };
  for (const move of MOVES) addEventListener(move, begin, { passive: true, signal: still.signal });
}
