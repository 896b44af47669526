"""Draws each ```mermaid fence while the page is built: the page holds the picture, no script draws it.

A Python-Markdown extension on pymdownx.superfences, loaded by hooks.py.

    ```mermaid id="service-paths"
    flowchart LR
    accTitle: 一次访问怎样走到 Pod
    accDescr: 客户端先……
    ```

`id` is the figure's address, `accTitle` its caption, `accDescr` what a reader who cannot see it is told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from pymdownx.superfences import SuperFencesBlockPreprocessor

import diagram_engine
import diagram_picture
from front_matter import Problem
from source_checks import KEBAB

LANGUAGE = "mermaid"


@dataclass(frozen=True)
class Diagram:
    """A fence: its id ("" when none is written), its Mermaid source, and the line of the page (from 1) where it opens."""

    id: str
    source: str
    line: int


def take_over(md: Markdown, keep: Callable[..., str]) -> SuperFencesBlockPreprocessor:
    """Hand each ```mermaid fence to `keep(src, options, …)`, which returns what stands in its place; pymdownx.superfences comes first.

    Returns the preprocessor that reads the fences. Without this, the words behind the language would make superfences
    pass over the fence and misread all that follows.
    """
    reader = md.preprocessors["fenced_code_block"]
    reader.extension.extend_super_fences(LANGUAGE, keep, accept, None)
    return reader


def accept(language: str, inputs: dict, options: dict, attributes: dict, md: Markdown) -> bool:
    """Take the id from the fence's first line."""
    options.update(inputs)
    return True


class DiagramSources(Extension):
    """Knows the fences and draws nothing: for who reads a page's source, not its pictures."""

    def extendMarkdown(self, md: Markdown) -> None:
        take_over(md, lambda **_: "")


class Diagrams(Extension):
    """Draws the fences of a page and reports those that cannot be drawn.

    `report` receives the problems of a page. `path` and `first_line` (the line of the file at which the text given to
    Markdown begins) are set by the caller for each page.
    """

    def __init__(self, report: Callable[[list[Problem]], object], **settings: object) -> None:
        super().__init__(**settings)
        self.report = report
        self.path, self.first_line = "<markdown>", 1
        self.found: list[Diagram] = []
        self.opened = 0

    def extendMarkdown(self, md: Markdown) -> None:
        """Take over the language; pymdownx.superfences has to be registered before."""
        md.registerExtension(self)  # for reset()
        reader = take_over(md, self.keep)
        take_in = reader.process_nested_block

        def listen(ws: str, content: str, start: int, end: int) -> None:
            self.opened = start
            take_in(ws, content, start, end)

        reader.process_nested_block = listen
        md.treeprocessors.register(_Draw(md, self), "diagrams", 6)  # after inline markup, before links are resolved

    def reset(self) -> None:
        self.found = []

    def keep(self, src: str, options: dict, **_: object) -> str:
        """Keep the fence for the tree processor; what stands in the page meanwhile is its number."""
        self.found.append(Diagram(options.get("id", ""), src, self.opened + self.first_line))
        return str(len(self.found) - 1)


class _Draw(Treeprocessor):
    """Puts the figures where superfences left its placeholders."""

    def __init__(self, md: Markdown, diagrams: Diagrams) -> None:
        super().__init__(md)
        self.diagrams = diagrams

    def run(self, root: Element) -> None:
        places = {
            number: (parent, place)
            for parent in root.iter()
            for place, child in enumerate(parent)
            if (number := self.number(child)) is not None
        }
        problems: list[Problem] = []
        for number, diagram in enumerate(self.diagrams.found):
            try:
                drawn = figure(diagram)
                parent, place = places[number]
                drawn.tail, parent[place] = parent[place].tail, drawn
                continue
            except diagram_engine.DiagramError as error:
                fault, line = error.message, error.line
            except KeyError:
                fault, line = "不是独立的一段；请在围栏前后各空一行", 0
            problems.append(Problem(self.diagrams.path, diagram.line + line, f"第 {number + 1} 幅图{fault}"))
        if problems:
            self.diagrams.report(problems)

    def number(self, element: Element) -> int | None:
        """Return which diagram a paragraph stands for, if it holds nothing but the placeholder of one."""
        match = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip()) if element.tag == "p" and not len(element) else None
        kept = self.md.htmlStash.rawHtmlBlocks[int(match[1])] if match else None
        return int(kept) if isinstance(kept, str) and kept.isdigit() else None


def figure(diagram: Diagram) -> Element:
    """Return the <figure> of a fence; raises DiagramError with a Chinese message when it lacks something or cannot be drawn."""
    if not KEBAB.fullmatch(diagram.id):
        raise diagram_engine.DiagramError(f'的 id 缺失或不合要求；请写成 ```{LANGUAGE} id="service-paths"，只用小写英文字母、数字和连字符', 0)
    caption_id = f"{diagram.id}-caption"
    try:
        root, title, description = diagram_picture.picture(diagram_engine.render(diagram.source, diagram.id), caption_id)
    except diagram_engine.DiagramError as error:
        raise diagram_engine.DiagramError(f"画不出来，请照引擎的提示改写：{error.message}", error.line) from error
    except ValueError as error:
        raise diagram_engine.DiagramError(f"不合要求：{error}") from error
    if not title:
        raise diagram_engine.DiagramError("没有标题；请在图的种类下一行写 accTitle: 一句话，它会成为图题")
    if not description:
        raise diagram_engine.DiagramError("没有文字说明；请在 accTitle 下面写 accDescr: 图里画了什么，看不到图的读者靠它")
    kind = "sequence" if "pele-sequence" in root.get("class", "") else "plain"
    box = Element("figure", {"class": f"diagram diagram--{kind}", "id": diagram.id})
    box.append(diagram_picture.scrolling(root, f"图：{title}"))
    SubElement(box, "figcaption", {"class": "diagram__caption", "id": caption_id}).text = title
    return box
