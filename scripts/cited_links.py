"""Every link of a page to another host is found with its line, as Python-Markdown reads the page.

Run by check_sources.py and by tests/content.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

import front_matter
from diagrams import DiagramSources

#: Those of mkdocs.yml's that decide what is a link, inline code or a fence.
EXTENSIONS = ["attr_list", "tables", "footnotes", "pymdownx.superfences", DiagramSources()]


@dataclass(frozen=True, order=True)
class Link:
    """A link of a page to another host: page (`docs/pods.md`), line (from 1), address without fragment, fragment or ""."""

    page: str
    line: int
    url: str
    fragment: str


def links(source: str, page: str) -> list[Link]:
    """Find the links of a page's source that lead to another host, in reading order."""
    _, root, lines = parse(source)
    targets = [href for href in (link.get("href", "") for link in root.iter("a")) if urlsplit(href).netloc]
    places = place(targets, lines, "({})")
    return [Link(page, line, *split(target)) for target, line in zip(targets, places, strict=True)]


def split(target: str) -> tuple[str, str]:
    """Cut an address into what names the page and its fragment (without `#`; "" if it has none)."""
    url, _, fragment = target.partition("#")
    return url, fragment


def body(source: str) -> tuple[str, int]:
    """Cut the front matter off a page's source: the rest, and the line of the file at which it begins."""
    first = front_matter.read(source)[1] if source.startswith("---\n") else 1
    return "\n".join(source.split("\n")[first - 1 :]), first


def parse(source: str) -> tuple[str, Element, list[tuple[int, str]]]:
    """Read a page: its body, its tree after inline markup, and its lines (number in the file, text) without fences."""
    text, first = body(source)
    md = Markdown(extensions=EXTENSIONS)
    keeper = _Keep(md)
    md.treeprocessors.register(keeper, "keep", 15)  # after inline markup (20), before its codes are hidden again
    reader = md.preprocessors["fenced_code_block"]
    take_in, fenced = reader.process_nested_block, set()

    def listen(ws: str, content: str, start: int, end: int) -> None:
        fenced.update(range(start, end))
        take_in(ws, content, start, end)

    reader.process_nested_block = listen
    md.convert(text)
    lines = [(first + at, line) for at, line in enumerate(text.split("\n")) if at not in fenced]
    return text, keeper.root, lines


def place(texts: list[str], lines: list[tuple[int, str]], written: str) -> list[int]:
    """Tell the line of each text, given in reading order; `written` is how the source writes it, as in "`{}`".

    Falls back to the first line that holds the text at all, then to the last line used.
    """
    places, at, column = [], 0, 0
    for text in texts:
        wanted = written.format(text)
        for index in range(at, len(lines)):
            found = lines[index][1].find(wanted, column if index == at else 0)
            if found >= 0:
                at, column = index, found + len(wanted)
                places.append(lines[index][0])
                break
        else:
            places.append(next((number for number, line in lines if text and text in line), places[-1] if places else 1))
    return places


class _Keep(Treeprocessor):
    """Keeps the tree of a page."""

    root: Element

    def run(self, root: Element) -> None:
        self.root = root
