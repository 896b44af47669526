"""Reads the words that the search knows besides the pages: docs/terms.yml and docs/synonyms.yml.

Used by search_index.py.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

DOCS = Path(__file__).parent.parent / "docs"


@dataclass(frozen=True)
class Term:
    """One entry of the glossary: forms, the best first; definition; home, as sections.Section.url says it."""

    forms: list[str]
    definition: str
    home: str


def read_terms(file: Path = DOCS / "terms.yml") -> list[Term]:
    """Return the glossary's entries; none when there is no such file."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else []
    entries = entries["terms"] if isinstance(entries, dict) else entries
    return [term_of(entry) for entry in entries]


def term_of(entry: dict) -> Term:
    """Return one entry of terms.yml as the search needs it."""
    forms = [entry.get("zh"), entry.get("en"), *entry.get("short", []), *entry.get("aliases", [])]
    return Term(list(dict.fromkeys(filter(None, forms))), entry["definition"], entry["home"].replace(".md#", "/#"))


def read_synonyms(file: Path = DOCS / "synonyms.yml") -> list[list[str]]:
    """Return groups of words that readers use for the same thing."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))
