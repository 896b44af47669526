"""Writes assets/search/sections.json: what <site-search> searches.

Run as a step by site_steps.py.
"""

import json
from pathlib import Path

from sections import Section, read_sections


def index_of(sections: list[Section]) -> list[dict[str, str]]:
    """Return the entries that search-text.js reads: url below the site's root, chapter, heading, text."""
    return [{"url": s.url, "chapter": s.chapter, "heading": s.heading, "text": s.text} for s in sections]


def write_search_index(site: Path) -> None:
    """Write the index of all sections of the built site."""
    target = site / "assets/search/sections.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(index_of(read_sections(site)), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
