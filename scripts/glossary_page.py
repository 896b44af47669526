"""The glossary page lists every term by group, each with its address, its other names, its definition and a link home.

Run as a step by site_steps.py; the page itself only says where: <!-- glossary -->. The data travels with the site: MkDocs
copies docs/terms.yml.
"""

from html import escape
from pathlib import Path

import glossary
from built_pages import fill_place, parse, write
from glossary import Glossary, GlossaryError, Term
from sections import read_sections

PAGE = "terms/index.html"
MARKER = "glossary"


def read_glossary(site: Path) -> Glossary | None:
    """Return the glossary that lies in the built site; None when it has none. Raises GlossaryError."""
    data = site / glossary.NAME
    return glossary.read(data.read_text(encoding="utf-8")) if data.is_file() else None


def entry_html(term: Term, home: str) -> str:
    """Return one entry; `home`: the heading of its section."""
    names = [name for name in dict.fromkeys((term.en, *term.short)) if name and name != term.name]
    others = f'<span class="glossary__names">{escape("，".join(names))}</span>' if names else ""
    return (
        f'<dt id="{term.anchor}">{escape(term.name)}{others}</dt>'
        f'<dd>{escape(term.definition)}<a class="glossary__home" href="../{term.home_url}">{escape(home)}</a></dd>'
    )


def glossary_html(terms: Glossary, headings: dict[str, str]) -> str:
    """Return the groups as HTML below an h1; `headings`: the heading of each section by its address below the site's root."""
    parts = []
    for group in terms.groups:
        entries = "".join(entry_html(term, headings[term.home_url]) for term in terms.terms if term.group == group.id)
        parts.append(f'<h2 id="terms-of-{group.id}">{escape(group.title)}</h2><dl class="glossary">{entries}</dl>')
    return "".join(parts)


def fill_glossary_page(site: Path) -> None:
    """Put the list where the page says <!-- glossary -->; raises GlossaryError for homes that do not exist, ValueError without that place."""
    terms, file = read_glossary(site), site / PAGE
    if terms is None:
        return
    headings = {section.url: section.heading for section in read_sections(site)}
    lost = glossary.lost_homes(terms, headings.__contains__, (site / glossary.NAME).read_text(encoding="utf-8"))
    if lost:
        raise GlossaryError(lost)
    if not file.is_file():
        return
    page = parse(file)
    fill_place(page, MARKER, glossary_html(terms, headings), "docs/terms.md")
    write(file, page)
