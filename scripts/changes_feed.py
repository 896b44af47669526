"""feed.xml: the sections that changed last, for feed readers.

Run as a step by site_steps.py; a site without an address of its own has no feed. Format: Atom, RFC 4287.
"""

from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import built_facts
from built_pages import content_files, insert_into_head, parse, write
from section_dates import section_dates
from sections import Section
from short_links import FOLDER, shared_sections, summary

DOCS = Path(__file__).resolve().parent.parent / "docs"
MOST_ENTRIES = 40
NAME = "feed.xml"


def dated_sections(site: Path, docs: Path) -> list[tuple[datetime, Section]]:
    """Return the sections that have a date, the newest first, those of one moment in reading order."""
    dated = []
    for page, grouped in groupby((section for section in shared_sections(site) if section.text), attrgetter("page")):
        sections = list(grouped)
        dates = section_dates(docs, page.strip("/") or "index", [section.id for section in sections])
        dated += [(dates[section.id], section) for section in sections if section.id in dates]
    return sorted(dated, key=lambda pair: pair[0], reverse=True)


def feed(name: str, address: str, entries: list[tuple[datetime, Section]]) -> bytes:
    """Return the feed as XML of `entries`, the newest first; `address`: the site's full address."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "zh-Hans"})
    texts = {"title": f"{name}：最近改动的章节", "id": address, "updated": entries[0][0].isoformat() if entries else "1970-01-01T00:00:00Z"}
    for tag, text in texts.items():
        SubElement(root, tag).text = text
    SubElement(root, "link", {"rel": "self", "href": address + NAME})
    SubElement(root, "link", {"href": address})
    SubElement(SubElement(root, "author"), "name").text = name
    for time, section in entries:
        entry = SubElement(root, "entry")
        link = f"{address}{FOLDER}/{section.id}/"
        for tag, text in {"title": f"{section.heading}（{section.chapter}）", "id": link, "updated": time.isoformat(), "summary": summary(section.text)}.items():
            SubElement(entry, tag).text = text
        SubElement(entry, "link", {"href": link})
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def write_feed(site: Path) -> None:
    """Write the feed and name it in the head of every page that has an article."""
    address, name = built_facts.site_url(site), built_facts.site_name(site)
    if not address:
        return
    (site / NAME).write_bytes(feed(name, address, dated_sections(site, DOCS)[:MOST_ENTRIES]))
    for file in content_files(site):
        page = parse(file)
        insert_into_head(page, f'<link rel="alternate" type="application/atom+xml" title="最近改动" href="{address}{NAME}">')
        write(file, page)
