"""Writes what <site-search> searches: assets/search/headings.json, small and first, and texts.json, the rest.

Run as a step by site_steps.py. Entry n of both files is the same section.
"""

import json
from pathlib import Path

from sections import Section, read_sections


def headings_of(sections: list[Section]) -> list[dict[str, str]]:
    """Return the entries that search-text.js reads: url below the site's root, chapter, heading."""
    return [{"url": section.url, "chapter": section.chapter, "heading": section.heading} for section in sections]


def texts_of(sections: list[Section]) -> list[str]:
    """Return the sections' plain texts, in the same order."""
    return [section.text for section in sections]


def write_search_index(site: Path) -> None:
    """Write the index of all sections of the built site."""
    folder = site / "assets/search"
    folder.mkdir(parents=True, exist_ok=True)
    sections = read_sections(site)
    for name, content in (("headings", headings_of(sections)), ("texts", texts_of(sections))):
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
