"""The glossary: complete, on a page of its own, and linked from running text."""

import json

import built_pages
import conftest
import glossary
import pytest

TERMS = glossary.read((conftest.ROOT / "docs/terms.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(site):
    return built_pages.parse(site / "terms/index.html")


def test_there_are_enough_terms_and_each_has_an_entry_and_a_link_home(page):
    assert len(TERMS.terms) >= 120
    for term in TERMS.terms:
        entry = page.css_first(f"dt#{term.anchor}")
        assert term.name in entry.text() and term.definition in entry.next.text()
        assert entry.next.css_first("a").attributes["href"] == f"../{term.home_url}"


def test_every_chapter_marks_terms(site):
    for chapter in ("cluster", "pods", "services", "ip-types", "csi", "raw-block", "cloud-native"):
        assert len(built_pages.parse(site / chapter / "index.html").css("a.term")) > 20


def test_no_term_is_marked_in_a_heading_in_code_in_a_link_or_in_a_picture(site):
    for file in built_pages.page_files(site):
        assert not built_pages.parse(file).css(":is(h1, h2, h3, h4, code, svg, blockquote) a.term, a.term a"), file


def test_what_scripts_show_is_what_the_page_says(site):
    (data,) = (site / "assets").glob("terms-*.json")
    assert json.loads(data.read_text(encoding="utf-8")) == {term.anchor: [term.name, term.definition, term.home_url] for term in TERMS.terms}


def test_the_data_itself_is_not_published(site):
    assert not (site / "terms.yml").exists()
