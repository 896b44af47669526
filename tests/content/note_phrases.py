"""Queries that nobody wrote for the search: what the notes stress, and every Latin word in them.

Used by tests/browser/test_search_quality.py; the notes are Markdown, read by markdown-it-py.
"""

import re
from collections import defaultdict

from markdown_it import MarkdownIt

from content.note_sections import heading_lines
from content.search_quality import Query, address

LENGTHS = range(2, 25)
MOST_SECTIONS = 2
"""What more sections say does not lead to one of them."""

AROUND = " ：:，。、；（）()"
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9-]{2,}")


def stressed(source: str) -> dict[str, set[int]]:
    """Return the bold words and pieces of code of the notes, each with the lines of the headings it stands below."""
    found: dict[str, set[int]] = defaultdict(set)
    heading, headings = 0, heading_lines(source)
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type == "heading_open" and token.map[0] + 1 in headings:
            heading = token.map[0] + 1
        bold = False
        for child in token.children or ():
            bold = (bold or child.type == "strong_open") and child.type != "strong_close"
            if child.type == "code_inline" or (bold and child.type == "text"):
                found[child.content.strip(AROUND)].add(heading)
    return found


def section_texts(source: str) -> dict[int, str]:
    """Return the source of each section of the notes, by the line of its heading."""
    lines, starts = source.split("\n"), sorted(heading_lines(source))
    return {start: "\n".join(lines[start - 1 : end - 1]) for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True)}


def stressed_queries(source: str, sections: dict[int, list[str]]) -> list[Query]:
    """Return a query for each stressed phrase that at most MOST_SECTIONS sections of the notes say, with where these stand on the site."""
    texts = section_texts(source)
    found = []
    for phrase in stressed(source):
        lines = [line for line, text in texts.items() if phrase in text]
        if len(phrase) in LENGTHS and len(lines) <= MOST_SECTIONS:
            found.append(Query(f"stressed-{len(found) + 1}", "stressed", phrase, frozenset(address(place) for line in lines for place in sections[line])))
    return found


def latin_words(source: str) -> list[str]:
    """Return every Latin word of the notes once, of three characters or more."""
    return sorted({match.lower() for match in LATIN.findall(source)})
