"""The cutter of tests/content cuts the notes and the pages as it promises.

Run by `make check` and `make test`.
"""

import pytest
from selectolax.lexbor import LexborHTMLParser

from content.lost_units import count
from note_units import HEADING_NUMBER, normalise, sentences, units, units_of_notes, units_of_page


def keys(html: str) -> list[str]:
    """The units of a fragment, as they are compared."""
    return [unit.key for unit in units(LexborHTMLParser(html).body)]


def notes(source: str) -> list[str]:
    """The units of a piece of Markdown, as they are compared."""
    return [unit.key for unit in units_of_notes(source)]


def test_a_paragraph_is_cut_into_sentences():
    assert keys("<p>甲是乙。丙吗？丁！戊；己</p>") == ["甲是乙", "丙吗", "丁", "戊", "己"]


def test_a_half_width_mark_cuts_only_before_a_space():
    assert sentences("a;b? c! d") == ["a;b?", " c!", " d"]


def test_markup_inside_a_sentence_does_not_cut_it():
    assert keys("<p><strong>Pod</strong>：用 <code>a</code> 与 <a href='#x'>乙</a>。</p>") == ["Pod:用a与乙"]


def test_spaces_widths_and_final_marks_make_no_difference():
    assert normalise("Flannel（ overlay 网络）；") == normalise("Ｆlannel(overlay网络)") == "Flannel(overlay网络)"


def test_the_case_of_letters_makes_a_difference():
    assert normalise("k8s") != normalise("K8s")


def test_an_item_its_sublist_and_its_code_are_units_of_their_own():
    html = "<ul><li>操作：<pre><code>a: 1\n\n  b: 2\n</code></pre><ul><li>甲</li></ul>尾</li></ul>"
    assert keys(html) == ["操作", "a:1", "b:2", "甲", "尾"]


def test_a_line_of_code_is_not_cut_into_sentences():
    assert keys("<pre><code>run; stop  # 先跑。后停</code></pre>") == ["run;stop#先跑。后停"]


def test_each_cell_is_a_unit():
    table = "<table><tr><th>类型</th><th>范围</th></tr><tr><td>甲</td><td>乙</td></tr></table>"
    assert keys(table) == ["类型", "范围", "甲", "乙"]


def test_a_heading_is_one_unit():
    assert keys("<h3 id='a'>什么是 Pod？有何用？</h3>") == ["什么是Pod?有何用"]


@pytest.mark.parametrize(
    ("heading", "text"),
    [("### 一、核心", "核心"), ("#### 12. 什么是", "什么是"), ("### 阶段 1：创建", "阶段1:创建"), ("# 3D 图", "3D图")],
)
def test_only_the_numbering_of_a_heading_of_the_notes_is_taken_off(heading: str, text: str):
    assert notes(heading) == [text]


def test_a_heading_of_a_page_keeps_its_number():
    assert keys("<h3>1. 什么是</h3>") == ["1.什么是"]


def test_a_number_with_decimals_is_no_numbering():
    assert HEADING_NUMBER.match("1.33 的变化") is None


def test_definitions_captions_and_summaries_are_units():
    html = "<dl><dt>甲</dt><dd>乙</dd></dl><figure><figcaption>丙</figcaption></figure>"
    assert keys(html + "<details><summary>丁</summary>戊</details>") == ["甲", "乙", "丙", "丁", "戊"]


def test_a_quote_and_a_folded_block_do_not_hide_a_sentence():
    assert keys("<details><summary>勘误</summary><blockquote><p>甲是乙。</p></blockquote></details>") == ["勘误", "甲是乙"]


def test_the_furniture_of_a_page_is_left_out():
    html = (
        "<main><nav>目录</nav><article><h1>甲<a class='headerlink' href='#a'>¶</a></h1>"
        "<button>复制</button><svg><title>图标</title></svg><script>x</script>"
        "<p>乙<sup><a class='footnote-ref' href='#f'>1</a></sup>丙</p><!-- 注 --></article></main>"
    )
    assert [unit.key for unit in units_of_page(html)] == ["甲", "乙丙"]


def test_an_article_inside_an_article_is_counted_once():
    assert [unit.key for unit in units_of_page("<article>甲<article>乙</article></article>")] == ["甲", "乙"]


def test_a_page_without_article_is_read_from_main():
    assert [unit.key for unit in units_of_page("<header>丙</header><main><p>甲</p></main>")] == ["甲"]


def test_a_page_without_text_is_refused():
    with pytest.raises(ValueError, match="article"):
        units_of_page("<p>甲</p>")


def test_a_unit_is_counted_as_often_as_it_stands():
    assert count(units_of_notes("| 甲 | 乙 |\n| --- | --- |\n| 仅集群内 | 仅集群内 |"))["仅集群内"] == 2


def test_a_part_of_a_sentence_is_not_the_sentence():
    assert count(units_of_notes("- 仅集群内可访问"))["仅集群内"] == 0


def test_a_unit_is_shown_as_a_reader_sees_it():
    assert [unit.text for unit in units_of_notes("- **Pod**：在 `a` 里。")] == ["Pod：在 a 里。"]
