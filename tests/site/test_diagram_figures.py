"""Every diagram of the notes is drawn in its page, named, described, and costs little script."""

import gzip
import re

import built_pages
import conftest
import pytest

SEQUENCES = "figure.diagram--sequence"


@pytest.fixture(scope="module")
def figures(site):
    """Every diagram of the built site."""
    return [figure for file in built_pages.page_files(site) for figure in built_pages.parse(file).css("figure.diagram")]


def test_each_fence_is_a_figure(figures):
    sources = [page.read_text(encoding="utf-8") for page in sorted((conftest.ROOT / "docs").glob("*.md"))]
    written = [name for source in sources for name in re.findall(r'^ *```mermaid id="([^"]+)"$', source, re.MULTILINE)]
    assert len(written) > 20 and sorted(figure.attributes["id"] for figure in figures) == sorted(written)


def test_each_picture_is_named_by_its_caption_and_described(figures):
    for figure in figures:
        picture = figure.css_first("svg.pele")
        assert picture.attributes["aria-labelledby"] == figure.css_first("figcaption").attributes["id"]
        assert len(picture.css_first("desc").text()) >= 20, figure.attributes["id"]
        assert 4 <= len(figure.css_first("figcaption").text()) <= 40


def test_each_message_of_a_sequence_has_a_label_to_practise_on(figures):
    sequences = [figure for figure in figures if "diagram--sequence" in figure.attributes["class"]]
    assert len(sequences) >= 5
    for figure in sequences:
        assert len(figure.css(".pele-edge-label")) == len(figure.css(".pele-message")) == len(figure.css(".pele-sequence-number"))


def test_the_scripts_for_diagrams_are_under_three_kilobytes(site, budgets):
    names = ("diagram-tools", "diagram-dialog", "label-practice")
    modules = list((site / "assets/modules").glob("*.js"))
    entries = [file for file in modules if file.name.startswith(names)]
    shared = [file for file in modules if file not in entries and any(file.name in entry.read_text(encoding="utf-8") for entry in entries)]
    assert len(entries) == len(names) and shared
    assert sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in entries + shared) <= budgets["diagram_script_bytes"]
