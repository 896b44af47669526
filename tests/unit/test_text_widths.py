"""The width that is reserved for a text is never less than what one of the fonts needs."""

import pytest
from fontTools.ttLib import TTFont

import text_widths


@pytest.mark.parametrize("weight", sorted(text_widths.WEIGHTS.values()))
@pytest.mark.parametrize("family", text_widths.FAMILIES)
def test_no_font_is_wider_than_the_table(family, weight):
    widths = text_widths.widest(weight)
    with TTFont(text_widths.FONTS / family / f"files/{family}-latin-{weight}-normal.woff2") as font:
        names, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        assert all(advances[names[ord(character)]][0] / em <= widths[character] + 1e-4 for character in text_widths.ASCII)


def test_the_table_differs_from_each_single_font():
    assert len(text_widths.widest(400)) == 95 and text_widths.widest(700) != text_widths.widest(400)
    assert text_widths.widest(400)["W"] > text_widths.widest(400)["i"] * 3
