"""Writes what <site-search> searches: assets/search/headings.json, small and first, and texts.txt, the rest.

Run as a step by site_steps.py. Both files carry VERSION; search-corpus.js reads them.
"""

from collections.abc import Sequence
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser

from compact_json import compact_json
from glossary import Term
from glossary_page import read_glossary
from han_tables import same_sounds, taiwan_words, traditional_pairs
from sections import Section, chapters_of, read_sections

SYNONYMS = "synonyms.yml"
"""Travels with the site: MkDocs copies docs/synonyms.yml."""
VERSION = 3
"""Grows when the shape of the files changes."""


def searched(sections: list[Section]) -> list[Section]:
    """Return the sections that say something: a heading with nothing below it, or only with such headings, is left out."""
    kept: list[Section] = []
    for section in reversed(sections):
        below = kept[-1] if kept else None
        if section.text or (below and below.page == section.page and below.level > section.level):
            kept.append(section)
    return kept[::-1]


def standing(section: Section, chapters: set[str]) -> int:
    """Return how near a section stands to what the notes ask: 0 a section of theirs, 1 a supplement, 2 outside the chapters."""
    if section.page not in chapters:
        return 2
    return int(LexborHTMLParser(section.html).css_first(".supplement") is not None)


def quotes_of(section: Section) -> str:
    """Return the notes' own words that a section corrects: whoever searches for them finds the correction."""
    return " ".join(quote.text(separator=" ", strip=True) for quote in LexborHTMLParser(section.html).css(".erratum > blockquote"))


def headings_of(sections: list[Section], chapters: set[str], terms: Sequence[Term], synonyms: list[list[str]]) -> dict:
    """Return the first file: enough to rank by headings, short names and other words for the same.

    pages: [address, chapter]; sections: [number of the page, id, level, heading, standing]; terms: [forms, how many of them
    are no aliases, number of the home section or -1]; same: groups of words; taiwan and traditional: see han_tables.
    """
    pages = {section.page: section.chapter for section in sections}
    numbers = {page: number for number, page in enumerate(pages)}
    homes = {section.url: number for number, section in enumerate(sections)}
    text = " ".join([*(section.heading + section.text for section in sections), *(form for term in terms for form in term.forms), *(word for group in synonyms for word in group)])
    taiwan = taiwan_words(text)
    return {
        "version": VERSION,
        "pages": list(map(list, pages.items())),
        "sections": [[numbers[section.page], section.id, section.level, section.heading, standing(section, chapters)] for section in sections],
        "terms": [[term.forms, len(term.forms) - len(set(term.aliases)), homes.get(term.home_url, -1)] for term in terms],
        "same": synonyms,
        "taiwan": taiwan,
        "traditional": traditional_pairs({*text, *(character for group in [*synonyms, *taiwan] for word in group for character in word)}),
    }


def texts_of(sections: list[Section], terms: Sequence[Term]) -> list:
    """Return the second file, a value a line so that a browser reads it bit by bit: a preface with the terms' definitions in
    the same order and the characters of one sound, then [text, quotes] of each section.
    """
    preface = {
        "version": VERSION,
        "definitions": [term.definition for term in terms],
        "sounds": same_sounds("".join(section.heading + section.text for section in sections)),
    }
    return [preface, *([section.text, quotes_of(section)] for section in sections)]


def read_synonyms(site: Path) -> list[list[str]]:
    """Return the groups of words that readers use for the same thing; none when the site has no such file."""
    data = site / SYNONYMS
    return yaml.safe_load(data.read_text(encoding="utf-8")) if data.is_file() else []


def write_search_index(site: Path) -> None:
    """Write the index of all sections of the built site."""
    folder = site / "assets/search"
    folder.mkdir(parents=True, exist_ok=True)
    sections, glossary = searched(read_sections(site)), read_glossary(site)
    terms, synonyms = glossary.terms if glossary else (), read_synonyms(site)
    (folder / "headings.json").write_text(compact_json(headings_of(sections, chapters_of(site), terms, synonyms)), encoding="utf-8")
    (folder / "texts.txt").write_text("\n".join(map(compact_json, texts_of(sections, terms))), encoding="utf-8")
