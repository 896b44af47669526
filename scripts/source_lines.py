"""How the lines of a page's Markdown relate to what Python-Markdown makes of them: fences, markers, raw HTML.

Used by source_checks.py.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.htmlparser import HTMLExtractor
from markdown.util import HTML_PLACEHOLDER_RE

FENCE = re.compile(r"(?P<run>`{3,}|~{3,})(?P<rest>.*)")
"""A line that opens or closes a fence, its indent and markers taken off."""

MARKERS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*")
"""What may stand before the text of a line: indent, quote marks, list marks."""

CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
"""Inline code within one line."""


def align(source: list[str], rest: list[str]) -> list[int]:
    """Compare the lines before and after superfences put a placeholder in place of each fence.

    Out: for each line of `rest` the index of the line of `source` at which it
    begins, and at the end the index after the last one. A fence is the only
    thing that spans more than one line.
    """
    begins, at = [], 0
    for line in rest:
        begins.append(at)
        at = _closing(source, at) if HTML_PLACEHOLDER_RE.search(line) and line != source[at] else at + 1
    return [*begins, at]


def _closing(source: list[str], start: int) -> int:
    """Out: the index after the line that closes the fence which opens at `start`."""
    opening = source[start]
    run, indent = FENCE.match(bare(opening))["run"], len(opening) - len(bare(opening))
    for number, line in enumerate(source[start + 1 :], start + 2):
        if bare(line).rstrip() == run and (">" in opening[:indent] or len(line) - len(bare(line)) == indent):
            return number
    raise ValueError(f"superfences closed a fence that has no closing line: {opening}")


def bare(line: str) -> str:
    """Take the indent and quote marks off a line, as superfences does."""
    return line.lstrip(" \t>")


def text_of(line: str) -> str:
    """Take indent, quote marks and list marks off a line."""
    return line[MARKERS.match(line).end():].rstrip()


def is_fence(text: str) -> bool:
    """Say whether a line without markers opens or closes a fence (CommonMark 0.31 §4.5)."""
    match = FENCE.match(text)
    return bool(match) and not ("`" in match["rest"] and match["run"][0] == "`")


def is_aligned_rule(line: str) -> bool:
    """Say whether a line is the rule under a table's head and sets an alignment."""
    return "-" in line and ":" in line and not line.strip(" |:->")


class HtmlBlocks(HTMLExtractor):
    """Python-Markdown's own extractor, run once more to learn the line of each raw block."""

    class _Md:
        """Stands in for Markdown, so that nothing is stored twice."""

        class htmlStash:  # noqa: N801 (name of Python-Markdown)
            @staticmethod
            def store(html: str) -> str:
                return ""

        def __init__(self, md: Markdown) -> None:
            self.is_block_level = md.is_block_level

    def __init__(self, md: Markdown) -> None:
        super().__init__(self._Md(md))
        self.tags: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        was_raw = self.inraw
        super().handle_starttag(tag, attrs)
        if self.inraw and not was_raw:
            self.tags.append((self.lineno, self.get_starttag_text()))

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        if is_block and not self.inraw and self.at_line_start() and not data.startswith("<!--"):
            self.tags.append((self.lineno, data))
        super().handle_empty_tag(data, is_block)
