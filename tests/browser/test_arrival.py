"""Who comes by a link sees what it means: clear of the header, unfolded, marked; or what is near when it leads nowhere."""

import pytest
from axe import violations

MARKS = "() => document.getAnimations().map((animation) => animation.effect.target.id)"


@pytest.mark.parametrize("width", [1440, 375])
def test_a_heading_is_clear_of_the_header(open_context, site_url, width):
    page = open_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(site_url + "pods/#taints-and-tolerations")
    page.wait_for_function("() => scrollY > 500")
    header = page.locator(".site-header").bounding_box()
    heading = page.locator("#taints-and-tolerations").bounding_box()
    assert header["y"] + header["height"] <= heading["y"] < 160


def test_it_is_marked_for_a_moment(page, site_url):
    page.goto(site_url + "pods/#taints-and-tolerations")
    page.wait_for_function("() => document.getAnimations().some(({effect}) => effect.target.id === 'taints-and-tolerations')")
    page.wait_for_function("() => !document.getAnimations().length")
    assert page.locator("#taints-and-tolerations").evaluate("heading => getComputedStyle(heading).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_not_at_all_for_who_wants_no_motion(open_context, site_url):
    page = open_context(reduced_motion="reduce").new_page()
    with page.expect_response("**/arrival-*.js"):
        page.goto(site_url + "pods/#taints-and-tolerations")
    page.wait_for_timeout(300)
    assert page.evaluate(MARKS) == []


def test_what_is_folded_unfolds(page, site_url):
    page.goto(site_url + "csi/")
    page.evaluate("""() => {
        const outer = document.createElement('details'), inner = document.createElement('details');
        inner.append(Object.assign(document.createElement('p'), {id: 'deep', textContent: '深处'}));
        outer.append(inner);
        document.querySelector('article').append(outer);
        location.hash = '#deep';
    }""")
    page.wait_for_function("() => { const {top} = document.getElementById('deep').getBoundingClientRect(); return document.getElementById('deep').checkVisibility() && top > 0 && top < innerHeight; }")


def test_the_way_back_leads_to_where_the_reader_was(open_context, site_url):
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site_url + "pods/#taints-and-tolerations")
    page.wait_for_function("() => scrollY > 500")
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(700)
    was = page.evaluate("scrollY")
    page.goto(site_url + "csi/")
    page.go_back()
    page.wait_for_function("() => scrollY > 500")
    page.wait_for_timeout(500)
    assert abs(page.evaluate("scrollY") - was) < 60


def test_the_address_follows_the_reader_and_the_history_does_not_grow(open_context, site_url):
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site_url + "pods/")
    before = page.evaluate("history.length")
    for id in ("taints-and-tolerations", "what-is-a-pod"):
        page.locator(f"#{id}").evaluate("heading => heading.scrollIntoView()")
        page.wait_for_url(f"**/pods/#{id}")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_url("**/pods/")
    assert page.evaluate("history.length") == before


def test_an_address_that_names_more_than_a_section_stays_until_the_reader_goes_on(open_context, site_url):
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site_url + "services/")
    figure = page.locator("figure.diagram[id]").first.get_attribute("id")
    page.goto(f"{site_url}services/#{figure}")
    page.locator("page-toc [aria-current]").wait_for()
    page.wait_for_timeout(700)
    assert page.url.endswith(f"#{figure}")
    page.locator("#cluster-dns-records").evaluate("heading => heading.scrollIntoView()")
    page.wait_for_url("**/services/#cluster-dns-records")


@pytest.mark.parametrize("rate", [1, 8])
def test_a_slow_machine_answers_the_address_that_was_asked_for(open_context, site_url, rate):
    page = open_context(viewport={"width": 375, "height": 900}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.goto(site_url + "services/#what-is-a-pod")
    page.get_by_role("status").filter(has_text="这一页没有“#what-is-a-pod”").get_by_role("link").first.wait_for()


@pytest.mark.parametrize("width", [1440, 375])
@pytest.mark.parametrize(("asked", "offered"), [
    ("pods/#taints-and-toleration", "#taints-and-tolerations"), ("services/#what-is-a-pod", "pods/#what-is-a-pod"), ("csi/#statefulset", "pods/#"), ("csi/#污点", "#taints-and-tolerations"),
])
def test_an_unknown_section_is_answered_with_the_nearest(open_context, site_url, width, asked, offered):
    page = open_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(site_url + asked)
    note = page.get_by_role("status").filter(has_text="这一页没有")
    note.wait_for()
    assert offered in note.get_by_role("link").first.get_attribute("href")
    box = note.bounding_box()
    assert box["y"] >= 0 and box["x"] + box["width"] <= width
    assert violations(page) == []


def test_the_answer_goes_with_the_next_address(page, site_url):
    page.goto(site_url + "pods/#taints-and-toleration")
    page.get_by_role("status").filter(has_text="这一页没有").get_by_role("link").first.click()
    page.wait_for_url("**/pods/#taints-and-tolerations")
    page.locator("lost-address").wait_for(state="detached")


@pytest.mark.parametrize(("asked", "offered"), [
    ("pod/", "/pods/"), ("services/what-is-a-service", "#what-is-a-service"), ("q/what-is-pod/", "#what-is-a-pod"), ("notes/old/kube-proxy.html", "kube-proxy"), ("old/#what-is-a-pod", "#what-is-a-pod"),
])
def test_an_unknown_page_is_answered_with_the_nearest(page, site_url, asked, offered):
    page.goto(site_url + asked)
    note = page.get_by_role("status").filter(has_text="没有“")
    note.wait_for()
    links = note.get_by_role("link")
    assert any(offered in link.get_attribute("href") for link in links.all())
    links.first.click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).inner_text() != "没有这一页"


def test_what_is_like_nothing_is_said_so(page, site_url):
    page.goto(site_url + "zzqqxx-vvw/")
    note = page.get_by_role("status").filter(has_text="没有“zzqqxx-vvw”这个地址")
    note.wait_for()
    assert note.get_by_role("link").count() == 0 and "搜索" in note.inner_text()
    assert page.get_by_role("article").get_by_role("link", name="Service", exact=True).count() == 1


def test_it_works_below_a_path(open_context, published_url):
    page = open_context().new_page()
    page.goto(published_url + "nowhere/pod/")
    page.get_by_role("status").filter(has_text="没有“").get_by_role("link").first.click()
    page.wait_for_url(f"{published_url}pods/**")
