"""Every fence, piece of inline code and link of a page is found with its line, as Python-Markdown reads the page.

Run by the tests in this folder that check what a page shows: YAML, commands, cited pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown

import cited_links
from diagrams import DiagramSources
from conftest import ROOT

PAGES = sorted((ROOT / "docs").glob("*.md"))


@dataclass(frozen=True)
class Fence:
    """A block of code: page (`docs/pods.md`), line of its first line of code (from 1), language, text without indent."""

    page: str
    line: int
    language: str
    text: str


@dataclass(frozen=True)
class Inline:
    """A piece of inline code: page, line, text."""

    page: str
    line: int
    text: str


def fences(source: str, page: str) -> list[Fence]:
    """Find the fences of a page's source, those in lists and quotes too.

    superfences tells where each one begins: its own method that takes in a closed fence is listened to.
    """
    found: list[Fence] = []
    body, first = cited_links.body(source)
    md = Markdown(extensions=["pymdownx.superfences", DiagramSources()])
    reader = md.preprocessors["fenced_code_block"]
    take_in = reader.process_nested_block

    def listen(ws: str, content: str, start: int, end: int) -> None:
        found.append(Fence(page, first + start + 1, reader.lang or "", reader.rebuild_block(reader.code)))
        take_in(ws, content, start, end)

    reader.process_nested_block = listen
    md.convert(body)
    return found


def inline_code(source: str, page: str) -> list[Inline]:
    """Find the inline code of a page's source, except in quotes: their wording is the notes', not ours."""
    _, root, lines = cited_links.parse(source)
    quoted = {code for quote in root.iter("blockquote") for code in quote.iter("code")}
    fenced = {code for block in root.iter("pre") for code in block.iter("code")}
    pieces = [code for code in root.iter("code") if code not in fenced]
    places = cited_links.place([_text(code) for code in pieces], lines, "`{}`")
    return [Inline(page, line, _text(code)) for code, line in zip(pieces, places, strict=True) if code not in quoted]


def all_fences(*languages: str) -> Iterator[Fence]:
    """Yield the fences of all pages in these languages."""
    for page in PAGES:
        yield from (fence for fence in fences(page.read_text(encoding="utf-8"), name(page)) if fence.language in languages)


def all_inline_code(start: str) -> Iterator[Inline]:
    """Yield the inline code of all pages that begins with `start`."""
    for page in PAGES:
        yield from (piece for piece in inline_code(page.read_text(encoding="utf-8"), name(page)) if piece.text.startswith(start))


def name(page: Path) -> str:
    """Give a page's path as an author knows it."""
    return page.relative_to(ROOT).as_posix()


def _text(code: Element) -> str:
    """Give what the author wrote: Python-Markdown keeps code escaped for HTML in its tree."""
    return unescape("".join(code.itertext()))
