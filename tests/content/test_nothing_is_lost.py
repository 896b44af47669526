"""Every heading, sentence, list item, cell and code line of the notes stands in the built chapters.

Run by `make check` and `make test`; needs the built site, no browser.
"""

import hashlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT
from content.lost_units import count, lost, read_mended, report, stale, wanted
from content.note_sections import heading_lines, page_file, read_sections
from note_units import EXTENSIONS, HEADINGS, normalise, units, units_of_notes, units_of_page

HERE = Path(__file__).parent
SOURCE = (ROOT / "docs/original-notes.txt").read_text(encoding="utf-8")
MENDED = read_mended((HERE / "mended.yml").read_text(encoding="utf-8"))
SECTIONS = read_sections((HERE / "note_sections.yml").read_text(encoding="utf-8"))
NOTES = count(units_of_notes(SOURCE))

#: The pages that took over the notes. A copy elsewhere (glossary, list of corrections) does not count.
PAGES = sorted({place.partition("#")[0] for places in SECTIONS.values() for place in places})


@pytest.fixture(scope="session")
def html(site: Path) -> dict[str, str]:
    """The text of the built pages that took over the notes: page → HTML of its article."""
    return {page: LexborHTMLParser(page_file(site, page).read_text(encoding="utf-8")).css_first("article").html for page in PAGES}


@pytest.fixture(scope="session")
def by_page(html: dict[str, str]) -> dict[str, Counter[str]]:
    """The units of each of these pages."""
    return {page: count(units_of_page(text)) for page, text in html.items()}


@pytest.fixture(scope="session")
def pages(by_page: dict[str, Counter[str]]) -> Counter[str]:
    """The units of all these pages together."""
    return sum(by_page.values(), Counter())


def test_the_notes_are_compared_as_they_were_given():
    digest = hashlib.sha256((ROOT / "docs/original-notes.txt").read_bytes()).hexdigest()
    assert digest == "df97ad49c705e7674008916840af8fe9792039286ec1f05db39828e5aa3272a3", "docs/original-notes.txt 是原件，不能改动"


def test_every_unit_of_the_notes_stands_in_the_chapters(pages):
    missing = lost(NOTES, pages, MENDED)
    assert not missing, report(SOURCE, missing)


def test_every_exception_is_still_needed(pages):
    assert stale(SOURCE, NOTES, pages, MENDED) == []


def test_a_unit_that_disappears_is_named_and_no_other(pages):
    for key, times in wanted(NOTES, MENDED).items():
        without = pages.copy()
        del without[key]
        assert lost(NOTES, without, MENDED) == {key: times}


def test_a_unit_that_disappears_once_is_missed_even_if_it_stands_elsewhere(pages):
    must = wanted(NOTES, MENDED)
    repeated = [key for key, times in must.items() if times > 1 and pages[key] == times]
    assert "仅集群内可访问" in must and repeated
    for key in repeated:
        assert lost(NOTES, pages - Counter([key]), MENDED) == {key: 1}


def test_every_leaf_of_the_built_pages_that_holds_a_unit_is_missed_when_removed(html, pages):
    must = wanted(NOTES, MENDED)
    removed = 0
    for page, text in html.items():
        for block in LexborHTMLParser(text).css_first("article").iter():
            alone = f"<article>{block.html}</article>"
            before = count(units_of_page(alone))
            for number, leaf in enumerate(leaves_of(LexborHTMLParser(alone))):
                needed = {key for key in count(units(leaf)) if 0 < pages[key] <= must[key]}
                if not needed:
                    continue
                tree = LexborHTMLParser(alone)
                leaves_of(tree)[number].decompose()
                rest = pages - before + count(units_of_page(tree.html or ""))
                assert needed <= set(lost(NOTES, rest, MENDED)), f"{page}：删去一处正文，检查没有发现"
                removed += 1
    assert removed > 300, f"只试着删去了 {removed} 处，太少，说明选错了元素"


def leaves_of(tree: LexborHTMLParser) -> list:
    """The elements of a page's text that hold a unit: headings, paragraphs, items, cells, code blocks."""
    return tree.css(", ".join(f"article {tag}" for tag in ("li", "p", "td", "th", "pre", *sorted(HEADINGS))))


def test_a_text_folded_away_or_quoted_later_is_still_found(html, by_page):
    moved = 0
    for page, text in html.items():
        tree = LexborHTMLParser(text)
        items = [item for item in tree.css("article li") if not item.css_first("ul, ol, pre")]
        quotes = "".join(f"<blockquote><p>{item.inner_html}</p></blockquote>" for item in items if not item.css_first("p"))
        for item in items:
            if not item.css_first("p"):
                item.decompose()
                moved += 1
        after = (tree.html or "").replace("</article>", f"<details><summary>勘误</summary>{quotes}</details></article>", 1)
        assert count(units_of_page(after)) == by_page[page] + Counter(["勘误"]), page
    assert moved > 100, f"只移动了 {moved} 项，太少，说明选错了元素"


def test_every_heading_of_the_notes_has_its_place_on_the_site(by_page, html):
    headings = heading_lines(SOURCE)
    dropped = {entry.line for entry in MENDED}
    unmapped = [f"original-notes.txt:{line}：「{text}」" for line, text in headings.items() if line not in SECTIONS.keys() | dropped]
    assert not unmapped, "请在 note_sections.yml 里写明这些标题在哪一页：\n" + "\n".join(unmapped)
    strangers = [line for line in SECTIONS if line not in headings and line != 1]
    assert not strangers, f"note_sections.yml：笔记的这些行不是标题：{strangers}"

    faults = []
    renamed = {normalise(entry.was) for entry in MENDED}
    for line, places in SECTIONS.items():
        texts = [heading_at(html, place) for place in places if "#" in place]
        faults += [f"{place} 不存在（笔记第 {line} 行）" for place, text in zip(places, texts, strict=False) if text is None]
        if texts and headings[line] not in texts and headings[line] not in renamed:
            faults.append(f"{places}：标题不是笔记第 {line} 行的「{headings[line]}」")
    assert faults == []


def heading_at(html: dict[str, str], place: str) -> str | None:
    """The heading at `page#id`, as units are compared; None if there is none."""
    page, _, fragment = place.partition("#")
    node = next((node for node in LexborHTMLParser(html[page]).css("[id]") if node.id == fragment), None)
    found = units(node) if node is not None and node.tag in HEADINGS else []
    return found[0].key if found else None


def test_the_headings_found_by_line_are_those_that_markdown_finds():
    rendered = LexborHTMLParser(markdown.markdown(SOURCE, extensions=EXTENSIONS))
    parsed = [unit.key for node in rendered.css(", ".join(sorted(HEADINGS))) for unit in units(node, numbered=True)]
    assert list(heading_lines(SOURCE).values()) == parsed


def test_an_exception_that_excuses_nothing_is_named(pages):
    good = MENDED[0]
    elsewhere = replace(good, line=1)
    part = replace(good, line=7, was="开源的容器编排平台")
    present = replace(good, line=14, was="滚动更新与回滚（避免更新时服务中断）。")
    for entry, word in ((elsewhere, "第 1 行里没有"), (part, "不是笔记里完整的一句"), (present, "仍在页面里")):
        faults = stale(SOURCE, NOTES, pages, [entry])
        assert len(faults) == 1 and word in faults[0]


def test_the_new_wording_of_an_exception_must_stand_in_the_pages(pages):
    promise = replace(MENDED[0], now=("这句话哪一页都没有",))
    missing = lost(NOTES, pages, [promise, *MENDED[1:]])
    assert missing == {"这句话哪一页都没有": 1}
    assert "这句话哪一页都没有" in report(SOURCE, missing)


@pytest.mark.parametrize(
    "entry",
    ["- line: 1", "- {line: a, was: b, now: [], reason: c}", "- {line: 1, was: '', now: [], reason: c}", "- 1"],
)
def test_an_exception_without_line_wording_or_reason_is_refused(entry):
    with pytest.raises(ValueError, match="第 1 条"):
        read_mended(entry)
