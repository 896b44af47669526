"""The Markdown of a page is prose with fenced code: explicit ids, closed fences, no HTML.

Run by Python-Markdown while it renders a page; scripts/hooks.py adds the extension.

Everything is read off Python-Markdown's own work (its lines before and after
the fences are taken out, its HTML extractor, its tree), so the checks agree
with what a reader gets from fences, tables, lists, admonitions and blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.superfences import RE_NESTED_FENCE_START

from front_matter import Problem
from source_lines import CODE_SPAN, FENCE, HtmlBlocks, align, bare, is_aligned_rule, is_fence, text_of

HEADINGS = ("h1", "h2", "h3", "h4")

KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""An id that is published for ever: small ASCII letters, digits, single hyphens."""

class SourceError(Exception):
    """Raised for a page that breaks the rules: `.problems`; `.line` and `.message` of the first."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems, self.line, self.message = problems, problems[0].line, problems[0].message


class SourceChecks(Extension):
    """Check each page that passes through Markdown.

    `report` receives the problems of a page, by line; without it SourceError is
    raised. `path` (str) and `first_line` (int, from 1; the line of the file at
    which the text given to Markdown begins) are set by the caller for each page.
    """

    def __init__(self, report: Callable[[list[Problem]], object] | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        self.report = report
        self.path, self.first_line = "<markdown>", 1

    def extendMarkdown(self, md: Markdown) -> None:
        page = _Page(self)
        md.preprocessors.register(_Call(md, page.before_fences), "checks-before-fences", 25.5)
        md.preprocessors.register(_Call(md, page.after_fences), "checks-after-fences", 24.5)
        md.treeprocessors.register(_Visit(md, page.block_tree), "checks-blocks", 45)
        md.inlinePatterns.register(_InlineHtml(HTML_RE, md, page), "checks-html", 90.5)
        md.treeprocessors.register(_Visit(md, page.before_attributes), "checks-before-attributes", 8.5)
        md.treeprocessors.register(_Visit(md, page.after_attributes), "checks-after-attributes", 7.5)


class _Page:
    """What is known of the page that is being rendered."""

    def __init__(self, extension: SourceChecks) -> None:
        self.extension = extension

    def before_fences(self, md: Markdown, lines: list[str]) -> None:
        self.first = self.extension.first_line
        self.source = list(lines)
        self.found: list[tuple[int, str]] = []

    def after_fences(self, md: Markdown, lines: list[str]) -> None:
        """Check the fences, find raw HTML blocks, keep the prose with its line numbers."""
        begins = align(self.source, lines)
        self.prose = [(i + self.first, line) for i, end, line in zip(begins, begins[1:], lines) if end == i + 1]
        for start, end in zip(begins, begins[1:]):
            if end > start + 1:
                self.found += fence_faults(self.source[start:end], start + self.first)
        for number, line in self.prose:
            if is_fence(text_of(line)):
                self.found.append((number, _unclosed(text_of(line))))
        finder = HtmlBlocks(md)
        finder.feed("\n".join(lines))
        finder.close()
        self.found += [(begins[line - 1] + self.first, _no_html(tag)) for line, tag in finder.tags]
        self.unclaimed = [[number, CODE_SPAN.sub("", line)] for number, line in self.prose]

    def block_tree(self, root: Element) -> None:
        """Read what is still raw text before inline markup is parsed."""
        self.headings: list[tuple[Element, str, int]] = []
        line = 0
        for element in (e for e in root.iter() if e.tag in HEADINGS):
            raw = (element.text or "").strip()
            line = self._line_of_heading(raw, after=line)
            self.headings.append((element, raw, line))
        for pre in root.iter("pre"):
            first = "".join(pre.itertext()).strip().split("\n")[0]
            self.found.append((self._line_of(first), _indented(first)))
        if any(cell.get("style") for cell in root.iter("th")):
            rule = next((n for n, line in self.prose if is_aligned_rule(line)), self.first)
            self.found.append((rule, "表格的分隔行不要写冒号（对齐会变成 style=）。请写成 | --- | --- |"))

    def inline_html(self, tag: str) -> None:
        """Note raw inline HTML; the k-th tag of one spelling is on the k-th line that spells it."""
        if tag.startswith("<!--"):
            return
        opening = tag.split("\n")[0]
        for entry in self.unclaimed:
            if opening in entry[1]:
                entry[1] = entry[1].replace(opening, "", 1)
                self.found.append((entry[0], _no_html(tag)))
                return
        self.found.append((self._line_of(opening), _no_html(tag)))

    def before_attributes(self, root: Element) -> None:
        self.attributes = {element: dict(element.attrib) for element in root.iter()}

    def after_attributes(self, root: Element) -> None:
        """Compare what the attribute lists added; check the ids; report."""
        for element in root.iter():
            for name, value in element.attrib.items():
                old = self.attributes.get(element, {}).get(name)
                if value != old and (name in ("class", "style") or name.startswith("on")):
                    last = str(value).split()[-1] if value else name
                    line = next((n for n, text in self.prose if "{" in text and last in text), self.first)
                    self.found.append((line, _no_attribute(name, last)))
        lines_of_ids: dict[str, int] = {}
        for element, raw, line in self.headings:
            title = AttrListTreeprocessor.HEADER_RE.sub("", raw)
            self.found += [(line, fault) for fault in heading_faults(element.get("id"), title, lines_of_ids)]
            lines_of_ids.setdefault(element.get("id") or "", line)
        self._report()

    def _report(self) -> None:
        if not self.found:
            return
        found = [Problem(self.extension.path, line, text) for line, text in sorted(set(self.found))]
        if self.extension.report is None:
            raise SourceError(found)
        self.extension.report(found)

    def _line_of_heading(self, raw: str, after: int) -> int:
        lines = [(n, text_of(line).lstrip("#").strip()) for n, line in self.prose]
        same = [n for n, line in lines if line == raw or line.rstrip("#").strip() == raw]
        return next((n for n in same if n > after), same[0] if same else max(after, self.first))

    def _line_of(self, text: str) -> int:
        return next((n for n, line in enumerate(self.source, self.first) if text and text in line), self.first)


def fence_faults(lines: list[str], start: int) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for a fence; `lines` from its opening to its closing line, `start` is the line of the opening."""
    opening = bare(lines[0])
    match = RE_NESTED_FENCE_START.match(opening)
    if not (match["lang"] or (match["attrs"] or "").lstrip("{: ").startswith(".")):
        yield start, (
            f"代码块没有写语言：{opening}。请写成 {match['fence']}yaml、{match['fence']}shell，"
            f"纯文字写 {match['fence']}text"
        )
    for number, line in enumerate(lines[1:-1], start + 1):
        inner = FENCE.match(bare(line))
        if inner and inner["run"].startswith(match["fence"]) and is_fence(bare(line)) and inner["rest"].strip():
            yield start, (
                f"代码块没有结束：{opening}，第 {number} 行又开始了 {bare(line)}。请在代码之后另起一行写 "
                f"{match['fence']}；要展示围栏本身，外层用 {match['fence']}{match['fence'][0]}"
            )


def heading_faults(anchor: str | None, title: str, taken: dict[str, int]) -> Iterator[str]:
    """Yield what is wrong with the id of a heading; `taken` maps the page's earlier ids to lines."""
    if not anchor:
        yield f"标题“{title}”没有写明 id。请在行末加上 {{#…}}，例如 ## 什么是 Service？ {{#what-is-a-service}}"
    elif not KEBAB.fullmatch(anchor):
        yield (
            f"标题“{title}”的 id“{anchor}”不合要求。请只用小写英文字母、数字和单个连字符，以字母开头，"
            "例如 {#what-is-a-service}"
        )
    elif anchor in taken:
        yield f"标题“{title}”的 id“{anchor}”重复，第 {taken[anchor]} 行已经用了。请换一个全站唯一的 id"


def _unclosed(text: str) -> str:
    return f"代码块没有结束，或开头、缩进写得不对：{text}。请让开头和结尾的围栏一样长、缩进相同，语言后面不要写别的"


def _indented(text: str) -> str:
    return (
        f"缩进四格的文字变成了代码块：{text}。代码请写成 ``` 围栏并注明语言；"
        "列表里的内容要比列表标记多缩进四格，前面空一行"
    )


def _no_html(tag: str) -> str:
    return f"不要在 docs/ 里写 HTML：{tag}。请改用 Markdown；要让读者看到尖括号，请写成行内代码 `{tag}`"


def _no_attribute(name: str, value: str) -> str:
    return f"不要在 docs/ 里写 {name}（{value}）。请去掉花括号里的这一项；样式写在 overrides/assets/stylesheets/"


class _Call(Preprocessor):
    """A preprocessor that looks at the lines and leaves them as they are."""

    def __init__(self, md: Markdown, look: Callable[[Markdown, list[str]], None]) -> None:
        super().__init__(md)
        self.look = look

    def run(self, lines: list[str]) -> list[str]:
        self.look(self.md, lines)
        return lines


class _Visit(Treeprocessor):
    """A tree processor that looks at the tree and leaves it as it is."""

    def __init__(self, md: Markdown, look: Callable[[Element], None]) -> None:
        super().__init__(md)
        self.look = look

    def run(self, root: Element) -> None:
        self.look(root)


class _InlineHtml(InlineProcessor):
    """Sees each raw inline tag and leaves it to Python-Markdown."""

    def __init__(self, pattern: str, md: Markdown, page: _Page) -> None:
        super().__init__(pattern, md)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, None, None]:
        self.page.inline_html(m.group(1))
        return None, None, None


def makeExtension(**kwargs) -> SourceChecks:  # noqa: N802 (name given by Python-Markdown)
    """Entry point of Python-Markdown."""
    return SourceChecks(**kwargs)
