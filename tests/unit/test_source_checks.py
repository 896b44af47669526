"""The checks on Markdown, each against the smallest page that breaks it."""

import markdown
import pytest
from source_checks import KEBAB, SourceChecks, SourceError
from source_lines import is_aligned_rule, is_fence, text_of

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.betterem",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.saneheaders",
    "pymdownx.superfences",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
]


def found(text: str, first_line: int = 1) -> list[tuple[int, str]]:
    """The problems of a page as (line, message)."""
    collected = []
    checks = SourceChecks(report=collected.extend)
    checks.path, checks.first_line = "docs/pods.md", first_line
    markdown.markdown(text, extensions=[*EXTENSIONS, checks])
    assert all(problem.path == "docs/pods.md" for problem in collected)
    return [(problem.line, problem.message) for problem in collected]


def only(text: str, line: int, *said: str) -> None:
    """Assert that a page has one problem, on this line, that says all this."""
    assert [number for number, _ in found(text)] == [line], found(text)
    for words in said:
        assert words in found(text)[0][1], found(text)


GOOD = """# Pod {#pods}

正文里有 `<name>`、``a ` <b>`` 和 <https://kubernetes.io/>，以及 1 < 2 > 0。<!-- 行内注释 -->

<!-- 注释可以写，<div> 也行 -->

## 什么是 Service？ {#what-is-a-service}

- 列表

    ```yaml
    # 这不是标题
    kind: Pod  # <div>
    ```

    - 里层

        ~~~text
        <div>
        ~~~

!!! note "标题"

    | 列 | 列 |
    | --- | --- |
    | `<br>` | 1 |

    ```shell
    kubectl get pods
    ```

??? question "折叠"

    > 引用
    >
    > ```{.yaml title="pod.yaml"}
    > kind: Pod
    > ```

/// details | 块
正文

```yaml
kind: Pod
```
///

````text
```yaml
kind: Pod
```
````

术语
:   定义[^1]

### `kubectl` 与 **粗体** {#kubectl-and-bold}

##### 五级标题不要 id

[链接](pods.md){ title="提示" }

[^1]: 脚注

    ```yaml
    kind: Pod
    ```
"""


def test_a_good_page_with_every_kind_of_block_has_no_problem():
    assert found(GOOD) == []


def test_every_fault_in_a_long_page_gets_its_own_line():
    faults = ["## 没有 id", "这里有 <b>粗体</b>", "<div>块</div>", "```\nx\n```"]
    text = GOOD
    for fault in faults:
        text += f"\n{fault}\n"
    lines = text.split("\n")
    expected = [lines.index(fault.split("\n")[0], GOOD.count("\n")) + 1 for fault in faults]
    expected.insert(1, expected[1])  # <b> and </b>
    assert [line for line, _ in found(text)] == expected


def test_a_heading_without_an_id_is_named():
    only("# Pod {#pods}\n\n正文\n\n## 什么是 Service？\n", 5, "标题“什么是 Service？”没有写明 id", "{#what-is-a-service}")


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_of_the_first_four_levels_need_an_id(level):
    only("正文\n\n" + "#" * level + " 标题\n", 3, "没有写明 id")


@pytest.mark.parametrize("anchor", ["Pods", "what_is", "1st", "节点", "a--b", "a-", "-a"])
def test_an_id_that_is_not_kebab_case_is_named(anchor):
    assert not KEBAB.fullmatch(anchor)
    only(f"# Pod {{#{anchor}}}\n", 1, f"id“{anchor}”不合要求")


def test_an_id_used_twice_on_a_page_is_named_with_both_lines():
    only("# 甲 {#a}\n\n## 乙 {#b}\n\n## 丙 {#b}\n", 5, "id“b”重复，第 3 行已经用了")


def test_twin_headings_without_ids_are_told_apart():
    assert [line for line, _ in found("# 甲 {#a}\n\n## 总结\n\n## 总结\n")] == [3, 5]


def test_a_heading_that_is_underlined_or_ends_in_hashes_is_found():
    assert [line for line, _ in found("正文\n\n甲\n===\n\n## 乙 ##\n")] == [3, 6]


def test_lines_count_from_the_top_of_the_file():
    assert [line for line, _ in found("# 甲\n", first_line=6)] == [6]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("正文\n\n```yaml\nkind: Pod\n", 3),
        ("- 项\n\n    ```yaml\n    kind: Pod\n\n后文\n", 3),
        ("!!! note\n\n    ```yaml\n    kind: Pod\n\n后文\n", 3),
        ("> ```yaml\n> kind: Pod\n\n后文\n", 1),
        ("~~~yaml\nkind: Pod\n", 1),
        ("正文\n\n```yaml\nkind: Pod\n\n后文\n\n```shell\nls\n```\n", 3),
        ("```yaml\nkind: Pod\n```\n\n正文\n\n```yaml\nkind: Pod\n", 7),
        ("- ```yaml\n", 1),
        ("正文\n\n```yaml 这里 写了 别的\n", 3),
    ],
)
def test_a_fence_that_is_not_closed_is_named_at_its_opening_line(text, line):
    only(text, line, "代码块没有结束", "```" if "```" in text else "~~~")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("正文\n\n```\nkind: Pod\n```\n", 3),
        ("~~~\nkind: Pod\n~~~\n", 1),
        ("- 项\n\n    ```\n    x\n    ```\n", 3),
        ('``` {title="pod.yaml"}\nkind: Pod\n```\n', 1),
        ("````\n```yaml\nkind: Pod\n```\n````\n", 1),
    ],
)
def test_a_fence_without_a_language_is_named(text, line):
    only(text, line, "代码块没有写语言", "yaml")


def test_text_that_became_code_by_its_indent_is_named():
    only("正文\n\n    kind: Pod\n    spec: {}\n", 3, "缩进四格", "kind: Pod")


@pytest.mark.parametrize(
    ("text", "line", "tag"),
    [
        ("正文\n\n<div>\n块\n</div>\n", 3, "<div>"),
        ('```yaml\na: 1\n```\n\n<p align="center">块</p>\n', 5, '<p align="center">'),
        ("正文\n\n<script>alert(1)</script>\n", 3, "<script>"),
        ("<hr>\n", 1, "<hr>"),
        ("<div>没有结束\n", 1, "<div>"),
        ("正文换<br/>行\n", 1, "<br/>"),
        ("`<pod>` 之后\n\n- 节点 <pod> 上\n", 3, "<pod>"),
        ("| 列 |\n| --- |\n| 甲<br>乙 |\n", 3, "<br>"),
        ("!!! note\n\n    甲 <img src=x>\n", 3, "<img src=x>"),
        ("正文[^1]\n\n[^1]: 甲 <br> 乙\n", 3, "<br>"),
        ("## 标题 <br> {#a}\n", 1, "<br>"),
    ],
)
def test_html_in_a_page_is_named(text, line, tag):
    only(text, line, f"不要在 docs/ 里写 HTML：{tag}", "Markdown")


def test_html_that_occurs_twice_is_named_on_both_lines():
    assert [line for line, _ in found("甲 <br> 乙\n\n`<br>`\n\n丙 <br> 丁\n")] == [1, 5]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("正文\n\n[链接](a.md){ .md-button }\n", 3, "class（md-button）"),
        ('# 标题 {#a style="color:red"}\n', 1, "style"),
        ('正文\n{ onclick="x()" }\n', 2, "onclick"),
    ],
)
def test_an_attribute_that_styles_or_runs_is_named(text, line, said):
    only(text, line, f"不要在 docs/ 里写 {said}")


def test_a_table_that_sets_an_alignment_is_named_at_its_rule():
    only("正文\n\n| 甲 | 乙 |\n| :-- | --- |\n| 1 | 2 |\n", 4, "分隔行不要写冒号")
    assert is_aligned_rule("| :-: | --- |") and not is_aligned_rule("| --- |") and not is_aligned_rule("a: - b")


def test_a_page_that_breaks_a_rule_raises_unless_someone_takes_the_report():
    with pytest.raises(SourceError) as caught:
        markdown.markdown("# 甲\n\n## 乙\n", extensions=[*EXTENSIONS, "source_checks"])
    assert caught.value.line == 1 and "“甲”" in caught.value.message
    assert str(caught.value).splitlines()[1].startswith("<markdown>:3: 标题“乙”")


def test_one_converter_forgets_the_page_before():
    collected = []
    md = markdown.Markdown(extensions=[*EXTENSIONS, SourceChecks(report=collected.append)])
    md.convert("# 甲\n")
    md.reset()
    md.convert("# 乙 {#b}\n")
    assert len(collected) == 1


def test_a_fence_line_is_told_from_inline_code():
    assert is_fence("```yaml") and is_fence("~~~") and is_fence("````")
    assert not is_fence("``` `` ```") and not is_fence("``yaml") and not is_fence("正文")


def test_marks_before_the_text_of_a_line_are_taken_off():
    assert text_of("  > - 1. 甲 ") == "甲"
    assert text_of("**粗** - 乙") == "**粗** - 乙"
