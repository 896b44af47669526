"""Each section has a short link, q/<id>/, that outlives its page: it names the section to chat apps and leads to it.

Run as a step by site_steps.py, after the redirects: the ids that have moved keep their short links.
"""

import re
from itertools import groupby, takewhile
from operator import attrgetter
from pathlib import Path

import built_facts
import errata_page
import glossary_page
from built_pages import parse, write
from forwarding_pages import Forward, relative, write_forward
from sections import Section, read_sections
from share_metadata import Shared, metadata_html

FOLDER = "q"
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 30, 110
"""Characters: less than that says too little where there is more to say; more is cut by chat apps."""

SENTENCE = re.compile(r".*?[。？！]")

UNSHARED_PAGES = tuple(page.removesuffix("index.html") for page in (errata_page.PAGE, glossary_page.PAGE))
"""Pages made from others: what stands there is shared from where it came from."""


def summary(text: str) -> str:
    """Return the beginning of a text: whole sentences if they come to a fair length, else cut with an ellipsis."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    said = ""
    for sentence in SENTENCE.findall(text):
        if len(said + sentence) > LONGEST_DESCRIPTION:
            break
        said += sentence
    return said if len(said) >= SHORTEST_DESCRIPTION else text[: LONGEST_DESCRIPTION - 1] + "…"


def said_of(section: Section, below: list[Section]) -> str:
    """Return the description of a section; one without text of its own names those that stand `below` it."""
    return summary(section.text or f"这一部分：{'；'.join(one.heading for one in below if one.level == section.level + 1)}。")


def short_link(section: Section, description: str, name: str, site_url: str, modified: str) -> Forward:
    """Return the tiny page of a section; `name` and `site_url`: the site's ("" when unknown), `modified`: ISO date or ""."""
    page = f"{FOLDER}/{section.id}/"
    shared = Shared(name, section.heading, description, section.chapter, section.heading.endswith("？"), modified, site_url and site_url + page)
    canonical = f'<link rel="canonical" href="{site_url}{section.url}">' if site_url else ""
    return Forward(page, section.url, f"{section.heading} · {section.chapter}", description, "读这一节", head=canonical + metadata_html(shared))


def shared_sections(site: Path) -> list[Section]:
    """Return the sections that have a short link: those below a page's title, not on pages made from others.

    Of an id that stands twice the first counts: site_checks.py reports it.
    """
    found: dict[str, Section] = {}
    for section in read_sections(site):
        if section.level > 1 and section.page not in UNSHARED_PAGES:
            found.setdefault(section.id, section)
    return list(found.values())


def write_short_links(site: Path) -> None:
    """Write the tiny pages of all sections, and name them on the signs behind their headings (data-short)."""
    name, address = built_facts.site_name(site), built_facts.site_url(site)
    for page, grouped in groupby(shared_sections(site), attrgetter("page")):
        sections = list(grouped)
        file = site / page / "index.html"
        parsed = parse(file)
        for number, section in enumerate(sections):
            below = list(takewhile(lambda one, level=section.level: one.level > level, sections[number + 1 :]))
            link = short_link(section, said_of(section, below), name, address, built_facts.last_changed(parsed))
            write_forward(site, link)
            parsed.css_first(f'[id="{section.id}"] > .headerlink').attrs["data-short"] = relative(link.page, page)
        write(file, parsed)
