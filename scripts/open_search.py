"""Lets a browser offer the site's search in its address bar: an OpenSearch description that leads to the search page.

Run as a step by site_steps.py. The description needs absolute addresses, so a site without `site_url` has none.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from selectolax.lexbor import LexborHTMLParser

import built_facts
from built_pages import NOT_FOUND, article_files, base_path, insert_into_head, page_url, parse, write

NAME = "opensearch.xml"
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{name}</ShortName>
  <Description>{description}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{root}search/?q={{searchTerms}}"/>
</OpenSearchDescription>
"""
LONGEST_NAME = 16
"""Of a ShortName, by the OpenSearch 1.1 specification."""


def described(home: LexborHTMLParser, address: str) -> str:
    """Return the description of the site whose home page this is; `address`: its full address."""
    name = home.css_first("title").text().strip()
    about = home.css_first("meta[name=description]").attributes["content"] or ""
    return DESCRIPTION.format(name=escape(name[:LONGEST_NAME].strip()), description=escape(about), root=escape(address))


def add_open_search(site: Path) -> None:
    """Write opensearch.xml and let every page that is read name it; a site without an address of its own stays as it is."""
    address = built_facts.site_url(site)
    if not address:
        return
    (site / NAME).write_text(described(parse(site / "index.html"), address), encoding="utf-8")
    for file in article_files(site):
        page = parse(file)
        root = base_path(page) if file.name == NOT_FOUND else "../" * page_url(site, file).count("/") or "./"
        insert_into_head(page, f'<link rel="search" type="application/opensearchdescription+xml" href="{root}{NAME}">')
        write(file, page)
