"""The errata page is made from the pages."""

import pytest
from selectolax.lexbor import LexborHTMLParser

import errata_page

CHAPTER = """<html><head>{next}</head><body><article><h1 id="{name}">章{name}</h1><h2 id="{name}-q">问？<a class="headerlink" href="#x">¶</a></h2><p>正文</p>
<details class="errata"><summary>勘误</summary><div class="erratum"><blockquote><p>原话{name}</p></blockquote><p>见<a href="#{name}">上</a></p></div></details></article></body></html>"""


@pytest.fixture
def site(tmp_path):
    """A built site of two chapters, read b before a."""
    for folder, html in {
        "": '<html><head><link rel="next" href="b/"></head><body><article><h1 id="home">首页</h1></article></body></html>',
        "b": CHAPTER.format(name="b", next='<link rel="next" href="../a/">'), "a": CHAPTER.format(name="a", next=""),
        "errata": '<html><body><article><h1 id="errata">勘误</h1><p>说明</p><!-- errata --></article></body></html>',
    }.items():
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "index.html").write_text(html, encoding="utf-8")
    return tmp_path


def test_it_lists_every_correction_by_chapter_in_reading_order_with_links_to_the_sections(site):
    errata_page.fill_errata_page(site)
    page = LexborHTMLParser((site / "errata/index.html").read_text(encoding="utf-8"))
    assert [node.text() for node in page.css("h2")] == ["章b（1 处）", "章a（1 处）"]
    assert [node.attributes["href"] for node in page.css("h3 a")] == ["../b/#b-q", "../a/#a-q"]
    assert [node.text().strip() for node in page.css("blockquote")] == ["原话b", "原话a"]


def test_links_inside_an_entry_still_lead_to_its_own_chapter(site):
    errata_page.fill_errata_page(site)
    page = LexborHTMLParser((site / "errata/index.html").read_text(encoding="utf-8"))
    assert [node.attributes["href"] for node in page.css(".erratum p a")] == ["../b/#b", "../a/#a"]


def test_a_page_without_the_place_is_refused_and_a_site_without_the_page_is_not(site):
    (site / "errata/index.html").write_text("<html><body><article><h1>勘误</h1></article></body></html>", encoding="utf-8")
    with pytest.raises(ValueError, match="docs/errata.md"):
        errata_page.fill_errata_page(site)
    (site / "errata/index.html").unlink()
    errata_page.fill_errata_page(site)
