"""tests/content/cited_pages.yml says which pages of other hosts are cited, and when someone last saw them and their anchors.

Read by tests/content/test_cited_pages.py, written by check_sources.py.
"""

from dataclasses import dataclass, field
from datetime import date

import yaml

from cited_links import Link

HEAD = """\
# 页面引用的每一个外部网址。tests/content/test_cited_pages.py 保证它与 docs/ 一致：多一条、少一条都报错。
# scripts/check_sources.py 用 kubernetes/website 的检出核对 kubernetes.io 的网址和锚点，加 --write 更新本文件。
#   url         不带锚点的网址
#   source      kubernetes.io 的页面在 kubernetes/website 里的路径
#   fragments   引用了哪些锚点
#   checked     核对的日期；没有看到的不写，和最近一次核对同一天的也不写
#   seen        current 在当前的源码里看到了页面和每一个锚点；old 只看到过旧版；no 没有看到
# checkout 是最近一次拿来核对的检出，最上面的 checked 是最近一次核对的日期。

"""

SEEN = ("current", "old", "no")


@dataclass
class Page:
    """A cited page; the fields are described in HEAD."""

    url: str
    fragments: list[str] = field(default_factory=list)
    checked: date | None = None
    seen: str = "no"
    source: str = ""


@dataclass
class Cited:
    """The file: the checkout that was compared last (commit, date of that commit; None before the first time), the pages by address."""

    commit: str | None
    date: date | None
    pages: dict[str, Page]


def read(text: str) -> Cited:
    """Read the file. Raises ValueError naming the entry that is not written as HEAD says, in Chinese."""
    data = yaml.safe_load(text) or {}
    checkout = data.get("checkout") or {}
    pages: dict[str, Page] = {}
    for entry in data.get("pages") or []:
        try:
            page = Page(**entry)
        except TypeError as error:
            raise ValueError(f"cited_pages.yml：「{entry.get('url')}」有不认识的键，或者缺 url（{error}）") from error
        page.seen = "no" if page.seen is False else page.seen  # YAML 1.1 reads `no` so
        if page.seen != "no" and page.checked is None:
            page.checked = data.get("checked")
        if page.url in pages:
            raise ValueError(f"cited_pages.yml：「{page.url}」写了两次")
        if page.seen not in SEEN or (page.checked is not None) != (page.seen != "no") or not isinstance(page.checked, date | None):
            raise ValueError(f"cited_pages.yml：「{page.url}」的 seen 应是 {'、'.join(SEEN)} 之一；checked 应是日期，seen 是 no 的不写")
        pages[page.url] = page
    return Cited(checkout.get("commit"), checkout.get("date"), pages)


def dump(cited: Cited) -> str:
    """Write the file's text: sorted by address, keys in the order of HEAD, empty ones and the latest date left out."""
    latest = max((page.checked for page in cited.pages.values() if page.checked), default=None)
    entries = []
    for page in sorted(cited.pages.values(), key=lambda page: page.url):
        checked = page.checked if page.checked != latest else None
        entry = {"url": page.url, "source": page.source, "fragments": sorted(page.fragments), "checked": checked, "seen": page.seen}
        entries.append({key: value for key, value in entry.items() if value})
    style = {"allow_unicode": True, "sort_keys": False, "width": 1000}
    head = yaml.safe_dump({"checkout": {"commit": cited.commit, "date": cited.date}, "checked": latest}, **style)
    return HEAD + head + "\npages:\n" + "".join(_entry(entry) for entry in entries)


def _entry(entry: dict) -> str:
    """Write one entry, its fragments in one line."""
    lines = [f"{key}: {'[' + ', '.join(value) + ']' if isinstance(value, list) else value}" for key, value in entry.items()]
    return "  - " + "\n    ".join(lines) + "\n"


def cited_fragments(links: list[Link]) -> dict[str, set[str]]:
    """Gather what the pages cite: address → its fragments."""
    found: dict[str, set[str]] = {}
    for link in links:
        found.setdefault(link.url, set()).update({link.fragment} if link.fragment else ())
    return found


def differences(links: list[Link], cited: Cited) -> list[str]:
    """Name what the pages cite and the file lacks, as `page:line: …`, and what the file has and no page cites."""
    found = cited_fragments(links)
    faults = []
    for link in links:
        listed = cited.pages.get(link.url)
        target = f"{link.url}#{link.fragment}" if link.fragment else link.url
        if listed is None:
            faults.append(f"{link.page}:{link.line}: {link.url} 不在 cited_pages.yml 里；请运行 scripts/check_sources.py --write，或者看过这一页之后手工加上")
        elif link.fragment and link.fragment not in listed.fragments:
            faults.append(f"{link.page}:{link.line}: cited_pages.yml 里 {link.url} 的 fragments 没有 {link.fragment}；请核对 {target} 之后加上")
    for page in cited.pages.values():
        if page.url not in found:
            faults.append(f"cited_pages.yml: 没有页面再引用 {page.url}，请删去")
        else:
            faults += [f"cited_pages.yml: 没有页面再引用 {page.url}#{fragment}，请删去" for fragment in page.fragments if fragment not in found[page.url]]
    return faults
