"""The glossary's data: what it gives, and each fault with its line."""

import pytest

import glossary
from glossary import GlossaryError, read

HEAD = "groups:\n  - id: a\n    title: 甲\nterms:\n"
POD = "  - id: pod\n    en: Pod\n    short: [po]\n    aliases: [容器组]\n    definition: 最小的单元。\n    home: pods.md#what\n    group: a\n"


def test_a_term_knows_its_forms_its_name_and_its_addresses():
    term = read(HEAD + POD + "    zh: 豆荚\n").terms[0]
    assert (term.forms, term.name, term.anchor, term.home_url) == (["豆荚", "Pod", "po", "容器组"], "豆荚", "term-pod", "pods/#what")


@pytest.mark.parametrize(("text", "line", "said"), [
    (HEAD + POD + POD, 12, "id“pod”已经有了"),
    (HEAD + POD + POD.replace("id: pod", "id: other").replace("en: Pod", "en: Other"), 12, "“po”已经属于 pod"),
    (HEAD + POD.replace("group: a", "group: b"), 5, "没有 b 这一组"),
    (HEAD + POD.replace("    en: Pod\n", ""), 5, "没有名字"),
    (HEAD + POD.replace("definition", "defnition"), 9, "是不是 definition"),
    (HEAD + POD.replace("单元。", "单元"), 9, "以“。”结尾"),
    (HEAD + POD.replace("最小", "最小" * 60), 9, "不超过"),
    (HEAD + POD.replace("pods.md#what", "pods/#what"), 10, "文件名.md#"),
    (HEAD + POD.replace("[po]", "po"), 7, "写成列表"),
    (HEAD + POD.replace("    home: pods.md#what\n", ""), 5, "缺少 home"),
    (HEAD + POD.replace("id: pod", "id: Pod"), 5, "小写"),
    ("groups: [\n", 2, "YAML"),
])
def test_a_fault_is_told_with_its_line(text, line, said):
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert any(fault.startswith(f"docs/terms.yml:{line}: ") and said in fault for fault in str(caught.value).splitlines()), caught.value


def test_a_home_that_does_not_exist_is_told_with_its_line():
    terms = read(HEAD + POD)
    assert glossary.lost_homes(terms, {"pods/#what"}.__contains__, HEAD + POD) == []
    assert glossary.lost_homes(terms, set().__contains__, HEAD + POD) == [(10, "pods.md#what 没有这一节；请写 文件名.md#标题的 id")]
