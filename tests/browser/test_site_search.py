"""<site-search>: opens at once, answers while one types, works by keyboard, leads to marked words, and can be shared."""

import re

import conftest
import pytest

STATUS = "site-search [role=status]"
ACTIVE = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"


def search(page, query: str):
    """Open the search and type; waits until everything is read."""
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(query)
    page.locator(STATUS).filter(has_text=re.compile("找到|没有")).filter(has_not_text="正在读取").wait_for()


def results(page) -> list[str]:
    """The found sections' addresses, in their order."""
    return [link.get_attribute("href") for link in page.locator("site-search a").all()]


@pytest.mark.parametrize("key", ["/", "s", "Control+k"])
def test_a_key_opens_the_search_with_the_caret_in_its_field(page, site_url, key):
    page.goto(site_url + "pods/")
    page.wait_for_function("!!customElements.get('site-search')")
    page.keyboard.press(key)
    page.get_by_role("dialog", name="搜索").wait_for()
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.get_by_role("combobox").input_value() == ""


def test_a_tap_opens_the_search_on_a_phone_and_it_fits(open_context, site_url):
    phone = open_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True).new_page()
    phone.goto(site_url + "pods/")
    phone.get_by_role("button", name="搜索").first.tap()
    phone.get_by_role("combobox").fill("裸块卷")
    phone.get_by_role("option").first.wait_for()
    box = phone.get_by_role("dialog", name="搜索").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] <= 640
    assert phone.evaluate("[...document.querySelectorAll('.search-dialog *')].every((part) => part.getBoundingClientRect().right <= 361)")
    phone.get_by_role("option").first.tap()
    phone.wait_for_url("**/raw-block/#*")


@pytest.mark.parametrize(("query", "section"), [("裸块卷", "raw-block/#raw-block"), ("NODEPORT", "nodeport"), ("什么是 pod", "pods/#what-is-a-pod"), ("CSI 驱动", "csi/#csi"), ("滾動更新", "pods/#rolling-update-and-rollback")])
def test_a_term_finds_a_section_that_says_it_with_exact_marks(page, site_url, query, section):
    page.goto(site_url)
    search(page, query)
    assert any(section in address for address in results(page)), results(page)
    marked = [mark.inner_text().lower() for mark in page.locator("site-search mark").all()]
    assert marked and len(results(page)) <= 8
    assert all(re.fullmatch(r"[\w .:/-]+", text) for text in marked)


def test_results_stand_under_their_chapters_with_the_way_to_them_in_the_order_of_rank(page, site_url):
    page.goto(site_url)
    search(page, "污点")
    groups = page.get_by_role("group").filter(has=page.get_by_role("option"))
    assert groups.first.get_attribute("aria-label") == "Pod"
    assert "资源管理与调度" in page.get_by_role("option").first.inner_text()
    assert page.evaluate("[...document.querySelectorAll('site-search .search-group')].every((group) => group.querySelectorAll('a').length)")


def test_arrows_walk_the_options_while_the_caret_stays_and_enter_opens_the_active_one(page, site_url):
    page.goto(site_url)
    search(page, "污点")
    found = results(page)
    field = page.get_by_role("combobox")
    assert field.get_attribute("aria-expanded") == "true" and page.evaluate(ACTIVE) is None
    for key, active in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1), ("ArrowDown", 0), ("ArrowDown", 1)):
        page.keyboard.press(key)
        assert page.evaluate(f"{ACTIVE}.href") == found[active]
        assert page.get_by_role("option", selected=True).count() == 1
        assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Enter")
    page.wait_for_url(found[1])


def test_enter_opens_the_first_section(page, site_url):
    page.goto(site_url)
    search(page, "污点")
    target = results(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_escape_closes_and_the_focus_returns(page, site_url):
    page.goto(site_url + "pods/")
    opener = page.get_by_role("button", name="搜索").first
    opener.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="搜索").wait_for()
    page.get_by_role("combobox").fill("Pod")
    page.keyboard.press("Escape")
    page.get_by_role("dialog", name="搜索").wait_for(state="hidden")
    assert opener.evaluate("button => button === document.activeElement")


def test_counts_are_announced(page, site_url):
    page.goto(site_url)
    search(page, "污点")
    shown, said = len(results(page)), page.locator(STATUS).inner_text()
    assert f"{shown} 节" in said
    search_field = page.get_by_role("combobox")
    search_field.fill("量子纠缠")
    assert page.locator(STATUS).inner_text() == "没有找到“量子纠缠”。"
    assert search_field.get_attribute("aria-expanded") == "false"


def test_a_word_nobody_wrote_gets_other_words_and_a_way_to_report_it(page, site_url, open_context):
    page.goto(site_url)
    search(page, "污染")
    assert results(page) == []
    offers = page.locator("site-search").get_by_text("您是不是要找").locator("..").get_by_role("button")
    assert "污点" in offers.all_inner_texts()
    report = page.get_by_role("button", name="复制一句话")
    assert report.is_visible()
    offers.filter(has_text="污点").first.click()
    assert results(page)[0].endswith("/pods/#taints-and-tolerations")


def test_a_missing_word_is_reported_as_an_issue_where_there_is_a_repository(page, published_url):
    page.goto(published_url)
    page.evaluate("window.open = (url) => { window.opened = url }")
    search(page, "量子纠缠")
    page.get_by_role("button", name="告诉我们缺了这个词").click()
    opened = page.evaluate("opened")
    assert opened.startswith("https://github.com/example/notes/issues/new?title=") and "%E9%87%8F%E5%AD%90" in opened


def test_a_typing_error_is_understood_and_said(page, site_url):
    page.goto(site_url)
    search(page, "滚动跟新")
    assert results(page)[0].endswith("/pods/#rolling-update-and-rollback")
    page.get_by_text("已按相近的词查找").wait_for()
    assert page.get_by_role("button", name="滚动更新").is_visible()


def test_a_terms_definition_stands_on_top(page, site_url):
    page.goto(site_url)
    search(page, "pvc")
    card = page.locator("site-search .search-term")
    assert "PersistentVolumeClaim" in card.inner_text() and card.inner_text().endswith("。")
    assert card.bounding_box()["y"] < page.get_by_role("option").first.bounding_box()["y"]
    page.get_by_role("combobox").fill("pvc 绑定")
    assert card.count() == 0


def test_a_definition_gives_the_terms_own_names_not_what_is_only_searched_with_it(page, site_url):
    page.goto(site_url)
    search(page, "服务网格")
    box = page.locator("site-search .search-term")
    box.get_by_text("基础设施层").wait_for()
    assert "service mesh" in box.inner_text() and "Istio" not in box.inner_text()


def test_an_empty_field_offers_chapters_hot_words_and_what_was_searched(page, site_url):
    page.goto(site_url + "pods/")
    page.keyboard.press("/")
    page.get_by_text("常见的词").wait_for()
    assert page.locator("site-search").get_by_role("link", name="CSI 裸块卷").is_visible()
    assert not page.get_by_text("最近搜索").is_visible()
    page.locator("site-search").get_by_text("常见的词").locator("..").get_by_role("button").first.click()
    page.get_by_role("option").first.wait_for()
    query = page.get_by_role("combobox").input_value()
    page.get_by_role("option").first.click()
    page.wait_for_load_state()
    page.wait_for_function("!!customElements.get('site-search')")
    page.keyboard.press("/")
    recent = page.locator("site-search").get_by_text("最近搜索").locator("..")
    recent.get_by_role("button", name=query, exact=True).wait_for()
    recent.get_by_role("button", name="清除").click()
    assert not page.get_by_text("最近搜索").is_visible()


def test_while_composing_nothing_is_searched_and_enter_only_chooses_a_word(page, site_url):
    page.goto(site_url)
    search(page, "Pod")
    before = results(page)
    field = page.get_by_role("combobox")
    field.evaluate("""field => {
        field.value = "wu'dian";
        field.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true}));
        field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, isComposing: true}));
    }""")
    assert results(page) == before and page.url == site_url
    field.evaluate("field => { field.value = '污点'; field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})) }")
    assert results(page)[0].endswith("/pods/#taints-and-tolerations")


def test_an_index_that_cannot_be_fetched_is_said_in_words(open_context, site_url):
    context = open_context()
    context.route("**/headings-*.json", lambda route: route.fulfill(status=404, body=""))
    page = context.new_page()
    page.goto(site_url)
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("Pod")
    page.get_by_text("搜索数据没有取到").wait_for()


def test_a_search_that_could_not_be_loaded_is_tried_again(open_context, site_url):
    context = open_context()
    page = context.new_page()
    page.goto(site_url)
    page.wait_for_function("!!customElements.get('site-search')")
    context.route("**/search-dialog-*.js", lambda route: route.fulfill(status=404, body=""))
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    context.unroute("**/search-dialog-*.js")
    page.get_by_role("button", name="搜索").first.click()
    page.get_by_role("combobox").wait_for(timeout=5000)


def test_headings_answer_before_the_texts_have_arrived(open_context, site_url):
    context = open_context()
    held = []
    context.route("**/texts-*.txt", lambda route: held.append(route))
    page = context.new_page()
    page.goto(site_url)
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("污点")
    page.get_by_role("option").first.wait_for()
    page.locator(STATUS).filter(has_text="正在读取正文").wait_for()
    few = len(results(page))
    held[0].continue_()
    page.locator(STATUS).filter(has_not_text="正在读取").wait_for()
    assert len(results(page)) > few


def test_the_section_opens_with_its_words_marked_and_the_marks_can_be_taken_away(page, site_url):
    page.goto(site_url)
    search(page, "容忍")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pods/#taints-and-tolerations")
    marks = page.locator("article mark")
    marks.first.wait_for()
    assert set(marks.all_inner_texts()) >= {"容忍"}
    between = page.evaluate("""() => {
        const start = document.getElementById('taints-and-tolerations'), end = document.getElementById('topology-spread');
        return [...document.querySelectorAll('article mark')].every((mark) => start.compareDocumentPosition(mark) & 4 && mark.compareDocumentPosition(end) & 4);
    }""")
    assert between, "只标出这一节里的"
    page.reload()
    marks.first.wait_for()
    page.get_by_role("button", name="清除标记").hover()
    page.locator("copy-code").first.wait_for(state="attached")  # comes with the first move; no part of what is compared
    text = page.get_by_role("article").inner_text()
    page.get_by_role("button", name="清除标记").click()
    assert marks.count() == 0 and page.locator("found-words").count() == 0
    assert page.get_by_role("article").inner_text() == text
    page.reload()
    page.wait_for_function("!!customElements.get('site-search')")
    page.wait_for_timeout(300)
    assert marks.count() == 0


def test_words_in_a_folded_block_are_marked_and_the_block_unfolds(page, site_url):
    def folded(route):
        html = route.fetch().text().replace('<h3 id="topology-spread">', '<details><summary>答案</summary><p>折叠的<b>容</b>忍</p></details><h3 id="topology-spread">')
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route("**/pods/*", folded)
    page.goto(site_url + "pods/?h=%E5%AE%B9%E5%BF%8D#taints-and-tolerations")
    page.locator("details:not(.errata) mark").first.wait_for()
    assert page.locator("details:not(.errata) mark").all_inner_texts() == ["容", "忍"]
    assert page.url.endswith("/pods/#taints-and-tolerations")
    assert page.locator("details.errata mark").count() == 0 and page.locator("details.errata[open]").count() == 0, "勘误引用的错误说法不在搜索里"


def test_a_search_can_be_shared(page, site_url):
    page.goto(site_url + "pods/?q=%E6%B1%A1%E7%82%B9")
    page.get_by_role("option").first.wait_for()
    assert results(page)[0].endswith("/pods/#taints-and-tolerations")


def test_the_search_is_a_page_whose_address_holds_the_query(page, site_url):
    page.goto(site_url + "search/?q=PVC")
    page.get_by_role("option").first.wait_for()
    assert page.get_by_role("dialog").count() == 0
    page.get_by_role("combobox").fill("污点")
    page.wait_for_url("**/search/?q=%E6%B1%A1%E7%82%B9")
    page.locator(STATUS).filter(has_not_text="正在读取").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/pods/#taints-and-tolerations")


def test_a_browser_can_offer_the_search_where_the_site_has_an_address(page, site_url, published_url, published_site):
    page.goto(published_url + "pods/")
    link = page.locator("link[rel=search]")
    assert link.evaluate("link => link.href") == published_url + "opensearch.xml"
    assert 'template="https://example.org/notes/search/?q={searchTerms}"' in (published_site / "opensearch.xml").read_text(encoding="utf-8")
    page.goto(published_url + "no/such/page")
    assert link.get_attribute("href") == "/notes/opensearch.xml"
    page.goto(site_url + "pods/")
    assert link.count() == 0


def test_the_unknown_page_offers_search_and_chapters_at_any_depth(page, published_url):
    page.goto(published_url + "no/such/page")
    assert page.get_by_role("heading", level=1, name="没有这一页").is_visible()
    search(page, "污点")
    page.locator("site-search a").first.click()
    page.wait_for_url(published_url + "pods/#*")


@pytest.fixture
def on_disk(open_context, site):
    """A page of a copy on disk; what Chromium says in the console about the module that it may not load there is no fault."""
    page = open_context(console=False).new_page()
    page.goto((site / "index.html").as_uri())
    return page


def test_a_copy_on_disk_searches_too(on_disk, site):
    on_disk.wait_for_function("!!customElements.get('site-search')")
    search(on_disk, "滚动跟新")
    assert results(on_disk)[0] == (site / "pods/index.html").as_uri() + "#rolling-update-and-rollback"
    on_disk.keyboard.press("Enter")
    on_disk.locator("article mark").first.wait_for()
    on_disk.get_by_role("navigation", name="章节", exact=True).get_by_role("link", name="CSI 驱动").click()
    on_disk.get_by_role("heading", level=1, name="CSI").wait_for()
    on_disk.goto((site / "search/index.html").as_uri() + "?q=PVC")
    on_disk.get_by_role("option").first.wait_for()


def test_the_built_in_words_of_the_search_are_not_published(site):
    assert not [name for name in ("synonyms.yml", "terms.yml") if (site / name).exists()]
    assert (conftest.ROOT / "docs/synonyms.yml").is_file()
