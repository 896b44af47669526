"""Draws Mermaid source as SVG, the same bytes on every machine: Pele in QuickJS, with the text measured by text_widths.py.

Used by diagrams.py. Another engine takes this one's place by offering `render`.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import quickjs

import text_widths

PELE = Path(__file__).resolve().parent.parent / "node_modules/pele/dist/pele.global.js"
BRIDGE = Path(__file__).with_suffix(".js")

WIDTHS = (400, 560, 760)
"""Widths that are tried, in px: what a phone shows without scrolling, half a column, a column of text."""

ASCII_WORD = re.compile(r"[!-~]+")
NOT_AT_THE_START = "，。、；：！？）》”’…"
"""Chinese line-breaking rules forbid these at the start of a line (Requirements for Chinese Text Layout, §3.1.2)."""


class DiagramError(Exception):
    """A diagram that cannot be drawn: `.message` (the engine's words) and `.line` (int, from 1, of the source)."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(f"{line}: {message}")
        self.message, self.line = message, line


class Drawing(NamedTuple):
    """svg: the picture as text; width: its natural width in px."""

    svg: str
    width: float


@cache
def engine() -> quickjs.Context:
    """Return the one JavaScript context of this process, with Pele and our bridge in it."""
    context = quickjs.Context()
    context.eval(PELE.read_text(encoding="utf-8"))
    for name, weight in (("WIDTHS", text_widths.WEIGHTS["regular"]), ("BOLD_WIDTHS", text_widths.WEIGHTS["bold"])):
        context.eval(f"const {name} = {json.dumps(text_widths.widest(weight))}")
    context.eval(BRIDGE.read_text(encoding="utf-8"))
    return context


def draw(source: str, prefix: str, width: int | None = None) -> Drawing:
    """Draw `source` with ids that begin with `prefix`, no wider than `width` px where labels allow; raises DiagramError."""
    flow = {"maxWidth": width, "autoDirection": True, "directionBreakpoint": width + 1} if width else {}  # left-to-right may become top-to-bottom
    options = {"idPrefix": prefix, **flow}
    answer = json.loads(engine().get("draw")(source, json.dumps(options)))
    if fault := answer.get("fault"):
        raise DiagramError(fault["message"], fault["line"])
    return Drawing(answer["svg"], answer["width"])


@cache
def render(source: str, prefix: str) -> str:
    """Return the SVG of Mermaid `source`: the narrowest that cuts no word, so that a phone shows as much as it can.

    `prefix` begins the ids inside, which have to be unique on the page. Raises DiagramError.
    """
    natural = draw(source, prefix)
    for width in WIDTHS:
        if width >= natural.width:
            break
        narrow = draw(source, prefix, width)
        if narrow.width <= width and reads_well(narrow.svg, natural.svg):
            return narrow.svg
    return natural.svg


def reads_well(svg: str, natural: str) -> bool:
    """Say whether a re-flowed picture keeps each word of the natural one whole, begins no line with punctuation and leaves no character alone."""
    lines, whole = text_lines(svg), text_lines(natural)
    added = [line for line in lines if line not in whole]
    return words(lines) == words(whole) and not any(len(line) == 1 or line.startswith(tuple(NOT_AT_THE_START)) for line in added)


def text_lines(svg: str) -> list[str]:
    """Return the lines of text of a picture, each <tspan> or undivided <text>, in document order."""
    texts = [element for element in ElementTree.fromstring(svg).iter() if element.tag.endswith(("}text", "}tspan"))]
    return [element.text.strip() for element in texts if element.text and element.text.strip()]


def words(lines: list[str]) -> Counter[str]:
    """Count the runs of ASCII without spaces: what must not be cut."""
    return Counter(word for line in lines for word in ASCII_WORD.findall(line))
