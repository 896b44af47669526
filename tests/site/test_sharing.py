"""A link previews well: every page and every section says what it is and shows a picture of its own."""

import io
import json
from xml.etree import ElementTree

import built_pages
import conftest
import pytest
from PIL import Image

from short_links import UNSHARED_PAGES, shared_sections

ROOT = "https://example.org/notes/"
REQUIRED = {"og:type", "og:title", "og:description", "og:site_name", "og:locale", "og:url", "og:image", "og:image:width", "og:image:height", "og:image:alt", "og:image:type"}
QUESTION = {"@type", "name", "answerCount", "acceptedAnswer"}
"""What ogp.me requires with what chat apps use; what schema.org's QAPage must have for search engines."""


def shared(site):
    """Return {address below the root: parsed page} of every page that is shared: those that are read, and the tiny ones of sections."""
    return {built_pages.page_url(site, file): built_pages.parse(file) for file in built_pages.page_files(site) if file.name != "404.html" and built_pages.parse(file).css_first('meta[property="og:type"]')}


@pytest.fixture(scope="module")
def pages(published_site):
    return shared(published_site)


def properties(page) -> dict[str, str]:
    return {meta.attributes["property"]: meta.attributes["content"] for meta in page.css("meta[property]")}


def test_every_page_and_every_section_is_shared(published_site, pages):
    read = {built_pages.page_url(published_site, file) for file in built_pages.article_files(published_site)} - {"404.html"}
    sections = {f"q/{section.id}/" for section in shared_sections(published_site)}
    assert pages.keys() == read | sections and len(sections) > 150
    assert not {section.page for section in shared_sections(published_site)} & set(UNSHARED_PAGES)


def test_each_says_what_it_is(pages):
    for address, page in pages.items():
        said = properties(page)
        assert REQUIRED <= said.keys() and all(said.values()), address
        assert said["og:url"] == ROOT + address and page.css_first("meta[name='twitter:card']").attributes["content"] == "summary_large_image"
        assert 5 <= len(said["og:description"]) <= 160, (address, said["og:description"])
        assert ("article:section" in said) == address.startswith("q/"), address


def test_each_says_it_to_search_engines(pages):
    questions = 0
    for address, page in pages.items():
        data = json.loads(page.css_first("script[type='application/ld+json']").text())
        assert data["@context"] == "https://schema.org" and data["isPartOf"]["name"] and data["url"] == ROOT + address
        if data["@type"] == "QAPage":
            questions += 1
            asked = data["mainEntity"]
            assert QUESTION <= asked.keys() and asked["name"].endswith("？") and asked["acceptedAnswer"]["text"], address
        else:
            assert data["@type"] == "TechArticle" and data["headline"] and data["description"], address
    assert questions > 60


def test_each_tiny_page_names_the_section_as_the_one_that_counts(published_site, pages):
    for section in shared_sections(published_site):
        page = pages[f"q/{section.id}/"]
        assert page.css_first("link[rel=canonical]").attributes["href"] == ROOT + section.url
        assert properties(page)["og:title"] == section.heading and properties(page)["article:section"] == section.chapter


def test_each_has_a_picture_of_its_own_that_is_small_enough(published_site, pages):
    named = {}
    for address, page in pages.items():
        said = properties(page)
        image = published_site / said["og:image"].removeprefix(ROOT)
        named.setdefault(image, []).append(address)
        data = image.read_bytes()
        assert len(data) <= conftest.BUDGETS["preview_bytes"], (address, len(data))
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.size == (1200, 630) == (int(said["og:image:width"]), int(said["og:image:height"])) and len(picture.getcolors()) > 8
    assert {image: addresses for image, addresses in named.items() if len(addresses) > 1} == {}
    assert set((published_site / "previews").iterdir()) == set(named)


def test_the_maps_follow_the_address(published_site):
    text = (published_site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {ROOT}sitemap.xml" in text
    read = {ROOT + built_pages.page_url(published_site, file) for file in built_pages.article_files(published_site)} - {ROOT + "404.html"}
    entries = list(ElementTree.parse(published_site / "sitemap.xml").getroot())
    assert {entry[0].text for entry in entries} == read and all(len(entry[1].text) == 10 for entry in entries)
    assert all(line.count(f"]({ROOT}") == 1 for line in (published_site / "llms.txt").read_text(encoding="utf-8").splitlines() if line.startswith("- "))


def test_the_feed_leads_to_sections_and_every_page_that_is_read_names_it(published_site):
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.parse(published_site / "feed.xml").getroot()
    known = {f"{ROOT}q/{section.id}/" for section in shared_sections(published_site)}
    entries = root.findall(f"{atom}entry")
    assert len(entries) == 40 and {entry.findtext(f"{atom}id") for entry in entries} <= known
    times = [entry.findtext(f"{atom}updated") for entry in entries]
    assert times == sorted(times, reverse=True)
    for file in built_pages.article_files(published_site):
        assert len(built_pages.parse(file).css("link[rel=alternate][type='application/atom+xml']")) == (file.name != "404.html"), file


def test_nothing_that_needs_an_address_is_there_without_one(site):
    for name in ("sitemap.xml", "feed.xml", "previews", "opensearch.xml"):
        assert not (site / name).exists(), name
    assert "Sitemap:" not in (site / "robots.txt").read_text(encoding="utf-8")
    for address, page in shared(site).items():
        said = properties(page)
        assert not {"og:url", "og:image"} & said.keys() and said["og:title"], address
        assert page.css_first("link[rel=canonical]") is None, address


def test_data_for_the_build_is_not_published(site):
    assert not (site / "redirects.yml").exists()
