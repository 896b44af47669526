// Evaluated in QuickJS after Pele: how Python asks for a picture. `WIDTHS` and `BOLD_WIDTHS` (em) are set by diagram_engine.py.
const BOLD = 1;
const MONO = 4;
const MONO_WIDTH = 0.62; // em; the widest of the common monospaced fonts, DejaVu Sans Mono, has 0.602

const measurer = {
  width(text, size, style) {
    const widths = style & BOLD ? BOLD_WIDTHS : WIDTHS;
    let total = 0;
    for (const character of text) total += character in widths ? (style & MONO ? MONO_WIDTH : widths[character]) : 1;
    return total * size;
  },
};

// What Pele has to say, as JSON: a drawing, or a fault with the line of the source (from 1).
function draw(source, options) {
  try {
    return JSON.stringify(pele.render(source, { ...JSON.parse(options), measurer, images: false }));
  } catch (error) {
    return JSON.stringify({ fault: { message: error.message, line: error.line || 1 } });
  }
}
