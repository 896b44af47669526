"""A reader who types a query in the real search gets the right section first: the readers' list, every term, every short name.

`make search-report` runs this file and shows what it prints.
"""

import conftest
import glossary
import pytest

from content import note_phrases, search_quality
from content.note_sections import read_sections

TERMS = glossary.read((conftest.ROOT / "docs/terms.yml").read_text(encoding="utf-8")).terms

# Types a text as fast as a program can and reads the links that the search then shows, as addresses below the root.
ASK = """([text, root]) => {
    const field = document.querySelector('site-search input');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    return [...document.querySelectorAll('site-search a')].map((link) => link.href.slice(root.length));
}"""


@pytest.fixture(scope="module")
def ask(browser, site_url):
    """ask("污点") returns the addresses that the search of the built site lists, best first."""
    page = browser.new_page(locale="zh-CN")
    page.goto(site_url + "about/")
    page.keyboard.press("/")
    page.locator("site-search input").fill("Pod")
    page.locator("site-search [role=status]").filter(has_text="找到").filter(has_not_text="正在读取").wait_for()
    yield lambda text: page.evaluate(ASK, [text, site_url])
    page.close()


def test_the_readers_queries_find_the_right_section_first(ask):
    queries = search_quality.read_queries(search_quality.HERE / "search_queries.json")
    assert len(queries) == 182
    scores = search_quality.grade((query, ask(query.text)) for query in queries)
    misses = "\n".join(miss for score in scores.values() for miss in score.misses)
    print(f"\n{search_quality.table(scores)}\n\n{misses}")
    assert search_quality.faults(scores) == [], misses


def test_every_term_and_every_other_name_finds_the_home_first_or_second(ask):
    asked = [(form, term.home_url) for term in TERMS for form in term.forms]
    assert len(asked) > 400
    found = {form: ask(form) for form, _ in asked}
    first = sum(found[form][:1] == [home] for form, home in asked)
    print(f"\n术语与别名 {len(asked)} 个，家在第一的 {first} 个")
    assert [(form, home, found[form][:3]) for form, home in asked if home not in found[form][:2]] == []


def misspelt(form: str) -> set[str]:
    """A name with a letter left out, doubled, or swapped with its neighbour, each near the middle."""
    at = len(form) // 2
    return {form[:at] + form[at + 1 :], form[:at] + form[at] + form[at:], form[: at - 1] + form[at] + form[at - 1] + form[at + 1 :]} - {form}


def test_every_latin_name_is_found_with_a_typing_error(ask):
    asked = [(wrong, term.home_url) for term in TERMS for form in term.forms if len(form) > 5 and form.isascii() and form.replace("-", "").isalpha() for wrong in misspelt(form.lower())]
    assert len(asked) > 300
    found = [(wrong, home, ask(wrong)[:3]) for wrong, home in asked]
    missed = [one for one in found if one[1] not in one[2]]
    first = sum(three[:1] == [home] for _, home, three in found)
    print(f"\n打错一处的英文名 {len(asked)} 个，第一 {first}，前三 {len(asked) - len(missed)}")
    assert first >= 0.96 * len(asked) and len(missed) <= 0.01 * len(asked), missed


NOTES = (conftest.ROOT / "docs/original-notes.txt").read_text(encoding="utf-8")


def test_what_the_notes_stress_leads_to_where_it_stands_now(ask):
    sections = read_sections((search_quality.HERE / "note_sections.yml").read_text(encoding="utf-8"))
    queries = note_phrases.stressed_queries(NOTES, sections)
    assert len(queries) > 100
    score = search_quality.grade((query, ask(query.text)) for query in queries)["stressed"]
    misses = "\n".join(score.misses)
    print(f"\n笔记里强调的 {score.asked} 处，第一 {score.first}，前三 {score.three}\n{misses}")
    assert score.first >= 0.9 * score.asked and score.three >= 0.97 * score.asked and not score.nothing, misses


def test_every_latin_word_of_the_notes_is_found(ask):
    words = note_phrases.latin_words(NOTES)
    assert len(words) > 200
    assert [word for word in words if not ask(word)] == []


def test_what_is_typed_is_what_is_asked(ask):
    assert ask("污点")[0] == "pods/#taints-and-tolerations"
    assert ask("") and not any("#" in address for address in ask(""))  # the chapters, to begin with
    assert ask("量子纠缠") == []
