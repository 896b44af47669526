"""Each page says what it is to chat apps and search engines.

Run as a step by site_steps.py.
"""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import built_facts
from built_pages import article_files, parse, write
from share_metadata import Shared, metadata_html


def add_metadata(site: Path) -> None:
    """Put the metadata at the end of the head of every page that has an article, 404.html excepted."""
    name = built_facts.site_name(site)
    for file in article_files(site):
        if file.name == "404.html":
            continue
        page = parse(file)
        canonical = page.css_first("link[rel=canonical]")
        description = page.css_first("meta[name=description]").attributes["content"] or ""
        title = page.css_first("title").text().removesuffix(f" · {name}")
        shared = Shared(name, title, description, modified=built_facts.last_changed(page), url=canonical.attributes["href"] if canonical else "")
        insert_into_head(page, metadata_html(shared))
        write(file, page)


def insert_into_head(page: LexborHTMLParser, html: str) -> None:
    """Put elements at the end of a page's head."""
    for element in LexborHTMLParser(f"<head>{html}</head>").css_first("head").iter():
        page.css_first("head").insert_child(element)
