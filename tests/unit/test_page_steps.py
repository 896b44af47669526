"""Small steps over built pages: blanks, the browser's own search, the script for copies on disk."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from blank_text import shorten_pages
from modules import moved
from open_search import add_open_search

PAGE = '<!DOCTYPE html><html><head><title>{title}</title><meta name="description" content="一句 & 话。">{head}<link rel="icon" href="x.svg"></head><body><a class="site-header__brand" href="{home}">k</a><article>{body}</article></body></html>'


def write(path, head="", body="", home=".", title="笔记"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(head=head, body=body, home=home, title=title), encoding="utf-8")


def test_indentation_goes_and_what_is_preformatted_stays(tmp_path):
    write(tmp_path / "index.html", body="<p>甲</p>\n\n      <p>乙 <b>丙</b>   <i>丁</i></p><pre>  x\n\n   <b> </b>   </pre>")
    shorten_pages(tmp_path)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<p>甲</p>\n<p>乙 <b>丙</b> <i>丁</i></p><pre>  x\n\n   <b> </b>   </pre>" in text


@pytest.mark.parametrize(("address", "new"), [("../assets/javascripts/site.js", "../assets/modules/site-1.js"), ("assets/javascripts/site.js", "assets/modules/site-1.js"), ("/notes/assets/javascripts/site.js", "/notes/assets/modules/site-1.js")])
def test_an_address_follows_its_file(tmp_path, address, new):
    assert moved(address, tmp_path / "assets/javascripts/site.js", tmp_path / "assets/modules/site-1.js") == new


def test_a_site_with_an_address_describes_its_search_and_every_page_names_the_description(tmp_path):
    write(tmp_path / "index.html", '<link rel="canonical" href="https://example.org/notes/">', title="Kubernetes 学习笔记全集")
    write(tmp_path / "pods/index.html", home="..")
    write(tmp_path / "404.html", home="/notes/.")
    add_open_search(tmp_path)
    text = (tmp_path / "opensearch.xml").read_text(encoding="utf-8")
    assert 'template="https://example.org/notes/search/?q={searchTerms}"' in text and "一句 &amp; 话。" in text and "<ShortName>Kubernetes 学习笔记全</ShortName>" in text
    links = {name: LexborHTMLParser((tmp_path / name).read_text(encoding="utf-8")).css_first("link[rel=search]").attributes["href"] for name in ("index.html", "pods/index.html", "404.html")}
    assert links == {"index.html": "./opensearch.xml", "pods/index.html": "../opensearch.xml", "404.html": "/notes/opensearch.xml"}


def test_a_site_without_an_address_has_none(tmp_path):
    write(tmp_path / "index.html")
    add_open_search(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["index.html"]
