"""Reads and writes the HTML pages of a built site, the same way for every step.

Used by the steps in site_steps.py and by tests.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

SITE = "http://site.invalid/"
"""A made-up origin: relative addresses are resolved against it, and what leaves it belongs to others."""

NOT_FOUND = "404.html"
"""Served at any depth for an address that does not exist: it has no address of its own and is never a place to link to."""

ADDRESSES = ("href", "src", "data-late-styles", "data-terms")
"""The attributes that name files: HTML's own, and what scripts load: a stylesheet, the terms."""


def page_files(site: Path) -> list[Path]:
    """Return every HTML file below `site`, sorted."""
    return sorted(site.rglob("*.html"))


def article_files(site: Path) -> list[Path]:
    """Return the pages that are read, 404.html included: those with an <article>; tiny pages only send a reader on."""
    return [file for file in page_files(site) if parse(file).css_first("article")]


def content_files(site: Path) -> list[Path]:
    """Return the pages that are read and have an address of their own: article_files without NOT_FOUND."""
    return [file for file in article_files(site) if file.name != NOT_FOUND]


def page_url(site: Path, file: Path) -> str:
    """Return a page's address below the site's root: "" for index.html, "pods/" for pods/index.html."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def parse(file: Path) -> LexborHTMLParser:
    """Parse one HTML file; raises UnicodeDecodeError when it is not UTF-8."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def write(file: Path, page: LexborHTMLParser) -> None:
    """Write a parsed page back."""
    file.write_text(page.html, encoding="utf-8", newline="\n")


def base_path(page: LexborHTMLParser) -> str:
    """Return the path that the site's absolute addresses start with, "/" unless the home link says otherwise.

    Only the 404 page writes absolute addresses, since it is served at any depth; MkDocs derives them from `site_url`.
    """
    brand = page.css_first("a.site-header__brand")
    href = brand.attributes.get("href") if brand else None
    return urlsplit(urljoin(SITE, href)).path if href and href.startswith("/") else "/"


def local_target(site: Path, file: Path, address: str, base: str = "/") -> Path | None:
    """Return the file that `address`, written on page `file`, names; None when it is on another host or only a fragment."""
    parts = urlsplit(urljoin(SITE + page_url(site, file), address))
    if f"{parts.scheme}://{parts.netloc}/" != SITE or not urlsplit(address).path:
        return None
    path = unquote(parts.path)
    path = path.removeprefix(base) if urlsplit(address).path.startswith("/") else path.lstrip("/")
    target = site / path
    return target / "index.html" if path == "" or path.endswith("/") else target


def own_file(site: Path, file: Path, page: LexborHTMLParser, address: str) -> Path:
    """Return the file of the site that `address`, written on page `file`, names; raises ValueError when it is elsewhere."""
    target = local_target(site, file, address, base_path(page))
    if target is None:
        raise ValueError(f"{file.relative_to(site)}：{address} 在别的主机上；请改用本站的文件。")
    return target


def asset_references(site: Path, file: Path, page: LexborHTMLParser) -> Iterator[tuple[LexborNode, str, Path]]:
    """Yield (element, attribute, file) for each file below assets/ that a page names in one of ADDRESSES."""
    base = base_path(page)
    for attribute in ADDRESSES:
        for element in page.css(f"[{attribute}]"):
            target = local_target(site, file, element.attributes[attribute] or "", base)
            if target and target.is_relative_to(site / "assets"):
                yield element, attribute, target


def with_name(address: str, name: str) -> str:
    """Return `address` with its last part replaced: ("../a/b.svg", "b-12.svg") gives "../a/b-12.svg"."""
    return address.rpartition("/")[0] + "/" + name if "/" in address else name


def insert_into_head(page: LexborHTMLParser, html: str) -> None:
    """Put elements at the end of a page's head."""
    for element in LexborHTMLParser(f"<head>{html}</head>").css_first("head").iter():
        page.css_first("head").insert_child(element)


def fill_place(page: LexborHTMLParser, marker: str, html: str, source: str) -> None:
    """Put `html` where the article of a page says <!-- marker -->; raises ValueError, naming the `source` file, unless it says so once."""
    article = page.css_first("article")
    places = [node for node in article.traverse(include_text=True) if node.is_comment_node and (node.comment_content or "").strip() == marker]
    if len(places) != 1:
        raise ValueError(f"{source}：请在要列出内容的地方写一次 <!-- {marker} -->；现在有 {len(places)} 处。")
    for node in LexborHTMLParser(f"<main>{html}</main>").css_first("main").iter(include_text=True):
        places[0].insert_before(node)
    places[0].remove()
