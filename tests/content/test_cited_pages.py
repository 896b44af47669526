"""The list of cited pages is the list of pages that are cited, each with its anchors and the date it was checked.

Run by `make check` and `make test`; whether pages and anchors exist is for scripts/check_sources.py, which needs a checkout.
"""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import cited_pages
from cited_links import Link, links
from content.fences import PAGES, name

TEXT = (Path(__file__).parent / "cited_pages.yml").read_text(encoding="utf-8")
CITED = cited_pages.read(TEXT)


def test_the_list_of_cited_pages_is_what_the_pages_cite():
    found = [link for page in PAGES for link in links(page.read_text(encoding="utf-8"), name(page))]
    faults = cited_pages.differences(found, CITED)
    assert len(found) > 100 and not faults, "\n".join(faults)


def test_every_page_of_the_official_documentation_has_its_source():
    def fits(page: cited_pages.Page) -> bool:
        path = urlsplit(page.url).path.strip("/")
        if path.startswith("blog/"):
            return page.source.startswith("content/en/blog/_posts/") and page.source.endswith(".md")
        return page.source in {f"content/en/{path}{end}" for end in (".md", "/_index.md", "/index.md")}

    official = [page for page in CITED.pages.values() if urlsplit(page.url).hostname == "kubernetes.io"]
    assert len(official) > 30
    assert [page.url for page in official if not fits(page)] == []


def test_no_page_was_checked_in_the_future():
    assert [page.url for page in CITED.pages.values() if page.checked and page.checked > date.today()] == []


def test_an_anchor_is_cited_only_where_it_was_seen():
    assert [page.url for page in CITED.pages.values() if page.fragments and page.seen != "current"] == [], "没有在当前的源码里看到的锚点不要引用，去掉链接里的 #…"


def test_the_list_is_written_as_the_command_writes_it():
    assert cited_pages.dump(CITED) == TEXT, "请运行 scripts/check_sources.py CHECKOUT --write，或者照它的格式改"


LISTED = cited_pages.read("""
pages:
  - {url: https://kubernetes.io/docs/a/, fragments: [x], checked: 2026-11-24, seen: current}
""")
SAME = [Link("docs/pods.md", 3, "https://kubernetes.io/docs/a/", ""), Link("docs/pods.md", 4, "https://kubernetes.io/docs/a/", "x")]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([*SAME, Link("docs/pods.md", 9, "https://kubernetes.io/docs/b/", "")], "docs/pods.md:9: https://kubernetes.io/docs/b/ 不在"),
        ([*SAME, Link("docs/pods.md", 9, "https://kubernetes.io/docs/a/", "y")], "docs/pods.md:9: cited_pages.yml 里 https://kubernetes.io/docs/a/ 的 fragments 没有 y"),
        (SAME[:1], "没有页面再引用 https://kubernetes.io/docs/a/#x"),
        ([], "没有页面再引用 https://kubernetes.io/docs/a/"),
    ],
)
def test_a_page_or_an_anchor_too_many_or_too_few_is_named(found: list[Link], said: str):
    assert cited_pages.differences(SAME, LISTED) == []
    (fault,) = cited_pages.differences(found, LISTED)
    assert said in fault


def test_a_link_is_found_with_its_line_and_its_fragment():
    page = "---\ntitle: a\n---\n\n- [一](https://a.org/x#y)、[二](https://a.org/x)\n\n    ```shell\n    curl https://b.org/\n    ```\n\n> [三](https://a.org/x#z)，[近](services.md#a)\n"
    assert links(page, "p") == [Link("p", 5, "https://a.org/x", "y"), Link("p", 5, "https://a.org/x", ""), Link("p", 11, "https://a.org/x", "z")]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("pages: [{url: https://a.org/, checked: 2026-11-24, seen: maybe}]", "seen"),
        ("pages: [{url: https://a.org/, checked: gestern, seen: old}]", "checked"),
        ("pages: [{url: https://a.org/, seen: current}]", "checked"),
        ("pages: [{url: https://a.org/, checked: 2026-11-24, seen: no}]", "checked"),
        ("pages: [{url: https://a.org/, anchors: [a]}]", "不认识的键"),
        ("pages: [{url: https://a.org/}, {url: https://a.org/, seen: no}]", "写了两次"),
    ],
)
def test_a_list_that_is_written_wrongly_is_refused(wrong: str, said: str):
    with pytest.raises(ValueError, match=said):
        cited_pages.read(wrong)
