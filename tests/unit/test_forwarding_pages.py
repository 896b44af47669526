"""A tiny page leads on by link, refresh and module, whatever stands in its title."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from forwarding_pages import Forward, forwarding_html, relative, write_forward

FORWARD = Forward("q/a/", "pods/#a", "“甲” <乙> & 丙", "说明", "去读", (("old", "services/#b"),))


@pytest.mark.parametrize(("address", "page", "written"), [("pods/#a", "q/a/", "../../pods/#a"), ("", "old/", "../"), ("pods/", "", "pods/"), ("pods/#a", "pods/", "./#a"), ("assets/x.js", "q/a/", "../../assets/x.js")])
def test_addresses_are_relative_to_the_page(address, page, written):
    assert relative(address, page) == written


def test_link_refresh_and_signs_lead_where_they_should():
    page = LexborHTMLParser(forwarding_html(FORWARD))
    assert page.css_first("title").text() == page.css_first("h1").text() == FORWARD.title
    assert page.css_first("main a").attributes["href"] == "../../pods/#a"
    assert 'content="0; url=../../pods/#a"' in page.css_first("head").html
    assert page.css_first("p#old a").attributes["href"] == "../../services/#b"


def test_a_page_that_is_there_is_never_written_over(tmp_path):
    write_forward(tmp_path, FORWARD)
    with pytest.raises(ValueError, match="q/a/ 已经有一页"):
        write_forward(tmp_path, FORWARD)
