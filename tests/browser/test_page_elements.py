"""The small elements: palette, table of contents, copy, back to top, prefetch, print."""

import pytest

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_follows_the_system(open_context, site_url, scheme):
    page = open_context(color_scheme=scheme).new_page()
    page.goto(site_url)
    red = page.evaluate(f"parseInt({BACKGROUND}.slice(4))")
    assert (red > 200) == (scheme == "light")


def test_the_palette_can_be_switched_and_is_remembered(open_context, site_url):
    context = open_context(color_scheme="light")
    page = context.new_page()
    page.goto(site_url)
    light = page.evaluate(BACKGROUND)
    switch = page.get_by_role("button", name="外观：跟随系统")
    switch.click()
    page.get_by_role("button", name="外观：浅色").click()
    page.get_by_role("button", name="外观：深色").wait_for()
    dark = page.evaluate(BACKGROUND)
    assert dark != light
    page.goto(site_url + "pods/")
    page.get_by_role("button", name="外观：深色").wait_for()
    assert page.evaluate(BACKGROUND) == dark
    page.get_by_role("button", name="外观：深色").click()
    assert page.evaluate(BACKGROUND) == light


def test_the_palette_switches_even_when_storage_is_forbidden(open_context, site_url):
    context = open_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})")
    page = context.new_page()
    page.goto(site_url)
    page.get_by_role("button", name="外观").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_the_table_of_contents_follows_the_reader(page, site_url):
    page.goto(site_url + "pods/")
    contents = page.locator("page-toc")
    page.locator("#taints-and-tolerations").evaluate("heading => heading.scrollIntoView()")
    contents.locator("[aria-current]").filter(has_text="污点").wait_for()
    assert contents.locator("[aria-current]").count() == 1
    page.evaluate("scrollTo(0, 0)")
    contents.locator("[aria-current]").wait_for(state="detached")


def test_the_table_of_contents_marks_the_section_that_a_link_leads_to(open_context, site_url):
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site_url + "csi/#csi-required-rpcs")
    page.locator("page-toc [aria-current][href='#csi-required-rpcs']").wait_for()


def test_a_code_block_is_copied_with_one_press(open_context, site_url):
    context = open_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + "raw-block/")
    block = page.locator(".highlight").first
    block.hover()
    block.get_by_role("button", name="复制").click()
    block.get_by_role("button", name="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("apiVersion: v1\nkind: PersistentVolume\n")


def test_a_copy_that_fails_says_so(open_context, site_url):
    context = open_context()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto(site_url + "raw-block/")
    page.locator(".highlight").first.hover()
    page.locator(".highlight").first.get_by_role("button").click()
    page.get_by_role("button", name="请手动复制").wait_for()


def test_the_way_back_to_the_top_shows_after_a_screen_and_leads_there(open_context, site_url):
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(site_url + "csi/")
    link = page.get_by_role("link", name="回到页首")
    assert not link.is_visible()
    page.evaluate("scrollTo(0, 3000)")
    link.click()
    page.wait_for_function("scrollY === 0")
    assert page.evaluate("document.activeElement.id") == "csi"


def test_a_neighbouring_chapter_is_fetched_when_the_pointer_rests_on_its_link(page, site_url):
    page.goto(site_url + "pods/")
    rules = page.evaluate("document.querySelector('script[type=speculationrules]').textContent")
    assert '"prefetch"' in rules and page.evaluate("HTMLScriptElement.supports('speculationrules')")


def test_paper_is_clean(page, site_url):
    page.goto(site_url + "pods/")
    page.evaluate("""() => {
        const block = document.createElement('details');
        block.append(Object.assign(document.createElement('summary'), {textContent: '折叠'}), Object.assign(document.createElement('p'), {id: 'folded', textContent: '折叠块里的字'}));
        const link = Object.assign(document.createElement('a'), {id: 'cited', href: 'https://kubernetes.io/', textContent: '出处'});
        document.querySelector('article').append(block, link);
    }""")
    assert not page.locator("#folded").evaluate("p => p.checkVisibility()")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("#folded").evaluate("p => p.getBoundingClientRect().height > 0")
    for part in (".site-header", ".side--chapters", ".side--contents", ".site-footer", "back-to-top", "copy-code", ".headerlink"):
        assert all(not element.is_visible() for element in page.locator(part).all()), part
    assert "https://kubernetes.io/" in page.locator("#cited").evaluate("a => { const c = getComputedStyle(a, '::after').content; return c.includes('attr') ? a.href : c }")
    assert page.evaluate(f"parseInt({BACKGROUND}.slice(4))") > 200, "纸上总是浅色"
