"""Pictures are drawn from Mermaid, re-flow to narrow screens without cutting words, and are the same every time."""

import pytest

import diagram_engine
from diagram_engine import DiagramError, draw, render, text_lines

ROW = 'flowchart LR\naccTitle: t\naccDescr: d\na["客户端"] --> b["Service<br/>10.96.1.2:80"] --> c["节点上的规则"] --> d["后端 Pod"]'
CALLS = "sequenceDiagram\naccTitle: t\naccDescr: d\nparticipant A as 甲\nparticipant B as 乙\nA->>B: ControllerPublishVolume\nB-->>A: 好"


def test_a_row_becomes_a_column_where_it_is_too_wide_for_a_phone():
    assert draw(ROW, "x").width > 400 >= float(render(ROW, "x").partition('width="')[2].partition('"')[0])


def test_what_fits_a_phone_is_left_as_it_is():
    assert render(CALLS, "x") == draw(CALLS, "x").svg


def test_a_narrow_picture_that_would_cut_a_word_is_not_taken():
    wide = CALLS.replace("甲", "external-provisioner").replace("乙", "kube-controller-manager").replace("好", "TopologyAwareVolumeBinding")
    assert "ControllerPublishVolume" in text_lines(render(wide, "x"))


@pytest.mark.parametrize(("narrow", "good"), [("<text>CreateVolume</text>", True), ("<text>Create</text><text>Volume</text>", False), ("<text>CreateVolume</text><text>，卷</text>", False), ("<text>CreateVolume</text><text>卷</text>", False)])
def test_cut_words_punctuation_at_the_start_and_lonely_characters_do_not_read_well(narrow, good):
    frame = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
    assert diagram_engine.reads_well(frame.format(narrow), frame.format("<text>CreateVolume</text>")) == good


def test_the_same_source_gives_the_same_bytes_from_a_fresh_engine():
    first = [draw(ROW, "x").svg, draw(CALLS, "x").svg]
    diagram_engine.engine.cache_clear()
    assert [draw(ROW, "x").svg, draw(CALLS, "x").svg] == first


def test_more_room_is_reserved_than_the_engine_would_by_itself():
    own = 'pele.render("flowchart LR\\na[WWWWmmmm……“”]").width'
    assert draw("flowchart LR\na[WWWWmmmm……“”]", "x").width > diagram_engine.engine().eval(own)


@pytest.mark.parametrize(("source", "line"), [("flowchart LR\na --> b\nb --> [", 3), ("sequenceDiagram\nA->>", 2), ("没有这种图\na", 1)])
def test_a_syntax_error_names_its_line(source, line):
    with pytest.raises(DiagramError) as caught:
        render(source, "x")
    assert caught.value.line == line and caught.value.message
