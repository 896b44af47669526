"""Sets a line of Chinese and Latin text in one typeface that comes in many files, and breaks long ones sensibly.

Used by preview_cards.py. The font is Noto Sans SC from npm, cut into files by Unicode range.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageDraw, ImageFont

FILES = Path(__file__).resolve().parent.parent / "node_modules/@fontsource-variable/noto-sans-sc/files"
WEIGHTS = {"regular": 400, "bold": 700}

NO_LINE_BEGINS_WITH = "，。、；：！？）》”’…·%"
NO_LINE_ENDS_WITH = "（《“‘"
"""Requirements for Chinese Text Layout, §3.1.2: punctuation that sticks to the character before or after it."""


BESIDE_LATIN, WITHIN_CHINESE = 0.1, 0.3
"""What a line break costs there, in squares of the share of a line that stays empty."""


class MissingGlyphError(ValueError):
    """A character that the typeface lacks; the message says which, in Chinese."""


@cache
def files_of_characters() -> dict[int, Path]:
    """Return, for each code point of the typeface, the file that draws it."""
    found: dict[int, Path] = {}
    for file in sorted(FILES.glob("*-wght-normal.woff2")):
        with TTFont(file, lazy=True) as font:
            for code in font.getBestCmap():
                found.setdefault(code, file)
    return found


def require_glyphs(text: str) -> None:
    """Raise MissingGlyphError when the typeface lacks a character of the text."""
    missing = sorted({character for character in text if ord(character) not in files_of_characters()})
    if missing:
        raise MissingGlyphError(f"预览图的字体里没有“{''.join(missing)}”（在“{text}”里）；请换一个写法。")


@cache
def font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return one file of the typeface at a size in px and a CSS weight."""
    loaded = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)  # the same glyphs on every machine
    loaded.set_variation_by_axes([weight])
    return loaded


def runs(text: str, size: int, weight: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """Yield the pieces of a line that one file draws, each with its font."""
    files = files_of_characters()
    for file, characters in groupby(text, lambda character: files[ord(character)]):
        yield "".join(characters), font(file, size, weight)


def width(text: str, size: int, weight: int) -> float:
    """Return the width of a line in px."""
    return sum(piece_font.getlength(piece) for piece, piece_font in runs(text, size, weight))


def draw_line(canvas: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int, weight: int, colour: str) -> None:
    """Draw a line with its baseline beginning at `place` (x, y in px)."""
    x, y = place
    for piece, piece_font in runs(text, size, weight):
        canvas.text((x, y), piece, font=piece_font, fill=colour, anchor="ls")
        x += piece_font.getlength(piece)


def units(text: str) -> list[str]:
    """Cut a text into what a line break must not cut: Latin words, Chinese characters with the punctuation that sticks to them."""
    found: list[str] = []
    for character in text:
        before = found[-1] if found else ""
        latin = character.isascii() and character != " " and before[-1:].isascii() and before[-1:].strip() != ""
        if before and (latin or character == " " or character in NO_LINE_BEGINS_WITH or before[-1] in NO_LINE_ENDS_WITH):
            found[-1] += character
        else:
            found.append(character)
    return found


def wrapped(text: str, size: int, weight: int, limit: float) -> list[str]:
    """Return the lines of a text no wider than `limit` px: the fewest, as even as they can be, broken after punctuation if possible."""
    pieces = units(text)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # of the first n pieces: lines, cost, where the last line begins
    for end in range(1, len(pieces) + 1):
        options = []
        for begin in range(end - 1, -1, -1):
            room = limit - width("".join(pieces[begin:end]).strip(), size, weight)
            if room < 0 and begin < end - 1:
                break
            lines, cost, _ = best[begin]
            options.append((lines + 1, cost + (room / limit) ** 2 + _harm(pieces, end), begin))
        best.append(min(options))
    lines, end = [], len(pieces)
    while end:
        begin = best[end][2]
        lines.append("".join(pieces[begin:end]).strip())
        end = begin
    return lines[::-1]


def _harm(pieces: list[str], end: int) -> float:
    """Return what a break before the piece number `end` costs: none after punctuation, less beside Latin words than within Chinese."""
    if end == len(pieces) or pieces[end - 1][-1] in NO_LINE_BEGINS_WITH:
        return 0
    return BESIDE_LATIN if pieces[end - 1][-1] == " " or pieces[end][0].isascii() else WITHIN_CHINESE
