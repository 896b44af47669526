"""Tiny pages that send a reader on: short links and the old addresses of what has moved.

Used by redirect_pages.py and short_links.py. The later steps treat them like every page of the site.
"""

from dataclasses import dataclass
from html import escape
from os.path import relpath
from pathlib import Path

MODULE = "assets/javascripts/forward.js"


@dataclass(frozen=True)
class Forward:
    """page: the folder of the tiny page below the site's root ("q/what-is-a-pod/"); target: where it leads
    ("pods/#what-is-a-pod"); title and description: the target's own; said: the words of the link, in Chinese;
    anchors: old ids of that page and where each of them leads; head: further elements of the head, as HTML.
    """

    page: str
    target: str
    title: str
    description: str
    said: str
    anchors: tuple[tuple[str, str], ...] = ()
    head: str = ""


def relative(address: str, page: str) -> str:
    """Return an address below the site's root as it is written on `page`: ("pods/#x", "q/x/") gives "../../pods/#x"."""
    path, mark, fragment = address.partition("#")
    there = relpath("/" + path, "/" + page)
    return there + ("/" if path.endswith("/") or not path else "") + mark + fragment


def forwarding_html(forward: Forward) -> str:
    """Return the page: a link for every reader, a refresh where no script runs, a module that keeps query and fragment."""
    def link(target: str, said: str) -> str:
        return f'<a href="{escape(relative(target, forward.page))}">{escape(said)}</a>'

    anchors = "".join(f'<p id="{escape(anchor)}">{link(target, forward.said)}</p>' for anchor, target in forward.anchors)
    return (
        '<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<title>{escape(forward.title)}</title><meta name="description" content="{escape(forward.description)}">{forward.head}'
        f'<noscript><meta http-equiv="refresh" content="0; url={escape(relative(forward.target, forward.page))}"></noscript>'
        f'<script type="module" src="{relative(MODULE, forward.page)}"></script></head>'
        f"<body><main><h1>{escape(forward.title)}</h1><p>{link(forward.target, forward.said)}</p>{anchors}</main></body></html>\n"
    )


def write_forward(site: Path, forward: Forward) -> None:
    """Write one tiny page; raises ValueError when something else stands at its address."""
    file = site / forward.page / "index.html"
    if file.exists():
        raise ValueError(f"{forward.page} 已经有一页，不能再作旧地址或短链接。")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(forwarding_html(forward), encoding="utf-8", newline="\n")
