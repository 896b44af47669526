"""Readable and navigable with JavaScript off."""


def test_a_reader_without_script_gets_from_the_home_page_to_an_answer(without_script, site_url):
    page = without_script
    page.goto(site_url)
    page.get_by_role("article").get_by_role("link", name="Service", exact=True).first.click()
    page.wait_for_url("**/services/")
    page.get_by_role("navigation", name="本页内容").first.get_by_role("link", name="什么是 Service？").click()
    assert page.url.endswith("/services/#what-is-a-service")
    assert page.get_by_text("定义了 Pod 的访问方式").is_visible()
    page.get_by_role("navigation", name="前后章节").get_by_role("link", name="下一章").click()
    page.wait_for_url("**/ip-types/")


def test_the_search_leads_to_the_glossary_and_the_chapters(without_script, site_url):
    without_script.goto(site_url + "csi/")
    without_script.locator(".site-header__search").get_by_role("link").click()
    without_script.wait_for_url("**/search/")
    page = without_script.get_by_role("article")
    assert page.get_by_role("link", name="CSI 裸块卷").is_visible()
    page.get_by_role("link", name="术语表").click()
    without_script.wait_for_url("**/terms/")


def test_the_drawer_and_the_folded_contents_work_on_a_phone(open_context, site_url):
    page = open_context(java_script_enabled=False, viewport={"width": 375, "height": 800}).new_page()
    page.goto(site_url + "pods/")
    page.get_by_text("本页内容").first.click()
    assert page.get_by_role("link", name="什么是污点（Taints）和容忍（Tolerations）？").first.is_visible()
    page.locator(".site-header__menu").click()
    page.get_by_role("navigation", name="章节", exact=True).get_by_role("link", name="云原生").click()
    page.wait_for_url("**/cloud-native/")


def test_nothing_is_shown_that_does_nothing(without_script, site_url):
    without_script.goto(site_url + "raw-block/")
    assert without_script.get_by_role("button").count() == 0


def test_every_page_shows_its_text(without_script, site_url, pages):
    for address in pages:
        without_script.goto(site_url + address)
        assert without_script.get_by_role("heading", level=1).is_visible()
        assert len(without_script.get_by_role("article").inner_text()) > 150, address
