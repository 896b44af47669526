"""What the engine draws becomes elements that our pages may hold."""

from xml.etree.ElementTree import tostring

import pytest

import diagram_picture
from diagram_engine import render

FLOW = 'flowchart LR\naccTitle: t\naccDescr: 说明\na["甲"]:::store --> b["乙"]\nclick b "pods.md#x" "提示"'
CALLS = "sequenceDiagram\naccTitle: t\naccDescr: 说明\nautonumber\nparticipant A as 甲\nparticipant B as 乙\nA->>B: 问"


@pytest.mark.parametrize("source", [FLOW, CALLS])
def test_no_style_namespace_or_machine_name_is_left(source):
    text = tostring(diagram_picture.picture(render(source, "x"), "x-caption").root, encoding="unicode")
    assert "style=" not in text and "xmlns" not in text and "data-id" not in text and "{" not in text


def test_the_caption_names_the_picture_and_no_title_pops_up():
    root, title, description = diagram_picture.picture(render(FLOW, "x"), "x-caption")
    assert (title, description) == ("t", "说明")
    assert root.get("aria-labelledby") == "x-caption" and root.get("aria-roledescription") == "流程图"
    assert root.find("title") is None and root.find("desc").text == "说明"
    assert root.find(".//a").get("href") == "pods.md#x"


def test_a_colour_of_ones_own_is_refused():
    with pytest.raises(ValueError, match="store、net"):
        diagram_picture.picture(render(FLOW + "\nstyle a fill:#f9f", "x"), "x-caption")


@pytest.mark.parametrize(("source", "smallest"), [(FLOW, 16), (CALLS, 13)])
def test_a_picture_never_shrinks_below_legible_text(source, smallest):
    root = diagram_picture.picture(render(source, "x"), "x-caption").root
    floor = diagram_picture.floor(root)
    assert floor / float(root.get("width")) * smallest >= diagram_picture.SMALLEST_TEXT > (floor - 1) / float(root.get("width")) * smallest
