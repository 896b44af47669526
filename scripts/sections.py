"""Cuts a built site into sections: the unit that search, links, cards and feeds start from.

Used by the steps in site_steps.py and by tests; knows no engine, only HTML.
"""

from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborNode

from built_pages import NOT_FOUND, local_target, page_files, page_url, parse

HEADINGS = ("h1", "h2", "h3", "h4")
NOT_TEXT = {"svg", "script", "style", "button", "copy-code"}
NOT_TEXT_CLASSES = {"headerlink", "errata", "erratum", "supplement", "chapter-grid", "glossary"}
"""Anchors, wrong statements quoted to be corrected, lists of sources, of other pages and of terms: not what a section says."""
BLOCKS = {"p", "li", "td", "th", "tr", "pre", "div", "section", "ul", "ol", "dl", "dt", "dd", "table", "blockquote", "details", "summary", "figure", "figcaption", "br", "h5", "h6"}


@dataclass(frozen=True)
class Section:
    """One heading with what stands below it, up to the next heading of any level.

    page: address of its page below the site's root ("pods/"); id: the heading's id; heading: its text;
    level: 1–4; chapter: the page's h1; html: the section without its heading; text: the same as plain text, blocks
    parted by one space.
    """

    page: str
    id: str
    heading: str
    level: int
    chapter: str
    html: str
    text: str

    @property
    def url(self) -> str:
        """Address below the site's root: "pods/#what-is-a-pod"."""
        return f"{self.page}#{self.id}"


def reading_order(site: Path) -> list[Path]:
    """Return the pages as <link rel=next> chains them from the home page, then the others; 404.html is left out."""
    files = [file for file in page_files(site) if file.name != NOT_FOUND]
    order, here = [], site / "index.html"
    while here in files and here not in order:
        order.append(here)
        link = parse(here).css_first("link[rel=next]")
        here = local_target(site, here, link.attributes["href"] or "") if link else None
    return order + [file for file in files if file not in order]


def chapters_of(site: Path) -> set[str]:
    """Return the addresses of the chapters ("pods/"), as the home page's cards link them."""
    return {link.attributes["href"] or "" for link in parse(site / "index.html").css(".chapter-card__link")}


def read_sections(site: Path) -> list[Section]:
    """Return the sections of every page's <article>, in reading order."""
    return [section for file in reading_order(site) for section in page_sections(page_url(site, file), parse(file).css_first("article"))]


def page_sections(page: str, article: LexborNode | None) -> list[Section]:
    """Return the sections of one article; a page without an article has none."""
    found: list[tuple[LexborNode, list[LexborNode]]] = []
    for node in article.iter(include_text=True) if article else ():
        if node.tag in HEADINGS and node.attributes.get("id"):
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
    chapter = plain_text([found[0][0]]) if found else ""
    return [
        Section(page, heading.attributes["id"], plain_text([heading]), int(heading.tag[1]), chapter, "".join(node.html or "" for node in body), plain_text(body))
        for heading, body in found
    ]


def plain_text(nodes: list[LexborNode]) -> str:
    """Return the text a reader sees in these nodes: no heading anchors, no buttons, no 勘误, blocks parted by one space."""
    parts: list[str] = []

    def walk(node: LexborNode) -> None:
        if node.is_text_node:
            parts.append(node.text(deep=False) or "")
        elif node.is_element_node and node.tag not in NOT_TEXT and NOT_TEXT_CLASSES.isdisjoint((node.attributes.get("class") or "").split()):
            edge = " " if node.tag in BLOCKS else ""
            parts.append(edge)
            for child in node.iter(include_text=True):
                walk(child)
            parts.append(edge)

    for node in nodes:
        walk(node)
    return " ".join("".join(parts).split())
