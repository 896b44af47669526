"""```mermaid fences: what they become, and what is refused, by line."""

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

import diagrams

HEAD = "accTitle: 题目\naccDescr: 说明"
FLOW = f"flowchart LR\n{HEAD}\na[甲] --> b[乙]"


def fence(source: str, opening: str = '```mermaid id="a-b"') -> str:
    return f"{opening}\n{source}\n```"


def render(source: str) -> tuple[LexborHTMLParser, list[str]]:
    """Render one page; returns its HTML, parsed, and its problems as lines."""
    problems = []
    extension = diagrams.Diagrams(problems.extend)
    extension.path, extension.first_line = "docs/x.md", 6
    return LexborHTMLParser(markdown.markdown(source, extensions=["pymdownx.superfences", extension])), [str(problem) for problem in problems]


def test_a_fence_becomes_a_figure_with_a_caption_and_an_address():
    page, problems = render(fence(FLOW))
    assert problems == []
    assert page.css_first("figure#a-b.diagram--plain > figcaption").text() == "题目"
    assert "甲" in page.css_first("figure svg.pele").text() and page.css_first("figure desc").text() == "说明"


def test_a_sequence_is_known_as_one():
    page, _ = render(fence(f"sequenceDiagram\n{HEAD}\nA->>B: 问"))
    assert page.css_first("figure.diagram--sequence .pele-edge-label").text() == "问"


@pytest.mark.parametrize("indented", ["- 一项\n\n    {}", "> {}", "1. 一项\n\n    > {}"])
def test_a_fence_is_drawn_wherever_code_may_stand(indented):
    before, _, _ = indented.rpartition("\n")
    lead = indented.removeprefix(before).lstrip("\n").removesuffix("{}")
    page, problems = render((before + "\n" if before else "") + "\n".join(lead + line for line in fence(FLOW).split("\n")))
    assert problems == [] and page.css_first("figure svg.pele")


def test_a_fence_that_is_shown_is_not_drawn():
    page, problems = render(f"````text\n{fence('flowchart LR')}\n````")
    assert problems == [] and page.css_first("svg") is None


def test_other_languages_are_left_alone():
    assert "kind" in render("```yaml\nkind: Pod\n```")[0].css_first("code").text()


@pytest.mark.parametrize(("source", "line", "said"), [
    (fence(FLOW, "```mermaid"), 6, "id"),
    (fence(FLOW, '```mermaid id="A_b"'), 6, "id"),
    (fence(FLOW.replace("accTitle", "%% ")), 7, "accTitle"),
    (fence("flowchart LR\naccTitle: 题目\na --> b"), 7, "accDescr"),
    (fence(f"{FLOW}\nb --> ["), 11, "画不出来"),
    (fence(f"{FLOW}\nstyle a fill:#f00"), 7, "颜色"),
    (f"文字\n{fence(FLOW)}\n文字", 7, "各空一行"),
])
def test_a_fault_is_told_with_page_diagram_and_line(source, line, said):
    _, problems = render(source)
    assert len(problems) == 1 and problems[0].startswith(f"docs/x.md:{line}: 第 1 幅图") and said in problems[0]


def test_who_reads_a_source_passes_over_a_diagram_and_misreads_nothing_behind_it():
    html = markdown.markdown(f"{fence(FLOW)}\n\n[链接](x)\n\n```yaml\nkind: Pod\n```", extensions=["pymdownx.superfences", diagrams.DiagramSources()])
    page = LexborHTMLParser(html)
    assert page.css_first("a").text() == "链接" and "kind" in page.css_first("code").text() and "甲" not in html


def test_each_page_begins_to_count_anew():
    problems = []
    extension = diagrams.Diagrams(problems.extend)
    md = markdown.Markdown(extensions=["pymdownx.superfences", extension])
    md.convert(fence(FLOW))
    md.reset()
    md.convert(fence(FLOW, "```mermaid"))
    assert [str(problem).partition("幅图")[0] for problem in problems] == ["<markdown>:1: 第 1 "]
