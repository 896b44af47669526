"""<site-search>: opens at once, finds by plain substring, works by keyboard."""

import pytest


def search(page, query: str):
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)


@pytest.mark.parametrize("key", ["/", "s", "Control+k"])
def test_a_key_opens_the_search_with_the_caret_in_its_field(page, site_url, key):
    page.goto(site_url + "pods/")
    page.wait_for_function("!!customElements.get('site-search')")
    page.keyboard.press(key)
    page.get_by_role("dialog", name="搜索").wait_for()
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.get_by_role("searchbox").input_value() == ""


def test_a_tap_opens_the_search_on_a_phone(phone, site_url):
    phone.goto(site_url + "pods/")
    phone.get_by_role("button", name="搜索").first.tap()
    phone.get_by_role("searchbox").fill("裸块卷")
    phone.locator("site-search a").first.wait_for()


@pytest.mark.parametrize(("query", "section"), [("裸块卷", "raw-block/#raw-block"), ("nodestage", None), ("NODEPORT", "nodeport"), ("什么是 pod", "pods/#what-is-a-pod"), ("CSI 驱动", "csi/#csi")])
def test_a_term_finds_a_section_that_says_it(page, site_url, query, section):
    page.goto(site_url)
    search(page, query)
    page.locator("site-search [role=status]").filter(has_text="找到").wait_for()
    links = page.locator("site-search a")
    if section is None:
        return
    links.first.wait_for()
    assert any(section in link.get_attribute("href") for link in links.all()), [link.get_attribute("href") for link in links.all()]
    assert links.first.locator("mark").count()


def test_enter_opens_the_first_section_and_arrows_walk_the_results(page, site_url):
    page.goto(site_url)
    search(page, "污点")
    links = page.locator("site-search a")
    links.first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('site-search a')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    target = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_escape_closes_and_the_focus_returns(page, site_url):
    page.goto(site_url + "pods/")
    opener = page.get_by_role("button", name="搜索").first
    opener.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="搜索").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog", name="搜索").wait_for(state="hidden")
    assert opener.evaluate("button => button === document.activeElement")


def test_a_word_nobody_wrote_gets_an_answer_in_words(page, site_url):
    page.goto(site_url)
    search(page, "量子纠缠")
    page.get_by_text("没有找到“量子纠缠”").wait_for()
    assert page.locator("site-search a").count() == 0


def test_enter_while_composing_chooses_a_word_and_opens_nothing(page, site_url):
    page.goto(site_url)
    search(page, "Pod")
    page.locator("site-search a").first.wait_for()
    page.get_by_role("searchbox").evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, isComposing: true}))")
    assert page.url == site_url


def test_an_index_that_cannot_be_fetched_is_said_in_words(open_context, site_url):
    context = open_context()
    context.route("**/headings-*.json", lambda route: route.fulfill(status=404, body=""))
    page = context.new_page()
    page.goto(site_url)
    search(page, "Pod")
    page.get_by_text("搜索数据没有取到").wait_for()


def test_headings_answer_before_the_texts_have_arrived(open_context, site_url):
    context = open_context()
    held = []
    context.route("**/texts-*.json", lambda route: held.append(route))
    page = context.new_page()
    page.goto(site_url)
    search(page, "污点")
    page.locator("site-search a").first.wait_for()
    page.locator("site-search [role=status]").filter(has_text="正在读取正文").wait_for()
    few = page.locator("site-search a").count()
    held[0].continue_()
    page.locator("site-search [role=status]").filter(has_not_text="正在读取").wait_for()
    assert page.locator("site-search a").count() > few


def test_the_unknown_page_offers_search_and_chapters_at_any_depth(page, published_url):
    page.goto(published_url + "no/such/page")
    assert page.get_by_role("heading", level=1, name="没有这一页").is_visible()
    search(page, "污点")
    page.locator("site-search a").first.click()
    page.wait_for_url(published_url + "pods/#*")
