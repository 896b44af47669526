"""q/<id>/ leads to the section, wherever it stands now, with script and without; old addresses too."""

import pytest
from conftest import ROOT
from redirects import read
from short_links import shared_sections

@pytest.fixture
def sections(site) -> dict[str, str]:
    """Three sections from different chapters: id to page, read off the site."""
    found = [section for section in shared_sections(site) if section.level == 3]
    return {section.id: section.page for section in found[:: len(found) // 3]}


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1440, 375])
def test_a_short_link_leads_to_its_section_at_the_top_of_the_screen(open_context, site_url, sections, width, script):
    assert len(set(sections.values())) > 2
    for id, page_url in sections.items():
        page = open_context(viewport={"width": width, "height": 900}, java_script_enabled=script).new_page()
        page.goto(f"{site_url}q/{id}/")
        page.wait_for_url(f"{site_url}{page_url}#{id}")
        box = page.locator(f"#{id}").bounding_box()
        assert 0 <= box["y"] < 160, (id, box)


def test_it_works_below_a_path(open_context, published_url, sections):
    page = open_context().new_page()
    for id, page_url in sections.items():
        page.goto(f"{published_url}q/{id}/")
        page.wait_for_url(f"{published_url}{page_url}#{id}")


def test_the_way_back_does_not_stop_at_the_tiny_page(open_context, site_url):
    page = open_context().new_page()
    page.goto("about:blank")
    page.goto(f"{site_url}q/what-is-a-pod/")
    page.wait_for_url("**/pods/#what-is-a-pod")
    page.go_back()
    assert page.url == "about:blank"


@pytest.mark.parametrize("width", [1440, 375])
def test_a_question_can_be_sent_without_its_answer(open_context, site_url, width):
    page = open_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(f"{site_url}q/what-is-a-pod/?hide")
    page.wait_for_url("**/pods/?hide#what-is-a-pod")
    answer = page.locator("#what-is-a-pod + details.answer")
    answer.wait_for()
    said = answer.locator(":scope > :nth-child(2)")
    assert not said.is_visible()
    assert 0 <= page.locator("#what-is-a-pod").bounding_box()["y"] < 160
    following = answer.locator("xpath=following-sibling::*[1]")
    assert following.evaluate("node => node.tagName") in ("H2", "H3") and following.is_visible()
    answer.get_by_text("先想一想，再看答案").click()
    assert said.is_visible()
    page.evaluate("() => { location.hash = '#taints-and-tolerations'; }")
    page.wait_for_function("() => document.getAnimations().some(({effect}) => effect.target.id === 'taints-and-tolerations')")
    assert page.locator("details.answer").count() == 1  # only the one that was sent


def test_the_tiny_page_says_where_to_go_to_who_does_not_follow(page, site_url):
    page.route("**/forward-*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{site_url}q/what-is-a-pod/")
    assert "什么是 Pod" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="读这一节").click()
    page.wait_for_url("**/pods/#what-is-a-pod")


@pytest.mark.parametrize("script", [True, False])
def test_every_old_address_leads_to_the_new_one(open_context, site_url, script):
    moved = read((ROOT / "docs/redirects.yml").read_text(encoding="utf-8"))
    assert moved
    for redirect in moved:
        page = open_context(java_script_enabled=script).new_page()
        old, _, anchor = redirect.old.partition("#")
        page.goto(f"{site_url}{old}/#{anchor}")
        if script:
            page.wait_for_url(f"**/#{redirect.new.partition('#')[2]}")
        else:
            page.locator(f"#{anchor}").get_by_role("link").click()
            page.wait_for_url(f"**/#{redirect.new.partition('#')[2]}")
