"""The errata page holds every correction of every chapter, in reading order, each with a link to its section.

Run by site_steps.py before the checks; the page itself only says where: <!-- errata -->.
"""

from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from built_pages import fill_place, page_url, parse, write
from sections import HEADINGS, plain_text, reading_order

PAGE = "errata/index.html"
MARKER = "errata"


@dataclass(frozen=True)
class Erratum:
    """One correction: page ("pods/") and chapter (its h1), section's id and heading, html of quote, reason and sources."""

    page: str
    chapter: str
    id: str
    heading: str
    html: str


def read_errata(site: Path) -> list[Erratum]:
    """Return the corrections of all pages but the errata page, in reading order."""
    return [erratum for file in reading_order(site) if file != site / PAGE for erratum in page_errata(page_url(site, file), parse(file).css_first("article"))]


def page_errata(page: str, article: LexborNode | None) -> list[Erratum]:
    """Return the corrections of one article; each belongs to the last heading before it."""
    found: list[Erratum] = []
    chapter, here = "", ("", "")
    for node in article.css(", ".join([*HEADINGS, ".erratum"])) if article else ():
        if node.tag in HEADINGS:
            here = (node.attributes.get("id") or "", plain_text([node]))
            chapter = chapter or here[1]
        else:
            found.append(Erratum(page, chapter, *here, node.inner_html or ""))
    return found


def errata_html(errata: list[Erratum]) -> str:
    """Return the list as HTML below an h1: a heading for each chapter, one for each section."""
    parts: list[str] = []
    before = Erratum("", "", "", "", "")
    for erratum in errata:
        if erratum.page != before.page:
            name = erratum.page.strip("/")
            count = sum(other.page == erratum.page for other in errata)
            parts.append(f'<h2 id="errata-of-{name}">{erratum.chapter}（{count} 处）</h2>')
        if (erratum.page, erratum.id) != (before.page, before.id):
            parts.append(f'<h3 id="errata-of-{erratum.id}-section"><a href="../{erratum.page}#{erratum.id}">{erratum.heading}</a></h3>')
        parts.append(f'<div class="erratum">{relocated(erratum)}</div>')
        before = erratum
    return "".join(parts)


def relocated(erratum: Erratum) -> str:
    """Return an entry's HTML with links that hold on the errata page: "#id" gets its chapter's page in front."""
    fragment = LexborHTMLParser(f"<div>{erratum.html}</div>").css_first("div")
    for link in fragment.css('a[href^="#"]'):
        link.attrs["href"] = f"../{erratum.page}{link.attributes['href']}"
    return fragment.inner_html or ""


def fill_errata_page(site: Path) -> None:
    """Put the list where the errata page says <!-- errata -->; a site without that page is left as it is.

    Raises ValueError when the page has no such place.
    """
    file = site / PAGE
    if not file.is_file():
        return
    page = parse(file)
    fill_place(page, MARKER, errata_html(read_errata(site)), "docs/errata.md")
    write(file, page)
