"""Old addresses stay alive: as a page of their own, or as a sign on the page that is still there."""

import built_pages
import pytest
from redirect_pages import write_redirects

PAGE = '<!doctype html><html><head><title>{0} · 站</title><meta name="description" content="说明。"></head><body><main><article><h1 id="{0}">{0}</h1><h2 id="{0}-a">甲</h2></article></main></body></html>'


@pytest.fixture
def site(tmp_path):
    for name in ("index", "pods", "services"):
        file = tmp_path / ("" if name == "index" else name) / "index.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(PAGE.format(name), encoding="utf-8")
    return tmp_path


def redirect(site, text):
    (site / "redirects.yml").write_text(text, encoding="utf-8")
    write_redirects(site)


def test_a_page_that_has_gone_leads_to_its_successor_and_its_sections_to_theirs(site):
    redirect(site, "old-pods: pods\nold-pods#x: services#services-a\n")
    page = built_pages.parse(site / "old-pods/index.html")
    assert page.css_first("main a").attributes["href"] == "../pods/"
    assert page.css_first("#x a").attributes["href"] == "../services/#services-a"
    assert page.css_first("title").text() == "pods · 站（原 old-pods）"


def test_a_section_that_has_gone_leaves_a_sign_on_its_page(site):
    redirect(site, "pods#x: services#services-a\nindex#y: pods\n")
    assert built_pages.parse(site / "pods/index.html").css_first("article .moved #x a").attributes["href"] == "../services/#services-a"
    assert built_pages.parse(site / "index.html").css_first("article .moved #y a").attributes["href"] == "pods/"


def test_only_the_sections_of_a_page_that_has_gone_may_be_named(site):
    redirect(site, "old#x: pods#pods-a\n")
    page = built_pages.parse(site / "old/index.html")
    assert page.css_first("main a").attributes["href"] == "../" and page.css_first("#x a").attributes["href"] == "../pods/#pods-a"
