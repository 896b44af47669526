"""The search's index: which sections, which words, which characters."""

import json

import pytest

import glossary
from han_tables import CLOUD_WORDS, COMMON, same_sounds, simplified, sound, taiwan_words, traditional_pairs
from search_files import name_search_files
from search_index import VERSION, headings_of, read_synonyms, searched, standing, texts_of
from sections import Section, chapters_of
from site_data import remove_data


def section(page: str, anchor: str, level: int, text: str, html: str = "", heading: str = "标题") -> Section:
    return Section(page, anchor, heading, level, "章", html, text)


SECTIONS = [
    section("a/", "a", 1, ""), section("a/", "group", 2, ""), section("a/", "one", 3, "污点", heading="什么是污点？"), section("a/", "two", 3, "補", '<div class="supplement">来源</div>'),
    section("errata/", "errata", 1, "勘误"), section("errata/", "of-a", 2, ""), section("errata/", "of-one", 3, ""),
]
TERM = glossary.Term(id="taint", zh="污点", en="Taint", aliases=("排斥标签",), definition="节点上的标记。", home="a.md#one", group="g")


def test_a_heading_with_nothing_below_it_is_not_searched_a_group_with_sections_is():
    assert [kept.id for kept in searched(SECTIONS)] == ["a", "group", "one", "two", "errata"]


def test_sections_of_the_notes_supplements_and_what_is_outside_the_chapters_are_told_apart(tmp_path):
    (tmp_path / "index.html").write_text('<article><a class="chapter-card__link" href="a/">甲</a><a href="errata/">勘误</a></article>', encoding="utf-8")
    assert chapters_of(tmp_path) == {"a/"}
    assert [standing(one, {"a/"}) for one in searched(SECTIONS)] == [0, 0, 0, 1, 2]


def test_both_files_have_the_same_sections_terms_and_version():
    kept = searched(SECTIONS)
    first, second = headings_of(kept, {"a/"}, [TERM], [["探活", "健康检查"]]), texts_of(kept, [TERM])
    assert first["version"] == second[0]["version"] == VERSION
    assert first["pages"] == [["a/", "章"], ["errata/", "章"]]
    assert first["sections"][2] == [0, "one", 3, "什么是污点？", 0] and second[3] == ["污点", ""]
    assert first["terms"] == [[["污点", "Taint", "排斥标签"], 2, 2]] and second[0]["definitions"] == ["节点上的标记。"]
    assert first["same"] == [["探活", "健康检查"]]
    assert len(first["sections"]) == len(second) - 1


def test_a_term_whose_home_is_not_searched_has_none():
    assert headings_of(SECTIONS[:1], {"a/"}, [TERM], [])["terms"] == [[["污点", "Taint", "排斥标签"], 2, -1]]


@pytest.mark.parametrize(("written", "plain"), [("儲存叢集", "储存丛集"), ("汙點裡", "污点里"), ("pod 一", "pod 一"), ("著", "着")])
def test_traditional_characters_become_simplified_one_for_one(written, plain):
    assert simplified(written) == plain and len(plain) == len(written)


def test_pairs_are_kept_for_the_characters_of_the_site_only():
    pairs = traditional_pairs({"网", "点"})
    assert {pairs[at : at + 2] for at in range(0, len(pairs), 2)} == {"網网", "點点"}


def test_taiwans_words_lead_to_the_words_of_the_site():
    words = dict(taiwan_words("网络 存储 存储 保存 集群 队列 镜像 默认"))
    assert words["网路"] == "网络" and words["丛集"] == "集群" and words["伫列"] == "队列" and words["映像档"] == "镜像" and words["预设"] == "默认"
    assert words["储存"] == "存储", "最常用的一个"
    assert "执行绪" not in words
    assert all(left != right for left, right in CLOUD_WORDS.items())


def test_characters_of_one_sound_stand_together_also_those_that_are_easily_confused():
    assert len(COMMON) == 3755 and COMMON[0] == "啊"
    assert sound("更") == sound("跟") and sound("站") == sound("暂") and sound("网") != sound("点")
    groups = same_sounds("污点更新")
    assert any({"更", "跟"} <= set(group) for group in groups) and all(len(group) > 1 for group in groups)
    assert not any("天" in group for group in groups), "站点没有的音不必带上"


def test_synonyms_come_with_the_site_and_leave_it_after_the_last_reader(tmp_path):
    assert read_synonyms(tmp_path) == []
    (tmp_path / "synonyms.yml").write_text("- [探活, 健康检查]", encoding="utf-8")
    assert read_synonyms(tmp_path) == [["探活", "健康检查"]]
    remove_data(tmp_path)
    remove_data(tmp_path)
    assert not list(tmp_path.iterdir())


def test_files_carry_a_hash_and_the_modules_that_name_them_follow(tmp_path):
    (tmp_path / "assets/search").mkdir(parents=True)
    for name in ("headings.json", "texts.txt"):
        (tmp_path / "assets/search" / name).write_text(json.dumps(name), encoding="utf-8")
    (tmp_path / "assets/javascripts").mkdir()
    for module in ("search-files.js", "file-copy.js"):
        (tmp_path / "assets/javascripts" / module).write_text('"assets/search/headings.json" "../search/texts.txt"', encoding="utf-8")
    name_search_files(tmp_path)
    names = sorted(file.name for file in (tmp_path / "assets/search").iterdir())
    assert len(names) == 2 and [len(name) for name in names] == [len("headings-12345678.json"), len("texts-12345678.txt")]
    text = (tmp_path / "assets/javascripts/file-copy.js").read_text(encoding="utf-8")
    assert all(name in text for name in names) and "headings.json" not in text
