"""The queries that are made from the notes themselves."""

from content.note_phrases import latin_words, stressed, stressed_queries
from content.search_quality import Query

NOTES = "# 一\n\n**固定入口**：见 `10.96.0.0/12`、**甲**。\n\n## 二\n\n| 列 |\n| --- |\n| **固定入口** |\n\n## 三\n\n无 **固定入口**，`Pod-IP` 是 *斜* 的。\n"


def test_bold_words_and_code_are_found_with_their_headings():
    assert stressed(NOTES) == {"固定入口": {1, 5, 11}, "10.96.0.0/12": {1}, "甲": {1}, "Pod-IP": {11}}


def test_what_many_sections_say_or_is_too_short_is_no_query():
    queries = stressed_queries(NOTES, {1: ["a#one"], 5: ["a#two"], 11: ["b#three"]})
    assert queries == [Query("stressed-1", "stressed", "10.96.0.0/12", frozenset({"a/#one"})), Query("stressed-2", "stressed", "Pod-IP", frozenset({"b/#three"}))]


def test_latin_words_are_listed_once():
    assert latin_words("Pod pod kube-proxy v1 is IP") == ["kube-proxy", "pod"]
