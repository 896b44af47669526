"""axe finds nothing on any page, in light and dark, on a desk and on a phone."""

import pytest
from axe import violations


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 375])
def test_axe_finds_nothing_on_any_page(open_context, site_url, pages, scheme, width):
    page = open_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce").new_page()
    found = []
    for address in pages:
        page.goto(site_url + address)
        found += [f"/{address}: {line}" for line in violations(page)]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_search_and_the_open_drawer(open_context, site_url, scheme):
    page = open_context(viewport={"width": 375, "height": 812}, color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(site_url + "csi/")
    page.get_by_role("button", name="搜索").first.click()
    page.get_by_role("combobox").fill("CSI")
    page.locator("site-search a").first.wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".site-header__menu").click()
    page.get_by_role("navigation", name="章节", exact=True).get_by_role("link", name="云原生").wait_for()
    assert violations(page) == []


def test_axe_is_not_blind(page, site_url):
    page.goto(site_url)
    page.evaluate("document.querySelector('article').append(Object.assign(document.createElement('p'), {textContent: '看不清', style: 'color:#eee;background:#fff'}), new Image())")
    assert {line.partition(":")[0] for line in violations(page)} >= {"color-contrast", "image-alt"}
