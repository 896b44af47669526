"""Reads a built site: its files, its pages, every address that stands in them and whether the browser asks for it by itself.

Used by site_checks.py; works on any engine's output.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Attributes whose address the browser fetches by itself, by element."""

FOLLOWED = {"a": ("href", "xlink:href"), "area": ("href",)}
"""Attributes whose address only a reader follows: it may lead to another host."""

LOADING_RELS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch preconnect dns-prefetch".split()
)
"""The `rel` of a <link> that makes the browser ask its host (HTML standard §4.6.7)."""

CSS_TOKEN = re.compile(
    r"""/\*.*?\*/ | url\(\s*(?P<url>"[^"]*"|'[^']*'|[^)]*?)\s*\) | @import\s+(?P<import>"[^"]*"|'[^']*') | "[^"]*" | '[^']*'""",
    re.DOTALL | re.VERBOSE,
)
"""A comment, an address or a string: what has to be told apart to find the addresses."""


class Link(NamedTuple):
    """An address in a file: as written, shown to the author as `shown`; `loaded` by the browser itself."""

    address: str
    shown: str
    loaded: bool


@dataclass(frozen=True)
class Page:
    """One HTML file: `path` from the site's folder, and its parsed tree."""

    path: str
    tree: LexborHTMLParser

    @cached_property
    def elements(self) -> list[LexborNode]:
        return [node for node in self.tree.root.traverse() if node.is_element_node]

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.elements if "id" in node.attributes]

    def headings(self, within: str) -> list[LexborNode]:
        """Out: h1–h6 inside the first element that matches, in reading order."""
        top = self.tree.css_first(within)
        if top is None:
            return []
        return [node for node in top.traverse() if node.is_element_node and level_of(node)]

    def links(self) -> Iterator[Link]:
        """Yield every address that the page asks for or leads to."""
        for node in self.elements:
            yield from element_links(node)


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the path under which it is served, its files and pages."""

    root: Path
    base_path: str
    files: frozenset[str]
    pages: dict[str, Page]

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        return {path: set(page.ids) for path, page in self.pages.items()}


def read(root: Path, base_path: str = "/") -> Site:
    """Read a built site.

    In: its folder, and the path (starting and ending with /) that 404.html
    writes before its addresses. Raises OSError or UnicodeDecodeError for files
    that cannot be read.
    """
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    pages = {f: Page(f, LexborHTMLParser((root / f).read_text("utf-8"))) for f in files if f.endswith(".html")}
    return Site(root, base_path, frozenset(files), pages)


def css_addresses(css: str) -> list[str]:
    """Out: what `url()` and `@import` ask for, in order; comments and other strings are passed over."""
    found = (match["url"] or match["import"] for match in CSS_TOKEN.finditer(css))
    return [address.strip("\"' ") for address in found if address]


def srcset_addresses(srcset: str) -> list[str]:
    """Out: the addresses of a `srcset`, its widths and densities taken off."""
    return [entry.split()[0] for entry in srcset.split(", ") if entry.split()]


def addresses(site: Site) -> Iterator[tuple[str, Link]]:
    """Yield (file, address) for every page and every style sheet."""
    for page in site.pages.values():
        for link in page.links():
            yield page.path, link
    for path in sorted(site.files):
        if path.endswith(".css"):
            for address in css_addresses((site.root / path).read_text("utf-8")):
                yield path, Link(address, f"url({address})", True)


def element_links(node: LexborNode) -> Iterator[Link]:
    attributes = node.attributes
    if node.tag == "style":
        for address in css_addresses(node.text()):
            yield Link(address, f"url({address})", True)
    if node.tag == "link" and "href" in attributes:
        rels = set((attributes.get("rel") or "").lower().split())
        yield Link(attributes["href"] or "", shown(node, "href"), bool(rels & LOADING_RELS))
    if node.tag == "form" and "action" in attributes:
        yield Link(attributes["action"] or "", shown(node, "action"), True)
    for table, loaded in ((LOADED, True), (FOLLOWED, False)):
        for name in table.get(node.tag, ()):
            if name in attributes:
                value = attributes[name] or ""
                for address in srcset_addresses(value) if name == "srcset" else [value]:
                    yield Link(address, shown(node, name), loaded)


def level_of(node: LexborNode) -> int:
    """Out: 1–6 for a heading, 0 for any other element."""
    tag = node.tag or ""
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def shown(node: LexborNode, name: str) -> str:
    return f"<{node.tag} {name}=\"{short(node.attributes[name] or '')}\">"


def short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:60] + "…"
