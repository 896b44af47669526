"""What chat apps and search engines read: complete, and safe whatever a title holds."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from share_metadata import Shared, metadata_html, schema
from sections import Section
from short_links import LONGEST_DESCRIPTION, said_of, summary

QUESTION = Shared("笔记", "“甲” <乙> & 丙？</script>", "答案。", "章", True, "2026-01-02", "https://example.org/q/a/")


def read(shared: Shared) -> tuple[dict[str, str], dict]:
    """The properties and the JSON-LD of a page's head, as a parser sees them."""
    head = LexborHTMLParser(f"<head>{metadata_html(shared)}</head>")
    properties = {meta.attributes["property"]: meta.attributes["content"] for meta in head.css("meta")}
    return properties, json.loads(head.css_first("script").text())


def test_a_question_is_described_with_its_answer():
    properties, data = read(QUESTION)
    assert properties["og:title"] == QUESTION.title and properties["og:url"] == QUESTION.url
    assert properties["article:section"] == "章" and properties["article:modified_time"] == "2026-01-02"
    assert data["@type"] == "QAPage" and data["mainEntity"]["name"] == QUESTION.title
    assert data["mainEntity"]["acceptedAnswer"]["text"] == "答案。" and data["mainEntity"]["answerCount"] == 1


def test_what_asks_nothing_is_an_article_and_what_is_unknown_is_left_out():
    properties, data = read(Shared("笔记", "标题", "说明。"))
    assert data["@type"] == "TechArticle" and data["headline"] == "标题"
    assert not {"og:url", "article:section", "article:modified_time"} & properties.keys() and not {"url", "dateModified"} & data.keys()
    assert "" not in properties.values()


def test_the_address_of_the_answer_is_given_only_when_it_is_known():
    assert "url" not in schema(Shared("笔记", "甲？", "答。", question=True))["mainEntity"]["acceptedAnswer"]


@pytest.mark.parametrize(("text", "said"), [
    ("一句。两句！三句", "一句。两句！三句"), ("没有句号", "没有句号"), ("长" * 200, "长" * (LONGEST_DESCRIPTION - 1) + "…"), ("短句。" + "长" * 200 + "。", "短句。" + "长" * (LONGEST_DESCRIPTION - 4) + "…"), ("长句。" * 12 + "长" * 90, "长句。" * 12), ("", ""),
])
def test_a_summary_is_whole_sentences_where_it_can(text, said):
    assert summary(text) == said and len(said) <= LONGEST_DESCRIPTION


def test_a_section_without_text_names_what_stands_below_it():
    def section(heading, level, text=""):
        return Section("p/", "x", heading, level, "章", "", text)

    below = [section("甲？", 3), section("甲一", 4), section("乙", 3)]
    assert said_of(section("部分", 2), below) == "这一部分：甲？；乙。" and said_of(section("部分", 2, "一句。"), below) == "一句。"
