"""Chinese typography of the pages follows .autocorrectrc: spaces, full-width marks, quotes.

Run by `make check` and `make test`; needs no built site.
"""

import re
from pathlib import Path

import autocorrect_py
import pytest

ROOT = Path(__file__).parents[2]
RULES = (ROOT / ".autocorrectrc").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").rglob("*.md"))

#: Slips between text and markup, which AutoCorrect reads apart, and one mark for which it has no rule.
EDGES = {
    "汉字与行内代码之间空一格": re.compile(r"[\u4e00-\u9fff]`[^`]+`|`[^`]+`[\u4e00-\u9fff]"),
    "引号“”的内外两侧都不留空格": re.compile(r"“\s|\s”|[\u4e00-\u9fff] “|” [\u4e00-\u9fff]"),
    "破折号——两侧不留空格": re.compile(r"\s——|——\s"),
}

#: Inline code within one line.
CODE_SPAN = re.compile(r"`[^`]+`")


def faults(source: str, path: str) -> list[str]:
    """Give each fault as `path:line: what is wrong`."""
    autocorrect_py.load_config(RULES)
    found = autocorrect_py.lint_for(source, "markdown").lines
    corrected = [f"{path}:{fault.line}: 「{fault.old.strip()}」应为「{fault.new.strip()}」" for fault in found]
    return corrected + [f"{path}:{number}: {rule}：「{text}」" for number, rule, text in edge_faults(source)]


def edge_faults(source: str) -> list[tuple[int, str, str]]:
    """Find the slips of EDGES outside fenced code: line, rule, the text at fault."""
    found = []
    fenced = False
    for number, line in enumerate(source.split("\n"), start=1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            spans = CODE_SPAN.sub("`x`", line)  # what stands inside a span is no edge
            found += [(number, rule, match[0]) for rule, slip in EDGES.items() for match in slip.finditer(spans)]
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_chinese_typography_follows_the_rules(page: Path):
    source = page.read_text(encoding="utf-8")
    found = faults(source, page.relative_to(ROOT).as_posix())
    assert not found, "\n".join(found)


def test_there_are_pages_to_check():
    assert len(PAGES) >= 7


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("没有ip段。", "没有 ip 段。"),
        ("实现 Pod 的 “服务发现”。", "实现 Pod 的“服务发现”。"),
        ("通过 DNS （如 CoreDNS）实现。", "通过 DNS（如 CoreDNS）实现。"),
        ("资源不足,调度失败.", "资源不足，调度失败。"),
        ("```yaml\na: b  # 关联CSI存储类\n```", "```yaml\na: b  # 关联 CSI 存储类\n```"),
        ("挂载到 `/data`目录。", "挂载到 `/data` 目录。"),
        ("核心是“ **以云为中心**”。", "核心是“**以云为中心**”。"),
        ("依赖它 ——删除就失效。", "依赖它——删除就失效。"),
    ],
)
def test_a_typographic_slip_is_named_with_file_and_line(wrong: str, right: str):
    found = faults(f"# 标题 {{#heading}}\n\n{wrong}\n", "docs/pods.md")
    line = 4 if wrong.startswith("```") else 3
    assert found and all(fault.startswith(f"docs/pods.md:{line}: ") for fault in found)
    assert faults(f"# 标题 {{#heading}}\n\n{right}\n", "docs/pods.md") == []
