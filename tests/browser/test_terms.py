"""A term explains itself: by pointer, keyboard and touch, and without script."""

import pytest
from axe import violations

PAGE = "services/"


def first_term(page, site_url):
    page.goto(site_url + PAGE)
    term = page.locator("article p a.term, article li a.term").first
    term.scroll_into_view_if_needed()
    return term


def tip(page):
    return page.locator("term-tip:not([hidden])")


def test_a_pointer_opens_the_definition_and_may_rest_on_it(page, site_url):
    term = first_term(page, site_url)
    term.hover()
    tip(page).wait_for()
    assert tip(page).get_by_role("link", name="讲它的一节").is_visible()
    tip(page).hover()
    page.wait_for_timeout(400)  # longer than the way from the term to the tip may take
    assert tip(page).is_visible()
    page.mouse.move(2, 2)
    tip(page).wait_for(state="detached")


def test_the_keyboard_opens_it_reads_it_and_closes_it(page, site_url):
    term = first_term(page, site_url)
    page.keyboard.press("Tab")
    term.focus()
    tip(page).wait_for()
    assert term.get_attribute("aria-describedby") == "term-tip" and "。" in tip(page).text_content()
    page.keyboard.press("Escape")
    tip(page).wait_for(state="detached")
    assert term.evaluate("e => e === document.activeElement")


def test_the_first_tap_opens_it_and_the_second_leads_to_the_glossary(phone, site_url):
    term = first_term(phone, site_url)
    term.tap()
    tip(phone).wait_for()
    assert PAGE in phone.url and "#term-" not in phone.url
    box, screen = tip(phone).bounding_box(), phone.viewport_size
    assert box["x"] >= 0 and box["x"] + box["width"] <= screen["width"]
    term.tap()
    phone.wait_for_url("**/terms/#term-*")


def test_a_tap_elsewhere_closes_it(phone, site_url):
    first_term(phone, site_url).tap()
    tip(phone).wait_for()
    phone.touchscreen.tap(5, 5)
    tip(phone).wait_for(state="detached")


@pytest.mark.parametrize("width", [360, 1440])
def test_every_definition_stays_on_the_screen(open_context, site_url, width):
    page = open_context(viewport={"width": width, "height": 700}).new_page()
    page.goto(site_url + PAGE)
    terms = page.locator("article a.term")
    for number in range(0, terms.count(), 12):
        term = terms.nth(number)
        if not term.is_visible():
            continue
        term.scroll_into_view_if_needed()
        page.mouse.move(1, 1)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")  # the scrolling closes what is open
        term.hover()
        tip(page).wait_for()
        box = tip(page).bounding_box()
        assert 0 <= box["x"] and box["x"] + box["width"] <= width and 0 <= box["y"] and box["y"] + box["height"] <= 700


def test_a_definition_leads_home(page, site_url):
    first_term(page, site_url).hover()
    link = tip(page).get_by_role("link", name="讲它的一节")
    target = link.evaluate("a => a.href")
    link.click()
    page.wait_for_url(target)
    assert page.locator(f"[id='{target.partition('#')[2]}']").count() == 1


def test_without_script_a_term_is_a_link_to_its_definition(without_script, site_url):
    first_term(without_script, site_url).click()
    without_script.wait_for_url("**/terms/#term-*")
    anchor = without_script.url.partition("#")[2]
    assert "。" in without_script.locator(f"#{anchor} + dd").text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_a_definition_open(open_context, site_url, scheme):
    page = open_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    first_term(page, site_url).hover()
    tip(page).wait_for()
    assert violations(page) == []


def test_the_definitions_cost_nothing_until_they_are_wanted(page, site_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + PAGE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "terms-" in url or "term-tip" in url]
