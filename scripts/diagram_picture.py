"""Turns the engine's SVG into elements that a page of ours may hold: no inline style, no English, no more than is used.

Used by diagrams.py. The colours that the picture's attributes name are defined in diagram.css.
"""

from math import ceil
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, fromstring

SMALLEST_TEXT = 11
"""What the smallest text of a picture may shrink to on screen, in CSS px; a narrower screen scrolls instead."""

TEXT_SIZE = 16
"""The size of text for which the engine writes no font-size, in px; diagram.css sets the same for the whole picture."""

KINDS = {"sequence": "时序图", "flowchart": "流程图", "state": "状态图", "timeline": "时间线", "gantt": "甘特图", "block": "框图"}
"""What a screen reader calls a picture (aria-roledescription), by the engine's name for it."""

NUMBER_SIZE = "13"
"""The size of a sequence's numbers, in px: the engine's 12 would keep the whole picture from shrinking further."""

CORNER = "4"
"""In place of the engine's variable for rounded corners: an attribute cannot hold one."""


class Picture(NamedTuple):
    """root: the <svg>; title and description: what the source says of it (accTitle, accDescr), "" where it says nothing."""

    root: Element
    title: str
    description: str


def picture(svg: str, name_id: str) -> Picture:
    """Return the engine's picture as elements without namespaces, named by the element with the id `name_id`.

    Raises ValueError, in Chinese, for a style that has no attribute of the same name.
    """
    root = fromstring(svg)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        for attribute in [name for name in element.attrib if "}" in name or name == "data-id"]:
            del element.attrib[attribute]
    del root.attrib["style"]  # the engine's defaults; ours are in diagram.css
    for element in root.iter():
        use_attributes(element)
    for number in root.iterfind(".//g[@class='pele-sequence-number']/text"):
        number.set("font-size", NUMBER_SIZE)
    title = root.find("title")
    if title is not None:
        root.remove(title)  # it would pop up wherever the pointer rests; the caption says the same
    root.set("aria-labelledby", name_id)
    kind = KINDS.get(root.attrib.pop("aria-roledescription", ""))
    if kind:
        root.set("aria-roledescription", kind)
    return Picture(root, text_of(title), text_of(root.find("desc")))


def text_of(element: Element | None) -> str:
    """Return an element's text without the space around it, "" when there is none."""
    return (element.text or "").strip() if element is not None else ""


def use_attributes(element: Element) -> None:
    """Write an element's style as attributes: a strict content policy lets no style attribute stand."""
    for declaration in filter(None, element.attrib.pop("style", "").split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name not in ("rx", "ry", "stroke-width", "stroke-dasharray", "font-weight", "font-style", "text-decoration"):
            raise ValueError(f"不要在图里写颜色和样式（{name}: {value}）；请用含义：store、net、pod、warn、bad")
        element.set(name, CORNER if name in ("rx", "ry") else value)


def floor(root: Element) -> int:
    """Return the width in px below which the picture's smallest text would be smaller than SMALLEST_TEXT."""
    sizes = [float(element.get("font-size")) for element in root.iter() if element.get("font-size")]
    return ceil(float(root.get("width")) * SMALLEST_TEXT / min([TEXT_SIZE, *sizes]))


def scrolling(root: Element, name: str) -> Element:
    """Return a box called `name` (text) in which the picture shrinks down to its floor and then scrolls."""
    box = Element("section", {"class": "diagram__scroll", "tabindex": "0", "aria-label": name})
    SubElement(box, "svg", {"class": "diagram__floor", "width": str(floor(root)), "height": "0", "aria-hidden": "true"})
    box.append(root)
    return box
