"""errata and supplement: what they become, and what is refused, by line."""

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

import study_blocks

NOTES = study_blocks.quotable("- **标签**：第一句。第二句；\n\n| 列 | 列 |\n| --- | --- |\n| 单元格 | `a` |\n")
SOURCE = "来源：[页](https://kubernetes.io/docs/)"


def render(source: str) -> tuple[LexborHTMLParser, list[str]]:
    """Render one page; returns its HTML, parsed, and its problems as lines."""
    problems = []
    blocks = study_blocks.StudyBlocks(NOTES, problems.extend)
    blocks.path, blocks.first_line = "docs/x.md", 6
    return LexborHTMLParser(markdown.markdown(source, extensions=[blocks, "pymdownx.superfences"])), [str(problem) for problem in problems]


def errata(*entries: str) -> str:
    return "\n".join(["/// errata", *"\n\n".join(entries).split("\n"), "///"])


GOOD = f"> 第二句；\n\n不对。\n\n{SOURCE}"


def test_the_corrections_of_a_section_are_folded_into_one_block():
    page, problems = render(errata(GOOD, f"> 单元格\n\n也不对。\n\n{SOURCE}"))
    assert problems == []
    assert page.css_first("details.errata > summary").text() == "勘误（2 处）"
    assert [entry.css_first("blockquote").text().strip() for entry in page.css("details > .erratum")] == ["第二句；", "单元格"]


def test_one_correction_is_not_counted():
    assert render(errata(GOOD))[0].css_first("summary").text() == "勘误"


@pytest.mark.parametrize("quote", ["**标签**：第一句。", "标签：第一句。第二句", "`a`", "第二句"])
def test_whole_sentences_items_and_cells_may_be_quoted_with_or_without_markup(quote):
    assert render(errata(f"> {quote}\n\n不对。\n\n{SOURCE}"))[1] == []


@pytest.mark.parametrize(("block", "line", "fault"), [
    (errata(f"> 第三句。\n\n不对。\n\n{SOURCE}"), 7, "笔记里没有“第三句。”"),
    (errata(f"> 第二\n\n不对。\n\n{SOURCE}"), 7, "笔记里没有“第二”"),
    (errata(f"不对。\n\n{SOURCE}"), 6, "要以“> 原话”开头"),
    (errata(f"> 第二句；\n\n{SOURCE}"), 7, "没有写错在哪里"),
    (errata("> 第二句；\n\n不对。"), 7, "缺来源"),
    (errata("> 第二句；\n\n不对。\n\n来源：某处"), 7, "缺来源"),
    (errata("> 第二句；\n\n不对。\n\n来源：[页](http://kubernetes.io/docs/)"), 7, "不是认可的来源"),
    (errata("> 第二句；\n\n不对。\n\n来源：[页](https://example.com/)"), 7, "example.com 不是认可的来源"),
    (errata(GOOD, f"> 没有。\n\n不对。\n\n{SOURCE}"), 13, "笔记里没有“没有。”"),
    ("/// supplement\n没有来源。\n///", 6, "补充：缺来源"),
    ("/// supplement\n来源：[页](https://example.com/)\n///", 6, "example.com 不是认可的来源"),
])
def test_a_wrong_block_is_refused_at_its_line(block, line, fault):
    problems = render(block)[1]
    assert len(problems) == 1 and problems[0].startswith(f"docs/x.md:{line}: ") and fault in problems[0], problems


def test_an_addition_is_marked_and_names_its_sources():
    page, problems = render(f"## 新的 {{#new}}\n\n正文。\n\n/// supplement\n{SOURCE}\n///")
    assert problems == [] and "补充" in page.css_first(".supplement").text() and page.css_first(".supplement a")
