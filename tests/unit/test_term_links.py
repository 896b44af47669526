"""Where terms are marked in running text, and where they are not."""

import pytest
from selectolax.lexbor import LexborHTMLParser

import glossary
from term_links import link_terms

TERMS = glossary.read("""
groups:
  - id: a
    title: 甲
terms:
  - {id: pod, en: Pod, short: [po], definition: 一。, home: "x.md#home", group: a}
  - {id: volume, zh: 卷, en: Volume, definition: 一。, home: "y.md#b", group: a}
  - {id: volume-snapshot, zh: 卷快照, en: VolumeSnapshot, definition: 一。, home: "y.md#c", group: a}
  - {id: node, zh: 节点, en: Node, short: ["no"], definition: 一。, home: "y.md#d", group: a, quiet: true}
  - {id: pvc, zh: 持久卷申领, short: [PVC], definition: 一。, home: "y.md#e", group: a}
""")


def marked(html: str, url: str = "x/") -> list[tuple[str, str]]:
    """The terms marked in an article: (word, address)."""
    page = LexborHTMLParser(f"<article>{html}</article>")
    before = page.css_first("article").text()
    count = link_terms(page, url, TERMS)
    links = [(link.text(), link.attributes["href"]) for link in page.css("a.term")]
    assert page.css_first("article").text() == before and count == len(links)
    return links


def words(html: str) -> list[str]:
    return [word for word, _ in marked(html)]


def test_a_term_leads_to_its_entry():
    assert marked("<p>每个 Pod 都有</p>") == [("Pod", "../terms/#term-pod")]


@pytest.mark.parametrize(("text", "found"), [
    ("Pod的卷", ["Pod", "卷"]), ("一个Pod，", ["Pod"]), ("PodIP 与 myPod、Pod-a", []), ("pod", []), ("po 与 no", []),
    ("卷快照不是卷", ["卷快照", "卷"]), ("VolumeSnapshot", ["VolumeSnapshot"]), ("持久卷申领（PVC）", ["持久卷申领"]), ("PVC", ["PVC"]), ("", []), ("&lt;Pod&gt; &amp; 卷", ["Pod", "卷"]),
])
def test_latin_words_are_whole_chinese_ones_stand_anywhere_and_the_longest_wins(text, found):
    assert words(f"<p>{text}</p>") == found


@pytest.mark.parametrize("html", ["<h2>Pod</h2>", "<p><code>Pod</code></p>", '<p><a href="x">Pod</a></p>', "<pre>Pod</pre>", "<figure><svg><text>Pod</text></svg></figure>", "<blockquote><p>Pod</p></blockquote>", '<div class="supplement">Pod</div>', "<table><tr><th>Pod</th></tr></table>"])
def test_headings_code_links_pictures_and_quotes_are_left_alone(html):
    assert words(html) == []


def test_a_term_is_marked_once_in_each_section_and_a_quiet_one_once_on_the_page():
    assert words('<p>Pod 节点 Pod</p><h2 id="a">甲</h2><ul><li>Pod</li><li>节点 Pod</li></ul>') == ["Pod", "节点", "Pod"]


def test_a_term_is_not_marked_where_it_is_explained():
    assert words('<h2 id="home">甲</h2><p>Pod 与卷</p>') == ["卷"]
    assert marked('<h2 id="home">甲</h2><p>Pod</p>', "z/") == [("Pod", "../terms/#term-pod")]
