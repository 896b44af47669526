"""Draws the picture that a chat app shows for a link: chapter, question, name of the site, in the site's look.

Used by previews.py. Pure: a card in, the bytes of a PNG out.
"""

import io
from typing import NamedTuple

from PIL import Image, ImageDraw

from preview_text import WEIGHTS, draw_line, require_glyphs, width, wrapped

IMAGE_SIZE = (1200, 630)
"""Width and height in px, the 1.91:1 that chat apps show without cropping."""

PAPER, INK, MUTED, ACCENT, LINK, LINE = "#fbfaf6", "#14181e", "#5b6169", "#ad3d28", "#174f79", "#e0dac9"
"""The daylight palette of tokens.css; tests/unit/test_preview_cards.py compares them."""

MARGIN = 88
SIZES = (76, 68, 60, 52, 46, 40)
LEADING = 1.4
MOST_HEIGHT = 300
"""Of the heading, in px: what stands between the chapter's name and the foot."""

COLOURS = 48


class Card(NamedTuple):
    """chapter: set small above; heading: the question, set large; site: the site's name, at the foot."""

    chapter: str
    heading: str
    site: str


def draw_card(card: Card) -> bytes:
    """Return the card as PNG, IMAGE_SIZE px; raises MissingGlyphError (a ValueError) for a character the font lacks."""
    for text in card:
        require_glyphs(text)
    picture = Image.new("RGB", IMAGE_SIZE, PAPER)
    canvas = ImageDraw.Draw(picture)
    right, bottom = IMAGE_SIZE
    canvas.rectangle((0, 0, 14, bottom), fill=LINK)
    if card.chapter:
        draw_line(canvas, (MARGIN, MARGIN + 40), card.chapter, 34, WEIGHTS["regular"], ACCENT)
    size, lines = fitting_lines(card.heading, right - 2 * MARGIN)
    leading = size * LEADING
    top = (bottom - leading * (len(lines) - 1)) / 2 + size * 0.35 + 6
    for number, line in enumerate(lines):
        draw_line(canvas, (MARGIN, top + number * leading), line, size, WEIGHTS["bold"], INK)
    foot = bottom - MARGIN + 14
    canvas.line((MARGIN, foot - 62, right - MARGIN, foot - 62), fill=LINE, width=2)
    draw_logo(canvas, (MARGIN, foot - 36), 44)
    draw_line(canvas, (MARGIN + 62, foot), card.site, 32, WEIGHTS["regular"], MUTED)
    file = io.BytesIO()
    picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def fitting_lines(heading: str, limit: float) -> tuple[int, list[str]]:
    """Return the greatest of SIZES at which a heading, in lines of `limit` px, is no higher than MOST_HEIGHT, and those lines.

    A heading that is longer still ends in an ellipsis.
    """
    for size in SIZES:
        lines = wrapped(heading, size, WEIGHTS["bold"], limit)
        most = int(MOST_HEIGHT // (size * LEADING))
        if len(lines) <= most and all(width(line, size, WEIGHTS["bold"]) <= limit for line in lines):
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def draw_logo(canvas: ImageDraw.ImageDraw, place: tuple[int, int], size: int) -> None:
    """Draw the site's mark, a notebook page in a heptagon, in a square of `size` px at `place`."""
    x, y = place
    scale = size / 32
    corners = [(16, 2.5), (26.6, 7.6), (29.2, 19), (21.9, 28.2), (10.1, 28.2), (2.8, 19), (5.4, 7.6)]
    points = [(x + a * scale, y + b * scale) for a, b in corners]
    canvas.line([*points, points[0], points[1]], fill=LINK, width=3, joint="curve")
    for (a, b), length in (((11, 12.2), 10), ((11, 16.8), 10), ((11, 21.4), 5.5)):
        canvas.line((x + a * scale, y + b * scale, x + (a + length) * scale, y + b * scale), fill=ACCENT, width=3)
