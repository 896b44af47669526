"""The built site keeps its promises: links land, ids are unique, nothing comes from another host.

Run at the end of every build (scripts/hooks.py) and by tests/site; works on any engine's output.
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborNode

from built_pages import NOT_FOUND
from site_reader import Site, addresses, level_of, read, short, shown

DATA_SCRIPTS = frozenset(["application/ld+json", "speculationrules"])
"""Types of inline <script> that are no code: a strict content policy lets them stand."""


def problems(site: Path, base_path: str = "/") -> list[str]:
    """List what is wrong with a built site, as Chinese lines that name page and fault."""
    built = read(site, base_path)
    return [problem for check in CHECKS for problem in check(built)]


def repeated_ids(site: Site) -> Iterator[str]:
    """An id occurs once in a page."""
    for page in site.pages.values():
        for anchor, times in Counter(page.ids).items():
            if times > 1:
                yield f"{page.path}：id“{anchor}”出现了 {times} 次。一页之内每个 id 只能用一次"


def shared_ids(site: Site) -> Iterator[str]:
    """The id of a heading or a figure occurs on one page of the site, so that it can move to another page one day."""
    owners: dict[str, set[str]] = defaultdict(set)
    for page in site.pages.values():
        figures = page.tree.css("article figure[id]")
        for element in [heading for heading in page.headings("article") if level_of(heading) <= 4] + figures:
            anchor = element.attributes.get("id")
            if anchor and page.path != NOT_FOUND:
                owners[anchor].add(page.path)
    for anchor, paths in owners.items():
        if len(paths) > 1:
            yield f"{'、'.join(sorted(paths))}：标题或图的 id“{anchor}”在这几页里重复。它们的 id 要全站唯一"


def first_headings(site: Site) -> Iterator[str]:
    """The main part of a page has one h1."""
    for page in site.pages.values():
        count = sum(level_of(heading) == 1 for heading in page.headings("main"))
        if count != 1:
            yield f"{page.path}：<main> 里有 {count} 个一级标题（h1）。每页要正好一个"


def skipped_levels(site: Site) -> Iterator[str]:
    """Headings go down one level at a time."""
    for page in site.pages.values():
        before = 0 if page.tree.css_first("article h1") else 1
        for heading in page.headings("article"):
            level = level_of(heading)
            if level > before + 1:
                yield f"{page.path}：标题“{_text(heading)}”是 h{level}，跳过了 h{before + 1}。标题要逐级往下"
            before = level


def lost_addresses(site: Site) -> Iterator[str]:
    """Every address inside the site leads to a file that exists, and to an id in it."""
    for path, link in addresses(site):
        fault = _fault_of(site, path, link.address)
        if fault:
            yield f"{path}：{link.shown} {fault}"


def foreign_loads(site: Site) -> Iterator[str]:
    """A page asks no other host for anything."""
    for path, link in addresses(site):
        if link.loaded and _is_foreign(link.address):
            yield f"{path}：{link.shown} 会向别的主机要东西。请把文件放进本站，用相对地址引用"


def images_without_text(site: Site) -> Iterator[str]:
    """Every image says what it shows, or that it shows nothing (`alt=""`)."""
    for page in site.pages.values():
        for image in page.tree.css("img"):
            if "alt" not in image.attributes:
                yield f"{page.path}：图片 {image.attributes.get('src')} 没有 alt。请写出图里是什么；纯装饰写 alt=\"\""


def heads(site: Site) -> Iterator[str]:
    """Every page has a title of its own and a description."""
    owners: dict[str, list[str]] = defaultdict(list)
    for page in site.pages.values():
        title = page.tree.css_first("head > title")
        text = _text(title) if title else ""
        if text:
            owners[text].append(page.path)
        else:
            yield f"{page.path}：缺少 <title>"
        description = page.tree.css_first('head > meta[name="description"]')
        if description is None or not (description.attributes.get("content") or "").strip():
            yield f"{page.path}：缺少 <meta name=\"description\">"
    for text, paths in owners.items():
        if len(paths) > 1:
            yield f"{'、'.join(paths)}：<title>“{text}”在这几页里重复。每页要有自己的 title"


def inline_code(site: Site) -> Iterator[str]:
    """No script, handler or style stands inside the HTML, so that a strict content policy fits."""
    for page in site.pages.values():
        for node in page.elements:
            attributes = node.attributes
            if node.tag == "script" and "src" not in attributes and attributes.get("type") not in DATA_SCRIPTS:
                yield f"{page.path}：有内联脚本 <script>{short(node.text())}</script>。请放进 overrides/assets/javascripts/"
            for name in attributes:
                if name.startswith("on") or name == "style":
                    yield f"{page.path}：{shown(node, name)} 是内联的代码或样式。请改用脚本文件或样式表"


CHECKS = (
    repeated_ids,
    shared_ids,
    first_headings,
    skipped_levels,
    lost_addresses,
    foreign_loads,
    images_without_text,
    heads,
    inline_code,
)
"""Every promise about the built HTML: functions from Site to Chinese lines."""


def _fault_of(site: Site, path: str, address: str) -> str | None:
    """Say what is wrong with an address that stands in the file `path`, or None."""
    parts = urlsplit(address.strip())
    if parts.scheme == "javascript":
        return "是一段脚本。请写真正的地址"
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return _anchor_fault(site, path, parts.fragment)
    if parts.path.startswith("/"):
        if path != NOT_FOUND:
            return "是绝对路径，站点放进子目录就会断。请写成相对路径"
        resolved = urlsplit(urljoin("http://host/", parts.path)).path
        if not resolved.startswith(site.base_path):
            return f"不在站点的路径 {site.base_path} 之下"
        inside = resolved[len(site.base_path) :]
    elif path == NOT_FOUND:
        return f"是相对路径，而 404 页会出现在任何深度。请写成以 {site.base_path} 开头的地址"
    else:
        resolved = urlsplit(urljoin(f"http://host/site/{path}", parts.path)).path
        if not (resolved + "/").startswith("/site/"):
            return "跳出了站点的根目录"
        inside = resolved[len("/site/") :]
    return _file_fault(site, unquote(inside), parts.fragment)


def _file_fault(site: Site, inside: str, fragment: str) -> str | None:
    """Say what is wrong with a path from the site's folder and a fragment, or None."""
    folder = (inside.rstrip("/") + "/index.html").lstrip("/")
    target = folder if inside.endswith("/") or inside not in site.files else inside
    if target in site.files:
        return _anchor_fault(site, target, fragment)
    near = _nearest(inside.rstrip("/"), site.files)
    return f"指向的文件 {inside} 不存在{near}。请检查地址"


def _anchor_fault(site: Site, target: str, fragment: str) -> str | None:
    anchor = unquote(fragment).split(":~:")[0]
    if anchor in ("", "top") or target not in site.anchors or anchor in site.anchors[target]:
        return None
    return f"指向的 id“{anchor}”在 {target} 里不存在{_nearest(anchor, site.anchors[target])}。请检查 # 后面的部分"


def _nearest(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), n=1, cutoff=0.75)
    return f"（是不是 {near[0]}？）" if near else ""


def _is_foreign(address: str) -> bool:
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ws", "wss", "ftp")


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split()).rstrip("¶").rstrip()
