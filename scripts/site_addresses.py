"""Every address that a reader may have kept: each page of a built site and each section and figure on it.

Used by redirect_pages.py, publish_urls.py and tests.
"""

from pathlib import Path

from built_pages import NOT_FOUND, page_files, page_url, parse

KEPT = "article :is(h1, h2, h3, h4, figure, dt)[id]"
"""What has an address of its own; ids inside pictures are nobody's link."""


def page_name(url: str) -> str:
    """Return a page's name as authors write it: "pods/" gives "pods", "" gives "index"."""
    return url.strip("/") or "index"


def addresses(site: Path) -> list[str]:
    """Return the addresses ("pods", "pods#what-is-a-pod") of all pages but 404.html, sorted."""
    found = set()
    for file in page_files(site):
        if file.name == NOT_FOUND:
            continue
        name = page_name(page_url(site, file))
        found |= {name} | {f"{name}#{element.attributes['id']}" for element in parse(file).css(KEPT)}
    return sorted(found)
