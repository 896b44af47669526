"""Everything a pointer reaches, a keyboard reaches, and one sees where one is."""

import pytest

REACHABLE = """() => [...document.querySelectorAll('a[href], button, summary, input, [tabindex="0"]')].filter((element) =>
    element.checkVisibility({visibilityProperty: true}) && element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]')
    && !(element.closest('details:not([open])') && element.tagName !== 'SUMMARY')).length"""

FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    element.dataset.seen = '1';
    const shown = [element, document.querySelector('.site-header__menu')].filter(Boolean);
    const ring = (part) => { const s = getComputedStyle(part); const after = getComputedStyle(part, '::after');
        return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || (after.outlineStyle !== 'none' && parseFloat(after.outlineWidth) > 0); };
    return [element.outerHTML.slice(0, 120), (element.id === 'drawer' ? shown : [element]).some(ring)];
}"""


@pytest.mark.parametrize("width", [1440, 375])
def test_tab_reaches_everything_and_shows_where_it_is(open_context, site_url, pages, width):
    page = open_context(viewport={"width": width, "height": 900}, reduced_motion="reduce").new_page()
    for address in pages:
        page.goto(site_url + address)
        steps = 0
        while steps < page.evaluate(REACHABLE) + 2:  # some, like a diagram's buttons, come while the reader goes on
            steps += 1
            page.keyboard.press("Tab")
            if steps == 1:  # what loads with the first move is there before one gets to it
                page.wait_for_function("() => !!customElements.get('copy-code') && (!document.querySelector('.diagram') || !!customElements.get('diagram-tools'))")
            focused = page.evaluate(FOCUSED)
            if focused:
                assert focused[1], (address, "看不出焦点", focused[0])
        missed = page.evaluate("() => [...document.querySelectorAll('a[href], button, summary, input, [tabindex=\"0\"]')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0 && !e.dataset.seen && !(e.closest('details:not([open])') && e.tagName !== 'SUMMARY')).map(e => e.outerHTML.slice(0, 120))")
        assert steps > 8 and missed == [], address


def test_the_skip_link_comes_first_and_leads_to_the_text(page, site_url):
    page.goto(site_url + "pods/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "跳到正文"
    page.keyboard.press("Enter")
    page.wait_for_url("**/pods/#pods")


def test_the_drawer_opens_closes_and_gives_the_focus_back(open_context, site_url):
    page = open_context(viewport={"width": 375, "height": 800}, reduced_motion="reduce").new_page()
    page.goto(site_url + "pods/")
    drawer = page.get_by_role("navigation", name="章节", exact=True)
    assert not drawer.is_visible()
    page.get_by_role("checkbox", name="打开章节目录").focus()
    page.keyboard.press("Space")
    drawer.wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "page"
    page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "drawer"
    page.keyboard.press("Space")
    drawer.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    drawer.wait_for(state="hidden")
