"""The schema of the front matter, fault by fault."""

import pytest
from front_matter import FrontMatter, FrontMatterError, problems, read, schema_table

GOOD = "---\ntitle: Pod\ndescription: 工作负载、资源与调度，一页讲清。\n---\n\n# Pod {#pods}\n"


def page(**changes: str | None) -> str:
    """A page whose front matter differs from a good one; None drops a key."""
    keys = {"title": "Pod", "description": "工作负载、资源与调度，一页讲清。"} | changes
    lines = [f"{key}: {value}" for key, value in keys.items() if value is not None]
    return "\n".join(["---", *lines, "---", "# Pod {#pods}", ""])


def only(source: str | bytes, **options) -> str:
    """The one problem of a page, as printed."""
    (problem,) = problems(source, "docs/pods.md", **options)
    return str(problem)


def test_a_good_page_has_no_problem():
    assert problems(GOOD, "docs/pods.md") == []
    assert problems(GOOD.encode(), "docs/pods.md") == []
    assert problems(page(icon="material/cube-outline", template="home.html"), "docs/pods.md") == []


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    assert problems(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), "docs/pods.md") == []
    assert read(GOOD.replace("\n", "\r\n")) == read(GOOD)


def test_reading_gives_the_keys_and_the_line_at_which_the_body_begins():
    data, body_line = read(GOOD)
    assert data == {"title": "Pod", "description": "工作负载、资源与调度，一页讲清。"}
    assert GOOD.split("\n")[body_line - 1] == "# Pod {#pods}"


def test_the_body_begins_where_mkdocs_lets_it_begin():
    from mkdocs.utils.meta import get_data

    for source in (GOOD, page(), GOOD.replace("\n\n", "\n\n\n\n"), "---\ntitle: a\n...\nx\n"):
        body, data = get_data(source)
        assert read(source)[0] == data
        assert "\n".join(source.split("\n")[read(source)[1] - 1 :]) == body


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        (page(title=None), 1, "缺少 title"),
        (page(description=None), 1, "缺少 description"),
        (page(title=""), 2, "title 的值要是文字"),
        (page(title='"  "'), 2, "title 的值“  ”不合要求：不能为空"),
        (page(title="2024"), 2, "请用英文引号括起来"),
        (page(description="太短了。"), 3, "10–120 个字，以“。”结尾，现在是 4 个字"),
        (page(description="长" * 120 + "。"), 3, "现在是 121 个字"),
        (page(description="这一句话的末尾没有写上句号"), 3, "以“。”结尾"),
        (page(icon="Cube.svg"), 4, "icon 的值“Cube.svg”不合要求"),
        (page(template="home"), 4, "template 的值“home”不合要求"),
        (page(descripton="x"), 4, "不认识的键 descripton。是不是想写 description？"),
        (page(tags="x"), 4, "不认识的键 tags。可以写的键：title、description、icon、template"),
        (page(title="a: b"), 2, "不是有效的 YAML（mapping values are not allowed here）"),
        (page(title="'a"), 2, "不是有效的 YAML"),
        (page(icon="a/b\ntitle: again"), 5, "键 title 写了两次（前一次在第 2 行）"),
        ("---\n- a\n---\n", 2, "没有键"),
        ("---\ntitle: Pod\n", 1, "front matter 没有结束"),
        ("# Pod\n", 1, "文件开头缺少 front matter"),
        ("title: Pod\n\n# Pod\n", 1, "文件开头缺少 front matter"),
        ("", 1, "文件开头缺少 front matter"),
    ],
)
def test_a_fault_is_named_with_its_line_and_remedy(source, line, said):
    text = only(source)
    assert text.startswith(f"docs/pods.md:{line}: ") and said in text, text


def test_several_faults_are_listed_by_line():
    found = problems(page(title=None, icon="x", descripton="y"), "docs/pods.md")
    assert [problem.line for problem in found] == [1, 3, 4]


def test_a_file_that_is_not_utf8_is_named_with_the_line_of_the_first_such_byte():
    text = only(page().encode() + "第六行".encode() + b"\n" + "第七行".encode("gbk"))
    assert text == "docs/pods.md:7: 这一行有不是 UTF-8 的字节（0xB5）。请用编辑器把整个文件另存为 UTF-8"


def test_an_icon_or_a_template_that_the_theme_lacks_is_a_fault():
    theme = {".icons/material/cube.svg", "home.html"}.__contains__
    assert problems(page(icon="material/cube", template="home.html"), "docs/pods.md", theme) == []
    assert "主题里没有这个图标" in only(page(icon="material/cub"), in_theme=theme)
    assert "没有这个模板" in only(page(template="hom.html"), in_theme=theme)


def test_reading_front_matter_that_mkdocs_would_show_as_text_raises():
    with pytest.raises(FrontMatterError) as caught:
        read(page(title="a: b"))
    assert caught.value.line == 2 and "YAML" in caught.value.message


def test_the_table_for_readme_names_each_key_and_its_example_fits_the_schema():
    rows = schema_table().splitlines()[2:]
    examples = {}
    for row, (key, field) in zip(rows, FrontMatter.model_fields.items(), strict=True):
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[:2] == [f"`{key}`", "是" if field.is_required() else "否"]
        assert len(cells) == 5 and all(cells)
        examples[key] = cells[4].strip("`")
    assert FrontMatter.model_validate(examples)
