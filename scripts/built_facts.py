"""What a built site says of itself: its name, its full address, when each page was last changed.

Used by the steps in site_steps.py; each fact is read off the pages, so it cannot differ from what readers see.
"""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from built_pages import parse


def site_name(site: Path) -> str:
    """Return the site's name as the header of its home page shows it."""
    return parse(site / "index.html").css_first(".site-header__name").text().strip()


def site_url(site: Path) -> str:
    """Return the site's full address, as its home page gives it (rel=canonical); "" when it was built without one."""
    link = parse(site / "index.html").css_first("link[rel=canonical]")
    return (link.attributes["href"] or "") if link else ""


def last_changed(page: LexborHTMLParser) -> str:
    """Return the ISO date at the foot of a page, "" when it has none."""
    time = page.css_first(".page-facts time")
    return (time.attributes["datetime"] or "") if time else ""
