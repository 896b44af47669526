"""The figures of the search are counted right, and a bad search would be noticed."""

import json

import conftest
import pytest
import yaml

from content import search_quality
from content.search_quality import Query, Score, faults, grade, read_queries, table

ASKED = Query("q-1", "zh-term", "污点", frozenset({"pods/#taints"}))
NOTHING = Query("q-2", "no-answer", "足球", frozenset())


@pytest.mark.parametrize(("found", "first", "three", "nothing"), [(["pods/#taints"], 1, 1, 0), (["a/#b", "a/#c", "pods/#taints"], 0, 1, 0), (["a/#b"] * 3 + ["pods/#taints"], 0, 0, 0), ([], 0, 0, 1)])
def test_places_are_counted(found, first, three, nothing):
    score = grade([(ASKED, found)])["zh-term"]
    assert (score.first, score.three, score.nothing) == (first, three, nothing)
    assert bool(score.misses) == (not first)


def test_a_query_without_answer_must_find_nothing():
    assert grade([(NOTHING, [])])["no-answer"] == Score(1, 1, 1, 0, [])
    bad = grade([(NOTHING, ["a/#b"])])["no-answer"]
    assert bad.first == 0 and bad.misses


def test_every_figure_is_demanded():
    good = Score(200, 196, 200, 0)
    assert faults({"zh-term": good, "no-answer": Score(11, 11, 11)}) == []
    assert faults({"zh-term": Score(200, 190, 200, 0)}) and faults({"zh-term": Score(200, 200, 197, 0)}) and faults({"zh-term": Score(200, 200, 200, 2)})
    assert faults({"zh-term": good, "code": Score(10, 8, 10)}) and faults({"zh-term": good, "no-answer": Score(11, 10, 10)})


def test_the_table_has_a_row_for_each_category_and_one_for_all():
    assert table({"zh-term": Score(4, 3, 4, 0)}).splitlines()[2:] == ["| zh-term | 4 | 75.0% | 100.0% | 0 |", "| 全部（不含 no-answer） | 4 | 75.0% | 100.0% | 0 |"]


def test_lines_become_sections_and_better_answers_join_them(tmp_path):
    (tmp_path / "queries.json").write_text(json.dumps({"queries": [{"id": "a", "category": "zh-term", "q": "引言", "lines": [1, 100]}, {"id": "b", "category": "zh-term", "q": "x", "sections": ["pods#x"]}]}), encoding="utf-8")
    (tmp_path / "better.yml").write_text("a: {sections: [csi#new], reason: 新}", encoding="utf-8")
    one, two = read_queries(tmp_path / "queries.json", tmp_path / "better.yml")
    assert one.right == {"#home", "pods/#taints-and-tolerations", "csi/#new"} and two.right == {"pods/#x"}
    (tmp_path / "better.yml").write_text("c: {sections: [csi#new], reason: 新}", encoding="utf-8")
    with pytest.raises(ValueError, match="没有这些查询：c"):
        read_queries(tmp_path / "queries.json", tmp_path / "better.yml")


def test_the_list_is_the_one_that_was_handed_over_and_each_better_answer_has_a_reason():
    queries = read_queries(search_quality.HERE / "search_queries.json")
    assert len({query.id for query in queries}) == len(queries) == 182
    better = yaml.safe_load((conftest.ROOT / "tests/content/search_better.yml").read_text(encoding="utf-8"))
    assert all(entry.keys() == {"sections", "reason"} and len(entry["reason"]) >= 6 for entry in better.values())
