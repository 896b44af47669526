"""Every heading gets a sign that leads to it, once, and only on pages that are read."""

from selectolax.lexbor import LexborHTMLParser

from heading_signs import add_heading_signs

PAGE = '<html><body><h2 id="side">旁</h2><main><article><h1 id="a">甲</h1><h2>无名</h2><h4 id="b">乙 <code>c</code></h4><h5 id="e">五</h5></article></main></body></html>'


def signs(file):
    return [(sign.parent.tag, sign.attributes["href"], sign.attributes["aria-label"]) for sign in LexborHTMLParser(file.read_text(encoding="utf-8")).css(".headerlink")]


def test_headings_with_an_id_get_one_and_nothing_else_does(tmp_path):
    file = tmp_path / "index.html"
    file.write_text(PAGE, encoding="utf-8")
    add_heading_signs(tmp_path)
    assert signs(file) == [("h1", "#a", "复制链接"), ("h4", "#b", "复制链接")]


def test_the_page_for_unknown_addresses_and_tiny_pages_stay_as_they_are(tmp_path):
    (tmp_path / "404.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "q").mkdir()
    (tmp_path / "q/index.html").write_text('<main><h1 id="x">短</h1></main>', encoding="utf-8")
    add_heading_signs(tmp_path)
    assert signs(tmp_path / "404.html") == signs(tmp_path / "q/index.html") == []
