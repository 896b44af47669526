"""Every page opens with front matter that fits one documented schema.

Run by scripts/hooks.py before MkDocs reads a page; `schema_table` feeds README.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Annotated, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 10, 120

Text = Annotated[str, StringConstraints(strip_whitespace=True, strict=True)]


class FrontMatter(BaseModel):
    """What may stand between the two `---` lines that open a page.

    `json_schema_extra` holds the rule and the example that README and every
    error message show, so that they cannot differ.
    """

    model_config = ConfigDict(extra="forbid")

    title: Text = Field(
        min_length=1,
        description="页面的名字，用在导航、浏览器标签和搜索结果里",
        json_schema_extra={"rule": "不能为空", "example": "Pod"},
    )
    description: Text = Field(
        min_length=SHORTEST_DESCRIPTION,
        max_length=LONGEST_DESCRIPTION,
        pattern=r"。$",
        description="一句话说清读者能从这一页学到什么，用在搜索引擎和分享卡片里",
        json_schema_extra={
            "rule": f"{SHORTEST_DESCRIPTION}–{LONGEST_DESCRIPTION} 个字，以“。”结尾",
            "example": "工作负载、资源与调度：Pod 从创建到重启的每一步。",
        },
    )
    icon: Text | None = Field(
        default=None,
        pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)+$",
        description="导航和首页卡片上的图标，写 Material 自带图标的路径",
        json_schema_extra={"rule": "小写的 `图标集/图标名`，图标必须存在", "example": "material/cube-outline"},
    )
    template: Text | None = Field(
        default=None,
        pattern=r"^[a-z0-9-]+\.html$",
        description="这一页改用的模板，放在 `overrides/` 里",
        json_schema_extra={"rule": "模板的文件名，模板必须存在", "example": "home.html"},
    )


class Problem(NamedTuple):
    """One fault of one source file: path as the author knows it, line from 1, message in Chinese."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class FrontMatterError(ValueError):
    """Front matter that cannot be read at all: `.line` counts from 1, `.message` is Chinese."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


def read(source: str) -> tuple[dict, int]:
    """Split the front matter off a page.

    In: the whole text of a page. Out: the mapping, and the number (from 1) of
    the first line that MkDocs hands to Markdown: it drops the blank lines after
    the closing `---` (mkdocs/utils/meta.py, `get_data`).
    Raises FrontMatterError where MkDocs would silently show the YAML as text.
    """
    data, _, body_line = _parse(source)
    return data, body_line


def problems(
    source: str | bytes, path: str, in_theme: Callable[[str], bool] | None = None
) -> list[Problem]:
    """List what is wrong with the front matter of a page.

    In: the page (bytes as on disk, or text), its path for the messages, and
    optionally a function that says whether the theme's folders hold a file
    (`.icons/material/cube-outline.svg`, `home.html`). Out: problems, by line.
    Raises nothing: a file that cannot be decoded or parsed is a problem too.
    """
    try:
        text = decode(source) if isinstance(source, bytes) else source
        data, lines, _ = _parse(text)
    except FrontMatterError as error:
        return [Problem(path, error.line, error.message)]
    found = [(lines.get(key, 1), message) for key, message in _faults(data, in_theme)]
    return [Problem(path, line, message) for line, message in sorted(found)]


def decode(source: bytes) -> str:
    """Decode a page from UTF-8 (a byte order mark is dropped, as MkDocs does).

    Raises FrontMatterError with the line of the first byte that is not UTF-8.
    """
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        byte = source[error.start]
        raise FrontMatterError(
            line, f"这一行有不是 UTF-8 的字节（0x{byte:02X}）。请用编辑器把整个文件另存为 UTF-8"
        ) from None


def schema_table() -> str:
    """Render the schema as a Markdown table in Chinese, for README."""
    rows = ["| 键 | 必填 | 写什么 | 要求 | 例子 |", "| --- | --- | --- | --- | --- |"]
    for key, field in FrontMatter.model_fields.items():
        extra = field.json_schema_extra
        required = "是" if field.is_required() else "否"
        rows.append(f"| `{key}` | {required} | {field.description} | {extra['rule']} | `{extra['example']}` |")
    return "\n".join(rows) + "\n"


def _parse(source: str) -> tuple[dict, dict[str, int], int]:
    """Out: the mapping, the line of each key, the line of the body. Raises FrontMatterError."""
    lines = source.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip(" \t") != "---":
        raise FrontMatterError(
            1, "文件开头缺少 front matter。请在第一行写 ---，接着写 title 和 description，再用一行 --- 结束"
        )
    end = next((i for i, line in enumerate(lines) if i and line.rstrip(" \t") in ("---", "...")), None)
    if end is None:
        raise FrontMatterError(1, "front matter 没有结束。请在最后一个键的下一行写 ---")
    data, key_lines = _load("\n".join(lines[1:end]) + "\n")
    body = next((i for i, line in enumerate(lines) if i > end and line), len(lines) - 1)
    return data, key_lines, body + 1


def _load(text: str) -> tuple[dict, dict[str, int]]:
    """Load the YAML between the `---` lines, which begins on line 2 of the page."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark and mark.line >= text.count("\n"):  # at the end: what is open there began earlier
            mark = error.context_mark or mark
        line = mark.line + 2 if mark else 1
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        raise FrontMatterError(
            line,
            f"front matter 不是有效的 YAML（{what}）。每行写成“键: 值”，冒号后面空一格；"
            "值里有冒号、# 或引号时，用英文单引号把整个值括起来",
        ) from None
    if data is None:
        return {}, {}
    if not isinstance(data, dict):
        raise FrontMatterError(2, "front matter 里没有键。每行要写成“键: 值”，例如 title: Pod")
    key_lines: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 2
        if key.value in key_lines:
            raise FrontMatterError(
                line, f"键 {key.value} 写了两次（前一次在第 {key_lines[key.value]} 行）。请只留一个"
            )
        key_lines[key.value] = line
    return {str(key): value for key, value in data.items()}, key_lines


def _faults(data: dict, in_theme: Callable[[str], bool] | None) -> Iterator[tuple[str, str]]:
    """Yield (key, message) for each way in which `data` breaks the schema."""
    try:
        page = FrontMatter.model_validate(data)
    except ValidationError as error:
        for fault in error.errors():
            key = str(fault["loc"][0])
            yield key, _message(key, fault)
        return
    if in_theme and page.icon and not in_theme(f".icons/{page.icon}.svg"):
        yield "icon", f"icon 的值“{page.icon}”不对：主题里没有这个图标。请到 Material 的图标列表里查它的名字"
    if in_theme and page.template and not in_theme(page.template):
        yield "template", f"template 的值“{page.template}”不对：没有这个模板。请检查 overrides/ 里的文件名"


def _message(key: str, fault: dict) -> str:
    """Say in Chinese what one error of pydantic means and what to write instead."""
    fields = FrontMatter.model_fields
    if fault["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, fields, n=1, cutoff=0.5)
        hint = f"是不是想写 {near[0]}？" if near else ""
        return f"不认识的键 {key}。{hint}可以写的键：{'、'.join(fields)}"
    extra = fields[key].json_schema_extra
    example = f"例如 {key}: {extra['example']}"
    if fault["type"] == "missing":
        return f"缺少 {key}（{fields[key].description}）。请加上一行，{example}"
    if fault["type"] == "string_type":
        return f"{key} 的值要是文字：{extra['rule']}；数字、日期或 true 请用英文引号括起来，{example}"
    length = f"，现在是 {len(fault['input'].strip())} 个字" if "too_" in fault["type"] else ""
    return f"{key} 的值“{fault['input']}”不合要求：{extra['rule']}{length}。{example}"
