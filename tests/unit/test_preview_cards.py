"""A picture for a link: its text breaks sensibly, fits, lacks no glyph, and comes out the same every time."""

import io
import re

import pytest
from conftest import ROOT
from PIL import Image

import preview_cards
import previews
from preview_cards import IMAGE_SIZE, Card, draw_card, fitting_lines
from preview_text import NO_LINE_BEGINS_WITH, NO_LINE_ENDS_WITH, WEIGHTS, MissingGlyphError, units, width, wrapped

CARD = Card("Pod", "什么是 Pod？它与容器的关系是什么？", "Kubernetes 学习笔记")
LONG = "StatefulSet（有状态副本集）与 Deployment 的区别，以及 volumeBindingMode 为 WaitForFirstConsumer 时卷在哪里制备？" * 4


def test_a_card_is_a_small_picture_of_the_size_that_apps_show():
    drawn = draw_card(CARD)
    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.size == IMAGE_SIZE == (1200, 630) and picture.format == "PNG"
    assert len(drawn) < 60_000


def test_the_same_card_gives_the_same_bytes_and_another_card_others():
    assert draw_card(CARD) == draw_card(CARD) != draw_card(CARD._replace(chapter="Service"))


def test_a_character_that_the_typeface_lacks_stops_the_build_by_name():
    with pytest.raises(MissingGlyphError, match="没有“\U0001f47b”（在“看\U0001f47b”里）"):
        draw_card(CARD._replace(heading="看\U0001f47b"))


@pytest.mark.parametrize(("text", "cut"), [("什么是 Pod？", ["什", "么", "是 ", "Pod？"]), ("（一）、二", ["（一）、", "二"]), ("kube-proxy", ["kube-proxy"])])
def test_words_and_the_punctuation_that_sticks_to_them_stay_together(text, cut):
    assert units(text) == cut


def test_a_long_heading_is_set_in_even_lines_that_begin_and_end_as_chinese_does():
    lines = wrapped(LONG[:70], 52, WEIGHTS["bold"], 900)
    widths = [width(line, 52, WEIGHTS["bold"]) for line in lines]
    assert len(lines) > 2 and max(widths) <= 900 and min(widths[:-1]) > max(widths) / 2
    assert "".join(lines).replace(" ", "") == LONG[:70].replace(" ", "")
    assert not any(line[0] in NO_LINE_BEGINS_WITH or line[-1] in NO_LINE_ENDS_WITH for line in lines)


@pytest.mark.parametrize(("text", "lines"), [
    ("什么是 Pod？它与容器的关系是什么？", ["什么是 Pod？", "它与容器的关系是什么？"]), ("从 kubectl delete 到消失，一个 Pod 经历了什么？", ["从 kubectl delete 到消失，", "一个 Pod 经历了什么？"]), ("很短", ["很短"]),
])
def test_lines_end_where_one_would_breathe(text, lines):
    assert wrapped(text, 76, WEIGHTS["bold"], 1024) == lines


def test_what_is_too_long_for_any_size_ends_in_an_ellipsis():
    size, lines = fitting_lines(LONG, 1024)
    assert size == preview_cards.SIZES[-1] and lines[-1].endswith("…") and len(lines) * size * preview_cards.LEADING <= preview_cards.MOST_HEIGHT
    assert fitting_lines("短", 1024) == (preview_cards.SIZES[0], ["短"])


def test_the_colours_are_those_of_the_site_by_day():
    tokens = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    day = dict(re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}),", tokens))
    drawn = {"paper": preview_cards.PAPER, "ink-strong": preview_cards.INK, "muted": preview_cards.MUTED, "accent": preview_cards.ACCENT, "link": preview_cards.LINK, "line": preview_cards.LINE}
    assert {name: day.get(name) for name in drawn} == drawn


def test_what_was_drawn_once_is_taken_from_the_cache(tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(previews, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(previews, "draw_card", lambda card: drawn.append(card) or b"png")
    assert [previews.picture(CARD, "1") for _ in range(3)] == [b"png"] * 3
    assert len(drawn) == 1
    previews.picture(CARD, "2")  # another font or other code
    previews.picture(CARD._replace(heading="别的"), "2")
    assert len(drawn) == 3
