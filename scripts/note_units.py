"""Cuts HTML into the smallest texts that must not get lost: headings, sentences, list items, cells, code lines.

Run by study_blocks.py on quotes, and by tests/content on the rendered notes and the built pages, so that all are cut the same way.
"""

import re
import unicodedata
from dataclasses import dataclass

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

#: A unit never reaches across the edge of one of these elements.
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip

#: Furniture of a page: what stands in here is not text of the notes.
FURNITURE_TAGS = {"button", "nav", "script", "select", "style", "svg", "template"}
FURNITURE_CLASSES = {"headerlink", "footnote-ref", "footnote-backref"}

#: The extensions that the notes need: those of mkdocs.yml that change how such plain Markdown is read.
EXTENSIONS = ["tables", "pymdownx.betterem", "pymdownx.highlight", "pymdownx.saneheaders", "pymdownx.superfences"]

#: Where a sentence ends. Half-width marks also stand inside names (`a?b`, `x;y`), hence the look at what follows.
SENTENCE_END = re.compile(r"(?<=[。；！？])|(?<=[;!?])(?=\s)")

#: Numbers that the notes write before a heading: “一、”, “1. ”. “阶段 1：” belongs to the wording and stays.
HEADING_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+\.\s)\s*")

#: Marks that may differ at the end of a unit, in the form that NFKC gives them.
TRAILING_MARKS = "。;!?.,:、"


@dataclass(frozen=True)
class Unit:
    """One text that must not get lost: as a reader sees it, and as it is compared."""

    text: str
    key: str


def normalise(text: str) -> str:
    """Give the form in which two units are compared: NFKC, no white space, no mark at the end.

    Full-width and half-width forms, spaces between 汉字 and Latin, and a final “；” or “。” make no difference.
    """
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    return bare.rstrip(TRAILING_MARKS)


def sentences(text: str) -> list[str]:
    """Cut the text of one block after each end of a sentence; nothing is dropped."""
    return [part for part in SENTENCE_END.split(text) if part]


def units(root: LexborNode, numbered: bool = False) -> list[Unit]:
    """Cut an element into units, in reading order.

    numbered: headings carry the numbering of the notes, which is taken off.
    """
    found: list[Unit] = []
    buffer: list[str] = []

    def flush(tag: str) -> None:
        text = "".join(buffer)
        buffer.clear()
        if tag in HEADINGS:
            parts = [HEADING_NUMBER.sub("", text.strip()) if numbered else text]
        elif tag == "pre":
            parts = text.split("\n")
        else:
            parts = sentences(text)
        for part in parts:
            key = normalise(part)
            if any(char.isalnum() for char in key):
                found.append(Unit(" ".join(part.split()), key))

    def walk(node: LexborNode, block: str) -> None:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                buffer.append(child.text_content or "")
            elif is_furniture(child) or child.tag.startswith(("-", "!")):
                continue
            elif child.tag in BLOCKS:
                flush(block)
                walk(child, child.tag)
                flush(child.tag)
            else:
                walk(child, block)

    walk(root, root.tag)
    flush(root.tag)
    return found


def is_furniture(node: LexborNode) -> bool:
    """Tell whether an element belongs to the page around the text."""
    classes = (node.attributes.get("class") or "").split()
    return node.tag in FURNITURE_TAGS or not FURNITURE_CLASSES.isdisjoint(classes)


def units_of_page(html: str) -> list[Unit]:
    """Cut the text of a built page: its <article> elements, or <main> where a page has none.

    Raises ValueError if the page has neither.
    """
    tree = LexborHTMLParser(html)
    roots = tree.css("article") or tree.css("main")
    if not roots:
        raise ValueError("页面里没有 <article>，也没有 <main>，找不到正文")
    outermost = [root for root in roots if not stands_inside(root, root.tag)]
    return [unit for root in outermost for unit in units(root)]


def stands_inside(node: LexborNode, tag: str) -> bool:
    """Tell whether an element stands inside another one of this tag."""
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent is not None


def units_of_notes(source: str) -> list[Unit]:
    """Cut the notes, given as Markdown."""
    body = LexborHTMLParser(markdown.markdown(source, extensions=EXTENSIONS)).body
    return units(body, numbered=True) if body is not None else []
