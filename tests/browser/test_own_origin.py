"""No page asks another host for anything, in any state; the first view is small and in few requests."""

import brotli
import built_pages
import pytest


def watch(context, site_url) -> tuple[list[str], list[str]]:
    """Record the context's requests: all of them, and those to another origin."""
    asked, foreign = [], []

    def note(request):
        asked.append(request.url)
        if not request.url.startswith((site_url, "data:")):
            foreign.append(request.url)

    context.on("request", note)
    return asked, foreign


def test_no_page_asks_another_host_for_anything_in_any_state(open_context, site_url, pages):
    context = open_context()
    asked, foreign = watch(context, site_url)
    page = context.new_page()
    for address in pages:
        page.goto(site_url + address)
        page.get_by_role("button", name="外观").click()
        page.keyboard.press("/")
        page.get_by_role("combobox").first.fill("Pod")
        page.locator("site-search a").first.wait_for()
        page.keyboard.press("Escape")
        for link in page.locator("nav a, article a").all()[:12]:
            if link.is_visible():
                link.hover()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert len(asked) > len(pages) and foreign == []


def test_a_foreign_request_would_be_noticed(open_context, site_url):
    context = open_context(bypass_csp=True)
    _, foreign = watch(context, site_url)
    context.route("http://foreign.invalid/**", lambda route: route.fulfill(body=""))
    page = context.new_page()
    page.goto(site_url)
    page.evaluate("fetch('http://foreign.invalid/x', {mode: 'no-cors'})")
    assert foreign == ["http://foreign.invalid/x"]


def test_the_policy_stops_what_is_not_ours(browser, site_url):
    page = browser.new_page()  # not open_context: the violation is an error of the console
    page.goto(site_url)
    assert page.evaluate("""() => new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
        const script = document.createElement('img');
        script.src = 'http://foreign.invalid/x.png';
    })""") == "img-src"
    page.close()


def rest_of(html: str) -> str:
    """A page's HTML without what stands in its <article>."""
    page = built_pages.LexborHTMLParser(html)
    for node in page.css_first("article").iter(include_text=True):
        node.remove()
    return page.html


@pytest.mark.parametrize("width", [1440, 375])
def test_everything_but_the_article_of_a_first_view_is_within_budget(open_context, site_url, pages, budgets, width):
    for address in (address for address in pages if address not in ("404.html", "search/")):  # who opens search/ wants the search
        context = open_context(viewport={"width": width, "height": 900})
        answers = []
        context.on("response", lambda answer: answers.append(answer))
        page = context.new_page()
        page.goto(site_url + address)
        page.wait_for_load_state("load")
        page.evaluate("new Promise(requestAnimationFrame)")
        icon = page.request.get(page.evaluate("document.querySelector('link[rel=icon]').href"))
        html, *others = [answer.body() for answer in answers if not answer.url.endswith(".svg")] + [icon.body()]
        sizes = [len(brotli.compress(rest_of(html.decode()).encode())), *(len(brotli.compress(body)) for body in others)]
        assert len(sizes) <= budgets["first_view_requests"], (address, [answer.url for answer in answers])
        assert sum(sizes) <= budgets["first_view_bytes"], (address, sizes)
        context.close()


def test_nothing_but_the_document_blocks_rendering(page, site_url, pages):
    for address in pages:
        page.goto(site_url + address)
        blocking = page.evaluate("performance.getEntriesByType('resource').filter(entry => entry.renderBlockingStatus === 'blocking').map(entry => entry.name)")
        assert blocking == [], address


def test_the_search_costs_nothing_until_it_is_wanted(open_context, site_url, budgets):
    context = open_context()
    asked, _ = watch(context, site_url)
    page = context.new_page()
    page.goto(site_url + "pods/")
    assert not [url for url in asked if "search" in url]
    before = len(asked)
    with page.expect_response(lambda answer: "texts-" in answer.url):
        page.get_by_role("button", name="搜索").first.hover()
    first = [url for url in asked[before:] if "texts-" not in url]
    assert {"search-dialog", "headings"} <= {url.rpartition("/")[2].rpartition("-")[0] for url in first}
    wanted = [page.request.get(url).body() for url in first]
    assert sum(len(brotli.compress(body)) for body in wanted) <= budgets["search_on_intent_bytes"]


def test_the_search_comes_near_to_a_reader_who_stays_unless_she_saves_data(open_context, site_url):
    for saves, comes in ((False, True), (True, False)):
        context = open_context()
        context.add_init_script(f"Object.defineProperty(navigator, 'connection', {{value: {{saveData: {str(saves).lower()}}}}})")
        page = context.new_page()
        page.clock.install()
        asked, _ = watch(context, site_url)
        page.goto(site_url + "pods/")
        page.clock.fast_forward(60_000)
        page.wait_for_timeout(300)
        assert any("headings-" in url for url in asked) == comes
