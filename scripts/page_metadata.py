"""Each page says what it is to chat apps and search engines.

Run as a step by site_steps.py.
"""

from pathlib import Path

import built_facts
from built_pages import content_files, insert_into_head, parse, write
from share_metadata import Shared, metadata_html


def add_metadata(site: Path) -> None:
    """Put the metadata at the end of the head of every page that is read and has an address."""
    name = built_facts.site_name(site)
    for file in content_files(site):
        page = parse(file)
        canonical = page.css_first("link[rel=canonical]")
        description = page.css_first("meta[name=description]").attributes["content"] or ""
        title = page.css_first("title").text().removesuffix(f" · {name}")
        shared = Shared(name, title, description, modified=built_facts.last_changed(page), url=canonical.attributes["href"] if canonical else "")
        insert_into_head(page, metadata_html(shared))
        write(file, page)
