"""Tells where each heading of the notes stands on the site, as note_sections.yml records it.

Run by the tests in this folder; the evaluation of the search reads the same file.
"""

import re
from pathlib import Path

import yaml

from note_units import HEADING_NUMBER, normalise

#: A heading of the notes: one to six “#”, a space, the text. Only used outside fences.
HEADING_LINE = re.compile(r"^#{1,6}\s+(?P<text>.+)$")


def read_sections(source: str) -> dict[int, list[str]]:
    """Read note_sections.yml: line of the heading in the notes → its places, each `page#id` or `page`.

    Raises ValueError if a key is no line number or a value is neither a text nor a list of texts.
    """
    sections = {}
    for line, places in (yaml.safe_load(source) or {}).items():
        places = [places] if isinstance(places, str) else places
        if not isinstance(line, int) or not isinstance(places, list) or not all(isinstance(p, str) for p in places):
            raise ValueError(f"note_sections.yml：「{line}」应写成「行号: 页面#id」，拆开的写成列表")
        sections[line] = places
    return sections


def heading_lines(source: str) -> dict[int, str]:
    """Find the headings of the notes: line number → text as units are compared, without its number."""
    found = {}
    fenced = False
    for number, line in enumerate(source.split("\n"), start=1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        match = None if fenced else HEADING_LINE.match(line)
        if match:
            found[number] = normalise(HEADING_NUMBER.sub("", match["text"]))
    return found


def page_file(site: Path, page: str) -> Path:
    """Give the built file of a page, whether its address ends in `/` or in `.html`."""
    if page == "index":
        return site / "index.html"
    folder = site / page / "index.html"
    return folder if folder.exists() else site / f"{page}.html"
