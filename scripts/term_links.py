"""The first use of a term in a section leads to its definition: <a class="term"> in running text, readable without script.

Run as a step by site_steps.py, after the glossary page is filled. What scripts show at the term is assets/terms.json.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from built_pages import parse, write
from compact_json import compact_json
from glossary import Glossary, Term
from glossary_page import PAGE, read_glossary
from sections import HEADINGS, chapters_of

DATA = "assets/terms.json"
UNTOUCHED = {"a", "code", "pre", "kbd", "svg", "figure", "button", "summary", "blockquote", *HEADINGS, "th"}
"""Links and code are not running text; quotes are the notes' own words; headings and pictures stay as they are."""
UNTOUCHED_CLASSES = {"supplement", "term"}
LATIN = "A-Za-z0-9_-"


def written_forms(term: Term) -> list[str]:
    """Return the forms of a term that running text uses: its names and abbreviations, but no kubectl short names such as `no`."""
    short = [form for form in term.short if not form.islower() or len(form) > 3]
    return [form for form in (term.zh, term.en, *short) if form]


def pattern(terms: Glossary) -> re.Pattern[str]:
    """Return what finds a term: the longest form first, Latin ones only as whole words, Chinese ones anywhere."""
    forms = sorted({form for term in terms.terms for form in written_forms(term)}, key=lambda form: (-len(form), form))
    whole = [f"(?<![{LATIN}]){re.escape(form)}(?![{LATIN}])" if form.isascii() else re.escape(form) for form in forms]
    return re.compile("|".join(whole))


def link_terms(page: LexborHTMLParser, url: str, terms: Glossary) -> int:
    """Mark the first use of each term in each section of a page at `url` ("pods/"); returns how many were marked."""
    found, owners = pattern(terms), {form: term for term in terms.terms for form in written_forms(term)}
    to_glossary = "../" * url.count("/") + PAGE.removesuffix("index.html")
    section, seen, seen_quiet, marked = "", set(), set(), 0
    for node in list(running_text(page.css_first("article"))):
        if node.is_element_node:
            section, seen = f"{url}#{node.attributes.get('id')}", set()
            continue
        pieces, end, text = [], 0, node.text(deep=False) or ""
        for match in found.finditer(text):
            term = owners[match[0]]
            used = seen_quiet if term.quiet else seen
            if term.id in used or term.home_url == section:
                continue
            used.add(term.id)
            pieces += [escape(text[end : match.start()]), f'<a class="term" href="{to_glossary}#{term.anchor}">{escape(match[0])}</a>']
            end = match.end()
        if pieces:
            replace(node, "".join(pieces) + escape(text[end:]))
            marked += len(pieces) // 2
    return marked


def running_text(node: LexborNode | None) -> Iterator[LexborNode]:
    """Yield, in order, the headings of an article and the text nodes of its running text."""
    for child in node.iter(include_text=True) if node else ():
        if child.is_text_node or child.tag in HEADINGS:
            yield child
        elif child.is_element_node and child.tag not in UNTOUCHED and UNTOUCHED_CLASSES.isdisjoint((child.attributes.get("class") or "").split()):
            yield from running_text(child)


def replace(text: LexborNode, html: str) -> None:
    """Put HTML in the place of a text node."""
    for node in LexborHTMLParser(f"<main>{html}</main>").css_first("main").iter(include_text=True):
        text.insert_before(node)
    text.remove()


def add_term_links(site: Path) -> None:
    """Mark the terms in the chapters, and write what scripts show."""
    terms = read_glossary(site)
    if terms is None:
        (site / DATA).write_text("{}", encoding="utf-8")
        return
    for url in chapters_of(site):
        file = site / url / "index.html"
        page = parse(file)
        if link_terms(page, url, terms):
            write(file, page)
    shown = {term.anchor: [term.name, term.definition, term.home_url] for term in terms.terms}
    (site / DATA).write_text(compact_json(shown), encoding="utf-8")
