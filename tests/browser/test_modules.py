"""The pure functions of the browser's modules, called where they run."""

import pytest


@pytest.fixture
def call(page, modules_url):
    """call("search-text.js", "find", …) returns what the function returns."""
    page.goto(modules_url + "storage.js")  # any document of that origin

    def run(module: str, function: str, *arguments):
        return page.evaluate("([url, name, args]) => import(url).then((module) => module[name](...args))", [modules_url + module, function, list(arguments)])

    return run


SECTIONS = [
    {"url": "a/#one", "chapter": "甲", "heading": "污点", "text": "节点上的排斥标签 Taints"},
    {"url": "a/#two", "chapter": "甲", "heading": "亲和性", "text": "污点之外的另一种办法"},
    {"url": "b/#three", "chapter": "乙", "heading": "Pod IP", "text": ""},
]


@pytest.mark.parametrize(("query", "urls"), [("污点", ["a/#one", "a/#two"]), ("TAINTS", ["a/#one"]), ("污点 办法", ["a/#two"]), ("pod ip", ["b/#three"]), ("没有的词", []), ("  ", []), (".*", []), ("((", [])])
def test_sections_with_every_word_are_found_headings_first(call, query, urls):
    assert [hit["section"]["url"] for hit in call("search-text.js", "find", SECTIONS, query)] == urls


def test_an_excerpt_begins_before_the_first_word_and_is_part_of_the_text(call):
    text = "零" * 100 + "污点" + "一" * 100
    found = call("search-text.js", "excerpt", text, ["污点"])
    assert found == {"start": 80, "excerpt": text[80:160]}


@pytest.mark.parametrize(("text", "wanted", "ranges"), [("Pod 与 pod", ["pod"], [[0, 3], [6, 9]]), ("aaa", ["aa", "a"], [[0, 2], [2, 3]]), ("无", ["有"], []), ("ＡＢ", ["ａ"], [[0, 1]])])
def test_marks_stand_where_the_words_stand_and_never_overlap(call, text, wanted, ranges):
    assert call("search-text.js", "marks", text, wanted) == ranges


@pytest.mark.parametrize(("now", "following"), [("system", "light"), ("light", "dark"), ("dark", "system"), ("nonsense", "system")])
def test_the_palette_goes_round(call, now, following):
    assert call("theme-switch.js", "nextTheme", now) == following


@pytest.mark.parametrize(("tops", "current"), [([80, 200], None), ([-50, 60, 300], "h1"), ([-50, -10], "h1"), ([], None)])
def test_the_section_being_read_is_the_last_one_above_the_line(call, tops, current):
    headings = [{"id": f"h{i}", "top": top} for i, top in enumerate(tops)]
    assert call("page-toc.js", "sectionAt", headings, 70) == current
