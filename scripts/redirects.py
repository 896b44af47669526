"""Where pages and sections have moved to: reads docs/redirects.yml and finds what is wrong with it.

Used by redirect_pages.py, publish_urls.py and tests; knows no engine.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import yaml

NAME = "redirects.yml"

ADDRESS = re.compile(r"[a-z0-9]+([-/][a-z0-9]+)*(#[a-z][a-z0-9]*(-[a-z0-9]+)*)?")
"""A page (its file's name without .md) or a section of one (page#id)."""


class Redirect(NamedTuple):
    """An old address ("pods", "pods#old-id"), where it leads, and the line (from 1) of the file that says so."""

    old: str
    new: str
    line: int


class RedirectsError(ValueError):
    """Redirects that cannot be followed; the message has one Chinese line for each fault, with its line number."""

    def __init__(self, faults: Iterable[tuple[int, str]]) -> None:
        super().__init__("\n".join(f"docs/{NAME}:{line}: {fault}" for line, fault in sorted(faults)))


def read(text: str) -> list[Redirect]:
    """Return the redirects of a file, by line; raises RedirectsError when it is no list of `old: new`."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RedirectsError([(mark.line + 1 if mark else 1, "不是有效的 YAML；每行写成 旧地址: 新地址，例如 pods#old: services#new")]) from None
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        raise RedirectsError([(1, "要写成 旧地址: 新地址，一行一处")])
    found = [Redirect(str(old.value), str(new.value), old.start_mark.line + 1) for old, new in node.value]
    wrong = [(line, f"“{address}”不是地址；请写成 页面 或 页面#id，例如 pods#old-question") for old, new, line in found for address in (old, new) if not ADDRESS.fullmatch(address)]
    if wrong:
        raise RedirectsError(wrong)
    return found


def targets(redirects: list[Redirect], existing: frozenset[str]) -> dict[str, str]:
    """Return where each old address leads in the end, chains followed.

    `existing` holds every address of the site. Raises RedirectsError for duplicates, loops, targets that do not exist
    and old addresses that still exist.
    """
    faults = list(_faults(redirects, existing))
    if faults:
        raise RedirectsError(faults)
    following = {redirect.old: redirect.new for redirect in redirects}
    return {old: _end(old, following) for old in following}


def _faults(redirects: list[Redirect], existing: frozenset[str]) -> Iterator[tuple[int, str]]:
    lines: dict[str, int] = {}
    following = {redirect.old: redirect.new for redirect in redirects}
    for old, new, line in redirects:
        if old in lines:
            yield line, f"{old} 写了两次，第 {lines[old]} 行已经有了；请只留一行"
        lines.setdefault(old, line)
        if old in existing:
            yield line, f"{old} 还在，不用转；请删掉这一行，或先把旧的标题搬走"
        if _end(old, following) == old:
            yield line, f"{old} 转了一圈又回到自己；请让它指向现在的地址"
        elif new not in existing and new not in following:
            near = difflib.get_close_matches(new, existing, n=1)
            yield line, f"{new} 不存在{f'（是不是 {near[0]}？）' if near else ''}；请写现在的地址"


def _end(old: str, following: dict[str, str]) -> str:
    """Return the last address of the chain that begins at `old`, or `old` itself when the chain never ends."""
    here = old
    for _ in following:
        here = following[here]
        if here not in following:
            return here
    return old
