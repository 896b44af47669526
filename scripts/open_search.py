"""Lets a browser offer the site's search in its address bar: an OpenSearch description that leads to the search page.

Run as a step by site_steps.py. The description needs absolute addresses, so a site without `site_url` has none.
"""

from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from selectolax.lexbor import LexborHTMLParser

import built_facts
from built_pages import article_files, parse, write

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
        icon = page.css_first("link[rel=icon]")
        root = "/".join([".."] * (len(file.relative_to(site).parts) - 1)) or "."
        link = LexborHTMLParser(f'<link rel="search" type="application/opensearchdescription+xml" href="{root}/{NAME}">').css_first("link")
        if file.name == "404.html":
            link.attrs["href"] = urljoin(page.css_first("a.site-header__brand").attributes["href"] or "", NAME)
        icon.insert_after(link)
        write(file, page)
