"""A section's link takes one tap: by pointer, keyboard and touch; a selection's link too."""

import re

import pytest
from axe import violations

ALLOWED = ["clipboard-read", "clipboard-write"]
COPIED = "navigator.clipboard.readText()"
SECTION = "services/", "what-is-a-service"
TITLE = "什么是 Service？它的作用是什么？"


def open_section(context, site_url):
    """Open the page of SECTION and return it with the sign behind the section's heading."""
    page = context.new_page()
    page.goto(site_url + SECTION[0])
    sign = page.locator(f"#{SECTION[1]} > .headerlink")
    sign.scroll_into_view_if_needed()
    return page, sign


def said(page):
    return page.get_by_role("status").filter(has_text=f"已复制：{TITLE}")


@pytest.mark.parametrize("width", [1440, 375])
def test_one_press_copies_title_and_short_link_and_says_so(open_context, site_url, width):
    page, sign = open_section(open_context(permissions=ALLOWED, viewport={"width": width, "height": 900}, has_touch=width < 500), site_url)
    if width < 500:
        sign.tap()
    else:
        page.locator(f"#{SECTION[1]}").hover()
        sign.click()
    said(page).wait_for()
    assert page.evaluate(COPIED) == f"{TITLE}\n{site_url}q/what-is-a-service/"
    box = page.locator("share-note").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_reaches_the_sign_and_copies(open_context, site_url, key):
    page, sign = open_section(open_context(permissions=ALLOWED), site_url)
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.querySelector('.headerlink[role=button]')")
    assert page.get_by_role("heading", name=TITLE).get_by_role("button", name="复制链接", exact=True).count() == 1
    sign.focus()
    page.wait_for_function("() => getComputedStyle(document.activeElement).opacity === '1'")
    page.keyboard.press(key)
    said(page).wait_for()
    assert page.evaluate(COPIED).endswith("/q/what-is-a-service/")


def test_every_question_and_every_part_of_it_has_a_sign(page, site_url, pages):
    for address in pages:
        if address == "404.html":
            continue
        page.goto(site_url + address)
        bare = page.evaluate("[...document.querySelectorAll('article :is(h2, h3, h4)')].filter((heading) => !heading.querySelector('.headerlink[aria-label=复制链接]')).map((heading) => heading.id)")
        assert bare == [], address


def test_a_heading_of_a_page_made_from_others_is_copied_with_its_own_address(open_context, site_url):
    page = open_context(permissions=ALLOWED).new_page()
    page.goto(site_url + "terms/")
    page.locator("h2 > .headerlink").first.click()
    page.get_by_role("status").filter(has_text="已复制").wait_for()
    assert page.evaluate(COPIED).endswith("/terms/#" + page.locator("article h2").first.get_attribute("id"))


def test_the_sign_shows_under_the_pointer_and_always_on_touch(open_context, site_url):
    page, sign = open_section(open_context(), site_url)
    page.mouse.move(2, 2)
    opacity = "sign => Number(getComputedStyle(sign).opacity)"
    assert sign.evaluate(opacity) == 0
    page.locator(f"#{SECTION[1]}").hover()
    page.wait_for_function("() => getComputedStyle(document.querySelector('#what-is-a-service > .headerlink')).opacity === '1'")
    _, touched = open_section(open_context(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True), site_url)
    assert touched.evaluate(opacity) > 0.5


def test_the_link_can_be_had_as_markdown_and_without_the_answer(open_context, site_url):
    page, sign = open_section(open_context(permissions=ALLOWED), site_url)
    sign.click()
    for name, copied in (("复制为 Markdown", f"[{TITLE}]({site_url}q/what-is-a-service/)"), ("复制不带答案的链接", f"{TITLE}\n{site_url}q/what-is-a-service/?hide")):
        page.locator("share-note").get_by_role("button", name=name).click()
        page.wait_for_function("(copied) => navigator.clipboard.readText().then((text) => text === copied)", arg=copied)
    page.locator("share-note").get_by_role("button", name="关闭").click()
    page.locator("share-note").wait_for(state="hidden")


def test_a_section_that_asks_nothing_has_no_link_without_answer(open_context, site_url):
    page = open_context(permissions=ALLOWED).new_page()
    page.goto(site_url + "services/")
    page.locator("h2:not(:has-text('？')) > .headerlink").first.click()
    page.locator("share-note").get_by_role("button", name="复制为 Markdown").wait_for()
    assert page.locator("share-note").get_by_role("button", name="复制不带答案的链接").count() == 0


def test_without_a_clipboard_the_link_stands_there_to_be_copied_by_hand(open_context, site_url):
    context = open_context()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page, sign = open_section(context, site_url)
    sign.click()
    field = page.get_by_role("textbox", name="链接")
    field.wait_for()
    assert field.input_value() == f"{site_url}q/what-is-a-service/" and page.evaluate("document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)") == field.input_value()
    assert "请手动复制" in page.get_by_role("status").last.inner_text()


def test_the_system_share_sheet_is_offered_where_there_is_one(open_context, site_url):
    context = open_context(permissions=ALLOWED)
    context.add_init_script("navigator.share = (data) => { window.shared = data; return Promise.resolve(); }")
    page, sign = open_section(context, site_url)
    sign.click()
    page.get_by_role("button", name="分享……").click()
    assert page.evaluate("window.shared") == {"title": TITLE, "url": f"{site_url}q/what-is-a-service/"}


def test_it_is_not_offered_where_there_is_none(open_context, site_url):
    context = open_context(permissions=ALLOWED)
    context.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page, sign = open_section(context, site_url)
    sign.click()
    said(page).wait_for()
    assert page.get_by_role("button", name="分享……").count() == 0


def test_a_tap_that_comes_before_the_script_waits_for_it(open_context, site_url):
    context = open_context(permissions=ALLOWED, viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page = context.new_page()
    held = []
    page.route("**/reading-*.js", lambda route: held.append(route))
    page.goto(site_url + "services/#what-is-a-service")
    page.locator("#what-is-a-service > .headerlink").tap()
    page.wait_for_timeout(300)
    assert held and not page.locator("share-note").count()
    held[0].continue_()
    said(page).wait_for()


def test_a_script_that_cannot_be_had_leaves_the_link(open_context, site_url):
    page = open_context(bypass_csp=True).new_page()
    page.route("**/reading-*.js", lambda route: route.fulfill(body="throw 0", content_type="text/javascript"))
    page.goto(site_url + "services/")
    page.locator("#what-is-a-service > .headerlink").click()
    page.wait_for_url("**/services/#what-is-a-service")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_said(open_context, site_url, scheme):
    page, sign = open_section(open_context(permissions=ALLOWED, viewport={"width": 375, "height": 812}, color_scheme=scheme), site_url)
    sign.click()
    said(page).wait_for()
    assert violations(page) == []


SELECT = """() => {
    const text = [...document.querySelectorAll('#what-is-a-service ~ p')].find((p) => p.textContent.length > 40).firstChild;
    getSelection().setBaseAndExtent(text, 0, text, Math.min(12, text.length));
    return getSelection().toString();
}"""


@pytest.mark.parametrize("width", [1440, 375])
def test_selected_words_have_a_link_that_shows_them_on_arrival(open_context, site_url, width):
    context = open_context(permissions=ALLOWED, viewport={"width": width, "height": 800})
    page, _ = open_section(context, site_url)
    page.mouse.move(5, 5)
    page.wait_for_function("() => document.querySelector('.headerlink[role=button]')")
    words = page.evaluate(SELECT)
    page.get_by_role("button", name="复制所选文字的链接").click()
    page.get_by_role("status").filter(has_text="已复制").wait_for()
    title, url = page.evaluate(COPIED).split("\n")
    assert title == words and re.search(r"#[a-z0-9-]*:~:text=", url)
    reader = context.new_page()
    reader.goto(url)
    reader.wait_for_function("(words) => { const found = [...document.querySelectorAll('article p')].find((p) => p.textContent.startsWith(words)); const {top} = found.getBoundingClientRect(); return top > 0 && top < innerHeight; }", arg=words)


def test_nothing_is_offered_for_words_outside_an_article(open_context, site_url):
    page, _ = open_section(open_context(), site_url)
    page.mouse.move(5, 5)
    page.wait_for_function("() => document.querySelector('.headerlink[role=button]')")
    page.evaluate("() => { getSelection().selectAllChildren(document.querySelector('page-toc')); }")
    page.locator("selection-link").wait_for(state="hidden")
    page.evaluate(SELECT)
    page.locator("selection-link").wait_for()
    page.evaluate("getSelection().removeAllRanges()")
    page.locator("selection-link").wait_for(state="hidden")


def test_without_script_the_sign_leads_to_the_section(without_script, site_url):
    without_script.goto(site_url + "services/")
    without_script.locator("#what-is-a-service > .headerlink").click()
    without_script.wait_for_url("**/services/#what-is-a-service")
