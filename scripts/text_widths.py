"""How wide a text may come out, whatever font the reader has: the widest of the fonts that browsers fall back to.

Used by diagram_engine.py, which reserves that much room, so that no label leaves its box on any machine.
"""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "node_modules/@fontsource"

FAMILIES = ("arimo", "open-sans", "roboto")
"""Arimo has the widths of Arial and Helvetica; Roboto is Android's; Open Sans is wider than Segoe UI, San Francisco and Noto Sans."""

WEIGHTS = {"regular": 400, "bold": 700}

ASCII = "".join(map(chr, range(0x20, 0x7F)))


@cache
def widest(weight: int) -> dict[str, float]:
    """Return the greatest advance width of each ASCII character over FAMILIES at a font weight (CSS, 400 or 700), in em.

    Every other character counts as 1 em by the caller: that is what Chinese ones and their punctuation are.
    Raises OSError when the fonts of package.json are not installed.
    """
    widths = dict.fromkeys(ASCII, 0.0)
    for family in FAMILIES:
        with TTFont(FONTS / family / f"files/{family}-latin-{weight}-normal.woff2") as font:
            names, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
            for character in ASCII:
                widths[character] = max(widths[character], advances[names[ord(character)]][0] / em)
    return {character: round(width, 4) for character, width in widths.items()}
