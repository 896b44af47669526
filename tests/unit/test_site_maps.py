"""What machines read first, and the feed of what changed: well formed, dated by git, and absent where there is no address."""

import subprocess
from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree

import pytest

from changes_feed import feed
from section_dates import section_dates
from sections import Section
from site_maps import llms_text, sitemap

ATOM = {"a": "http://www.w3.org/2005/Atom"}
NOON = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)


def test_the_sitemap_holds_each_address_and_the_days_that_are_known():
    root = ElementTree.fromstring(sitemap([("https://e.org/a&b/", "2026-01-02"), ("https://e.org/c/", "")]))
    assert [[child.text for child in entry] for entry in root] == [["https://e.org/a&b/", "2026-01-02"], ["https://e.org/c/"]]


def test_llms_text_is_a_title_a_sentence_and_a_list():
    assert llms_text("笔记", "一句。", [("Pod", "pods/", "说明。")]).splitlines() == ["# 笔记", "", "> 一句。", "", "## 页面", "", "- [Pod](pods/): 说明。"]


def test_the_feed_names_short_links_and_is_as_new_as_its_first_entry():
    section = Section("pods/", "what", "甲 <乙>？", 2, "Pod", "", "一句。")
    root = ElementTree.fromstring(feed("笔记", "https://e.org/", [(NOON, section)]))
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-03-01T12:00:00+00:00" == root.findtext("a:entry/a:updated", namespaces=ATOM)
    assert root.findtext("a:entry/a:id", namespaces=ATOM) == "https://e.org/q/what/" and root.findtext("a:entry/a:title", namespaces=ATOM) == "甲 <乙>？（Pod）"
    assert ElementTree.fromstring(feed("笔记", "https://e.org/", [])).findtext("a:updated", namespaces=ATOM)


@pytest.fixture
def docs(tmp_path):
    """A page of two sections in a repository; returns (folder, commit), where commit(text, hour) commits the page at that hour of NOON's day."""
    def git(*words, **environment):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@y", *words], cwd=tmp_path, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), **environment})

    def commit(text, hour):
        (tmp_path / "pods.md").write_text(text, encoding="utf-8")
        git("add", "pods.md")
        time = (NOON + timedelta(hours=hour)).isoformat()
        git("commit", "-m", "x", GIT_AUTHOR_DATE=time, GIT_COMMITTER_DATE=time)

    git("init")
    return tmp_path, commit


def test_a_section_is_as_new_as_its_newest_line(docs):
    folder, commit = docs
    commit("# P {#pods}\n\n## 甲 {#a}\n\n一\n\n## 乙 {#b}\n\n二\n", 0)
    commit("# P {#pods}\n\n## 甲 {#a}\n\n一\n\n## 乙 {#b}\n\n改\n", 5)
    assert section_dates(folder, "pods", ["a", "b"]) == {"a": NOON, "b": NOON + timedelta(hours=5)}


def test_what_git_does_not_know_has_no_date(docs):
    folder, commit = docs
    commit("# P {#pods}\n", 0)
    (folder / "new.md").write_text("## 甲 {#a}\n", encoding="utf-8")
    assert section_dates(folder, "new", ["a"]) == section_dates(folder, "pods", ["nowhere"]) == {}
