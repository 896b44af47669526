"""sitemap.xml with the days on which pages really changed, robots.txt, and llms.txt: what machines read first.

Run as a step by site_steps.py. Formats: sitemaps.org 0.9, RFC 9309, llmstxt.org.
"""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import built_facts
from built_pages import page_url, parse
from sections import plain_text, reading_order


def sitemap(pages: list[tuple[str, str]]) -> bytes:
    """Return the sitemap of (full address, ISO date or "") pairs."""
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for address, date in pages:
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = address
        if date:
            SubElement(entry, "lastmod").text = date
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def llms_text(name: str, about: str, pages: list[tuple[str, str, str]]) -> str:
    """Return llms.txt: the site's name, a sentence, and (title, address, description) of each page as a Markdown list."""
    lines = [f"# {name}", "", f"> {about}", "", "## 页面", "", *(f"- [{title}]({address}): {description}" for title, address, description in pages)]
    return "\n".join(lines) + "\n"


def write_site_maps(site: Path) -> None:
    """Write the three files; a site without an address of its own has no sitemap, and relative links in llms.txt."""
    for old in ("sitemap.xml", "sitemap.xml.gz"):
        (site / old).unlink(missing_ok=True)
    address, name = built_facts.site_url(site), built_facts.site_name(site)
    pages = [(page_url(site, file), parse(file)) for file in reading_order(site)]
    pages = [(url, page) for url, page in pages if page.css_first("article")]
    described = {url: page.css_first("meta[name=description]").attributes["content"] or "" for url, page in pages}
    listed = [(plain_text([page.css_first("h1")]), address + url or "./", described[url]) for url, page in pages]
    (site / "llms.txt").write_text(llms_text(name, described[""], listed), encoding="utf-8", newline="\n")
    robots = "User-agent: *\nAllow: /\n"
    if address:
        dated = [(address + url, built_facts.last_changed(page)) for url, page in pages]
        (site / "sitemap.xml").write_bytes(sitemap(dated))
        robots += f"Sitemap: {address}sitemap.xml\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")
