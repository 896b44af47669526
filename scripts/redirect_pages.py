"""Old addresses of pages and sections lead to where these are now, with and without script.

Run as a step by site_steps.py, before the checks. The data travels with the site: MkDocs copies docs/redirects.yml.
"""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import redirects
from built_pages import page_url, parse, write
from forwarding_pages import Forward, relative, write_forward
from site_addresses import addresses, page_name

SAID = "已经搬到这里"


def url_of(address: str) -> str:
    """Return an address as it stands below the site's root: "pods#a" gives "pods/#a", "index" gives ""."""
    page, mark, anchor = address.partition("#")
    return ("" if page == "index" else f"{page}/") + mark + anchor


def write_redirects(site: Path) -> None:
    """Write what redirects.yml asks for; raises RedirectsError (a ValueError) for its faults."""
    data = site / redirects.NAME
    if not data.is_file():
        return
    existing = addresses(site)
    found = redirects.targets(redirects.read(data.read_text(encoding="utf-8")), frozenset(existing))
    pages = {page_name(page) for page in {address.partition("#")[0] for address in existing}}
    for page in sorted({old.partition("#")[0] for old in found}):
        anchors = {old.partition("#")[2]: url_of(new) for old, new in found.items() if old.startswith(f"{page}#")}
        if page in pages:
            leave_signs(site, page, anchors)
        else:
            write_moved_page(site, page, url_of(found.get(page, "index")), anchors)


def leave_signs(site: Path, page: str, anchors: dict[str, str]) -> None:
    """Put, at the end of a page that is still there, a sign for each of its sections that has moved away."""
    file = site / url_of(page) / "index.html"
    parsed = parse(file)
    signs = "".join(f'<p id="{anchor}"><a href="{relative(target, page_url(site, file))}">这一节{SAID}</a></p>' for anchor, target in sorted(anchors.items()))
    box = LexborHTMLParser(f'<aside class="moved" aria-label="搬走的章节">{signs}</aside>').css_first("aside")
    parsed.css_first("article").insert_child(box)
    write(file, parsed)


def write_moved_page(site: Path, page: str, target: str, anchors: dict[str, str]) -> None:
    """Write the tiny page at the address of one that has gone."""
    new = parse(site / target.partition("#")[0] / "index.html")
    title = new.css_first("title").text()
    description = new.css_first("meta[name=description]").attributes["content"] or ""
    write_forward(site, Forward(url_of(page), target, f"{title}（原 {page}）", description, f"这一页{SAID}", tuple(sorted(anchors.items())), '<meta name="robots" content="noindex">'))
