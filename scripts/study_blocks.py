"""The blocks that Markdown lacks for a study site: `errata` (勘误) and `supplement` (补充).

A Python-Markdown extension on pymdownx.blocks, loaded by hooks.py.

    /// errata
    > 笔记的原话，一整句。

    错在哪里，正确的说法是什么。

    来源：[标题](https://kubernetes.io/docs/…)
    ///

An entry begins at each quote; a block may hold several. `supplement` holds one paragraph that names its sources.
"""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from front_matter import Problem
from note_units import normalise, sentences, units_of_notes
from source_hosts import HOSTS

SOURCES = "来源："


class Errata(Block):
    """Folds the corrections of a section: <details class="errata">, one <div class="erratum"> for each quote."""

    NAME = "errata"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "details", {"class": "errata"})

    def on_end(self, block: Element) -> None:
        entries: list[Element] = []
        for child in list(block):
            block.remove(child)
            if child.tag == "blockquote" or not entries:
                entries.append(Element("div", {"class": "erratum"}))
            entries[-1].append(child)
        SubElement(block, "summary").text = f"勘误（{len(entries)} 处）" if len(entries) > 1 else "勘误"
        block.extend(entries)


class Supplement(Block):
    """Marks a section as ours, not the notes': <p> with 补充 and its sources, in a <div class="supplement">."""

    NAME = "supplement"

    def on_create(self, parent: Element) -> Element:
        box = SubElement(parent, "div", {"class": "supplement"})
        SubElement(box, "p", {"class": "supplement__mark"}).text = "补充：这一节是笔记之外的内容"
        return box


def quotable(notes: str) -> frozenset[str]:
    """Return every sentence, item, cell and heading of the notes (Markdown) in the form that quotes are compared in."""
    return frozenset(unit.key for unit in units_of_notes(notes))


def block_lines(lines: list[str]) -> tuple[list[int], list[int]]:
    """Return the line numbers (from 1) at which errata entries and supplements begin, both in page order."""
    entries: list[int] = []
    supplements: list[int] = []
    inside, previous, fresh = "", "", False
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text.startswith("///"):
            inside = text.strip("/ ")
            fresh = inside == "errata"
            if inside in ("errata", "supplement"):
                (entries if fresh else supplements).append(number)
        elif inside == "errata" and text:
            if text.startswith(">") and not previous.startswith(">"):
                entries[len(entries) - fresh :] = [number]  # the first quote stands for the block's own line
            fresh = False
        previous = text
    return entries, supplements


def erratum_faults(entry: Element, notes: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with one entry, in Chinese."""
    quote = entry.find("blockquote")
    if quote is None or not text_of(quote):
        yield "勘误要以“> 原话”开头：先照抄笔记的一整句，再写错在哪里。"
        return
    for said in [sentence for paragraph in quote.iter("p") for sentence in sentences(text_of(paragraph))]:
        if normalise(said) and normalise(said) not in notes:
            yield f"笔记里没有“{said.strip()}”；请照抄整句（或整个列表项、整个单元格），见 docs/original-notes.txt。"
    if not any(child is not quote and not text_of(child).startswith(SOURCES) for child in entry):
        yield "没有写错在哪里；请在引文后面加一段说明。"
    yield from source_faults(entry)


def source_faults(block: Element) -> Iterator[str]:
    """Yield the faults of a block's 来源 paragraph: missing, without a link, or a host that is no primary source."""
    links = [link.get("href", "") for child in block if child.tag == "p" and text_of(child).startswith(SOURCES) for link in child.iter("a")]
    if not links:
        yield f"缺来源；请在末尾写一段“{SOURCES}[标题](https://…)”。"
    for link in links:
        host = urlsplit(link).hostname
        if urlsplit(link).scheme != "https" or host not in HOSTS:
            yield f"{host or link} 不是认可的来源；请引用官方文档、规范、KEP 或源码（清单在 scripts/source_hosts.py）。"


def text_of(element: Element) -> str:
    """Return an element's text."""
    return "".join(element.itertext()).strip()


class StudyBlocks(BlocksExtension):
    """Registers both blocks and checks them.

    `notes`: what `quotable` returned; `report` receives a page's problems. `path` and `first_line` (the line of the
    file at which the text given to Markdown begins) are set by the caller for each page.
    """

    def __init__(self, notes: frozenset[str], report: Callable[[list[Problem]], object], **settings: object) -> None:
        super().__init__(**settings)
        self.notes, self.report = notes, report
        self.path, self.first_line = "<markdown>", 1

    def extendMarkdownBlocks(self, md: Markdown, block_mgr) -> None:
        block_mgr.register(Errata, self.getConfigs())
        block_mgr.register(Supplement, self.getConfigs())
        keeper = _Keep(md)
        md.preprocessors.register(keeper, "study_blocks_lines", 100)
        md.treeprocessors.register(_Check(md, self, keeper), "study_blocks_check", 4)  # after inline markup


class _Keep(Preprocessor):
    """Keeps the page's lines, so that a fault can be placed."""

    kept: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        self.kept = list(lines)
        return lines


class _Check(Treeprocessor):
    """Reports the faults of a page's blocks, each with its line."""

    def __init__(self, md: Markdown, blocks: StudyBlocks, keeper: _Keep) -> None:
        super().__init__(md)
        self.blocks, self.keeper = blocks, keeper

    def run(self, root: Element) -> None:
        entry_lines, supplement_lines = block_lines(self.keeper.kept)
        entries = [div for div in root.iter("div") if div.get("class") == "erratum"]
        supplements = [div for div in root.iter("div") if div.get("class") == "supplement"]
        faults = [(line, f"勘误：{fault}") for line, entry in zip(entry_lines, entries, strict=True) for fault in erratum_faults(entry, self.blocks.notes)]
        faults += [(line, f"补充：{fault}") for line, box in zip(supplement_lines, supplements, strict=True) for fault in source_faults(box)]
        if faults:
            self.blocks.report([Problem(self.blocks.path, line + self.blocks.first_line - 1, fault) for line, fault in faults])
