"""Every heading ends in a sign that leads to it: one tap copies the section's link, and without script it is the link.

Run as a step by site_steps.py, after the steps that write headings and before short_links.py, which names the short links on the signs.
"""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from built_pages import content_files, parse, write

SIGN = '<a class="headerlink" href="#{}" title="复制链接" aria-label="复制链接">¶</a>'


def add_heading_signs(site: Path) -> None:
    """Put a sign at the end of every heading with an id, on every page that is read and has an address."""
    for file in content_files(site):
        page = parse(file)
        for heading in page.css("article :is(h1, h2, h3, h4)[id]"):
            heading.insert_child(LexborHTMLParser(SIGN.format(heading.attributes["id"])).css_first("a"))
        write(file, page)
