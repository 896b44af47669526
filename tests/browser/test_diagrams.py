"""Diagrams are there with the text, fit their screens and fonts, enlarge, and can be practised on."""

import base64

import pytest
import text_widths
from axe import violations

FIGURE = "figure.diagram"
SEQUENCE = "figure.diagram--sequence"

# For each text of each picture: its size on screen, and whether it leaves the box it belongs to.
MEASURE = """() => [...document.querySelectorAll('figure.diagram .pele')].flatMap((picture) => {
    const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
    const whole = picture.getBoundingClientRect();
    return [...picture.querySelectorAll('text')].map((text) => {
        const box = text.getBoundingClientRect();
        const shapes = [...text.parentElement.children].filter((one) => /^(rect|path|circle|polygon|ellipse)$/.test(one.tagName));
        const holders = text.matches('.pele-label, .pele-edge-label > rect ~ text') ? shapes.map((one) => one.getBoundingClientRect()) : [];
        const holder = holders.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? whole;
        const over = Math.max(holder.left - box.left, box.right - holder.right, whole.left - box.left, box.right - whole.right);
        return { figure: picture.closest('figure').id, text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale, over };
    });
})"""

# Contrast of each text with what it stands on: the fill of its own box, else the page.
CONTRAST = """() => {
    const channels = (colour) => { const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); c.fillStyle = colour; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data].slice(0, 3); };
    const light = (colour) => { const [r, g, b] = channels(colour).map((v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
    const paper = getComputedStyle(document.body).backgroundColor;
    return [...document.querySelectorAll('figure.diagram .pele text')].filter((text) => getComputedStyle(text).fill !== 'none').map((text) => {
        const box = text.getBoundingClientRect();
        const holds = (other) => other.left <= box.left + 1 && other.right >= box.right - 1 && other.top <= box.top + box.height / 2 && other.bottom >= box.top + box.height / 2;
        const filled = [...text.parentElement.children].filter((one) => /^(rect|path|circle|polygon)$/.test(one.tagName) && holds(one.getBoundingClientRect())).map((one) => getComputedStyle(one).fill).findLast((fill) => fill !== 'none');
        const [a, b] = [light(getComputedStyle(text).fill), light(filled ?? paper)].sort((x, y) => y - x);
        return { figure: text.closest('figure').id, text: text.textContent, ratio: (a + .05) / (b + .05) };
    });
}"""


@pytest.fixture(scope="module")
def pages_with_diagrams(browser, site_url, pages) -> list[str]:
    """The addresses of the pages that have diagrams."""
    page = browser.new_page()
    found = []
    for address in pages:
        page.goto(site_url + address)
        if page.locator(FIGURE).count():
            found.append(address)
    page.close()
    assert len(found) >= 7
    return found


def font_face(family: str) -> str:
    """CSS that makes `family`, one of the fonts that texts are measured with, known to a page."""
    def source(weight: int) -> str:
        data = (text_widths.FONTS / family / f"files/{family}-latin-{weight}-normal.woff2").read_bytes()
        return f"@font-face {{ font-family: '{family}'; font-weight: {weight}; src: url(data:font/woff2;base64,{base64.b64encode(data).decode()}) }}"
    return "\n".join(map(source, text_widths.WEIGHTS.values()))


@pytest.mark.parametrize("family", text_widths.FAMILIES)
def test_no_text_leaves_its_box_in_any_of_three_fonts(open_context, site_url, pages_with_diagrams, family):
    page = open_context(bypass_csp=True).new_page()
    for address in pages_with_diagrams:
        page.goto(site_url + address)
        page.add_style_tag(content=f"{font_face(family)} .pele {{ font-family: '{family}', 'Noto Sans CJK SC', sans-serif !important }}")
        page.evaluate(f"Promise.all([document.fonts.load(\"16px '{family}'\"), document.fonts.load(\"700 16px '{family}'\")])")
        assert page.evaluate(f"document.fonts.check(\"16px '{family}'\")")
        measured = page.evaluate(MEASURE)
        assert measured and [text for text in measured if text["over"] > 0.5] == [], address


def test_a_text_that_leaves_its_box_would_be_noticed(page, site_url, pages_with_diagrams):
    page.goto(site_url + pages_with_diagrams[0])
    page.evaluate("document.querySelector('.pele-node text').append('很长很长很长很长很长很长很长很长很长')")
    assert [text for text in page.evaluate(MEASURE) if text["over"] > 0.5]


@pytest.mark.parametrize("width", [360, 1440])
def test_text_is_never_smaller_than_eleven_pixels(open_context, site_url, pages_with_diagrams, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    for address in pages_with_diagrams:
        page.goto(site_url + address)
        assert [text for text in page.evaluate(MEASURE) if text["size"] < 10.99] == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_contrast_of_every_text_is_enough(open_context, site_url, pages_with_diagrams, scheme):
    page = open_context(color_scheme=scheme).new_page()
    for address in pages_with_diagrams:
        page.goto(site_url + address)
        ratios = page.evaluate(CONTRAST)
        assert ratios and [text for text in ratios if text["ratio"] < 4.5] == [], address


def test_faint_text_would_be_noticed(page, site_url, pages_with_diagrams):
    page.goto(site_url + pages_with_diagrams[0])
    page.evaluate("document.querySelector('.pele-node text').style.fill = '#ccc'")
    assert [text for text in page.evaluate(CONTRAST) if text["ratio"] < 4.5]


def test_every_diagram_is_there_without_script(without_script, site_url, pages_with_diagrams):
    for address in pages_with_diagrams:
        without_script.goto(site_url + address)
        for figure in without_script.locator(FIGURE).all():
            assert figure.locator(".pele").bounding_box()["height"] > 40
            assert figure.get_by_role("button").count() == 0


def test_a_wide_diagram_scrolls_by_itself_and_its_hidden_edge_is_visible(phone, site_url):
    phone.goto(site_url + "csi/")
    box = phone.locator(".diagram__scroll").evaluate_all("boxes => boxes.findIndex((box) => box.scrollWidth > box.clientWidth + 20)")
    assert box >= 0
    wide = phone.locator(".diagram__scroll").nth(box)
    wide.focus()
    phone.keyboard.press("ArrowRight")
    phone.wait_for_function("box => box.scrollLeft > 10", arg=wide.element_handle())
    assert "radial-gradient" in wide.evaluate("box => getComputedStyle(box).backgroundImage")


def begin_to_read(page, figure=FIGURE):
    """Bring the first diagram into view and move the pointer, as a reader does."""
    page.locator(figure).first.scroll_into_view_if_needed()
    page.mouse.move(200, 200)


def open_dialog(page, site_url, address="csi/"):
    """Open the first diagram of a page at full size; returns (opener, dialog)."""
    page.goto(site_url + address)
    begin_to_read(page)
    opener = page.get_by_role("button", name="放大").first
    opener.click()
    dialog = page.get_by_role("dialog")
    dialog.locator(".pele").wait_for()
    return opener, dialog


def width_of(dialog) -> float:
    return dialog.locator(".pele").bounding_box()["width"]


@pytest.mark.parametrize("size", [(375, 812), (1440, 900)])
def test_a_diagram_opens_at_full_size_and_goes_back_to_its_place(open_context, site_url, size):
    page = open_context(viewport={"width": size[0], "height": size[1]}).new_page()
    opener, dialog = open_dialog(page, site_url)
    stage = dialog.get_by_role("group")
    assert stage.evaluate("e => e === document.activeElement") and dialog.bounding_box()["width"] == size[0]
    texts = dialog.locator(".pele").evaluate("p => Math.min(...[...p.querySelectorAll('text')].map((t) => parseFloat(getComputedStyle(t).fontSize))) * p.getBoundingClientRect().width / p.viewBox.baseVal.width")
    assert texts >= 10.99
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert opener.evaluate("e => e === document.activeElement")
    assert page.locator(FIGURE).first.locator(".pele").bounding_box()["height"] > 40


def test_the_full_size_view_zooms_by_keys_buttons_and_wheel(page, site_url):
    _, dialog = open_dialog(page, site_url)
    start = width_of(dialog)
    page.keyboard.press("+")
    assert width_of(dialog) == pytest.approx(start * 1.25, rel=0.01)
    page.keyboard.press("-")
    assert width_of(dialog) == pytest.approx(start, rel=0.01)
    dialog.get_by_role("button", name="放大").click()
    dialog.get_by_role("button", name="放大").click()
    assert width_of(dialog) > start * 1.5
    page.keyboard.press("0")
    assert width_of(dialog) <= start * 1.01
    dialog.get_by_role("group").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("w => document.querySelector('dialog .pele').getBoundingClientRect().width > w * 1.5", arg=start)


def test_the_full_size_view_is_dragged_by_mouse_and_moved_by_arrow_keys(page, site_url):
    _, dialog = open_dialog(page, site_url)
    for _ in range(4):
        page.keyboard.press("+")
    stage = dialog.get_by_role("group")
    box = stage.bounding_box()
    before = stage.evaluate("s => s.scrollTop")
    page.mouse.move(box["x"] + 300, box["y"] + 400)
    page.mouse.down()
    page.mouse.move(box["x"] + 250, box["y"] + 300, steps=4)
    page.mouse.up()
    dragged = stage.evaluate("s => s.scrollTop")
    assert dragged == before + 100
    page.keyboard.press("ArrowDown")
    page.wait_for_function("([s, from]) => s.scrollTop > from", arg=[stage.element_handle(), dragged])


def test_the_full_size_view_zooms_by_pinch(phone, site_url):
    _, dialog = open_dialog(phone, site_url)
    start = width_of(dialog)
    session = phone.context.new_cdp_session(phone)
    session.send("Input.synthesizePinchGesture", {"x": 180, "y": 400, "scaleFactor": 1.6, "gestureSourceType": "touch"})
    phone.wait_for_function("w => document.querySelector('dialog .pele').getBoundingClientRect().width > w * 1.2", arg=start)


def start_practice(page, site_url):
    """Begin to practise on the first sequence of the CSI page; returns the figure."""
    page.goto(site_url + "csi/")
    figure = page.locator(SEQUENCE).first
    begin_to_read(page, SEQUENCE)
    figure.get_by_role("button", name="遮挡练习").click()
    figure.get_by_role("button", name="揭开下一条").wait_for()
    return figure


def covered(figure) -> int:
    return figure.locator(".practice-label--covered").count()


def test_labels_are_covered_and_uncovered_one_by_one_by_pointer(phone, site_url):
    figure = start_practice(phone, site_url)
    labels = figure.locator(".pele-edge-label")
    total = labels.count()
    assert total > 3 and covered(figure) == total
    assert not labels.nth(1).locator("text").is_visible()
    labels.nth(1).scroll_into_view_if_needed()
    labels.nth(1).tap()
    assert labels.nth(1).locator("text").first.is_visible() and covered(figure) == total - 1
    figure.get_by_role("button", name="揭开下一条").tap()
    assert labels.nth(0).locator("text").first.is_visible() and covered(figure) == total - 2
    labels.nth(1).tap()
    assert covered(figure) == total - 1
    figure.get_by_role("button", name="重新遮住").tap()
    assert covered(figure) == total
    figure.get_by_role("button", name="遮挡练习").tap()
    figure.locator(".practice-cover").first.wait_for(state="detached")
    assert covered(figure) == 0 and labels.nth(0).locator("text").first.is_visible() and figure.locator(".practice-cover").count() == 0


def test_labels_are_covered_and_uncovered_by_keyboard_and_said(page, site_url):
    figure = start_practice(page, site_url)
    label = figure.locator(".pele-edge-label").first
    text = label.locator("text").first.text_content()
    assert label.get_attribute("aria-label") == "第 1 条，遮住了" and text not in label.get_attribute("aria-label")
    label.focus()
    page.keyboard.press("Enter")
    assert label.get_attribute("aria-pressed") == "true" and text in label.get_attribute("aria-label")
    assert text in figure.get_by_role("status").text_content()
    page.keyboard.press("Space")
    assert label.get_attribute("aria-pressed") == "false"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "第 2 条，遮住了"


def test_the_covered_state_prints_and_the_buttons_do_not(page, site_url):
    figure = start_practice(page, site_url)
    figure.get_by_role("button", name="揭开下一条").click()
    page.emulate_media(media="print")
    labels = figure.locator(".pele-edge-label")
    assert labels.nth(0).locator("text").first.is_visible() and not labels.nth(1).locator("text").first.is_visible()
    assert labels.nth(1).locator(".practice-cover").evaluate("e => getComputedStyle(e).fill") != "none"
    assert not figure.get_by_role("button", name="放大").is_visible()


def test_diagrams_print_light_from_a_dark_page(open_context, site_url):
    page = open_context(color_scheme="dark").new_page()
    page.goto(site_url + "csi/")
    fill = "getComputedStyle(document.querySelector('.pele-node text')).fill"
    dark = page.evaluate(fill)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(fill) != dark
    assert page.locator(".pele").first.evaluate("p => p.getBoundingClientRect().right <= document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_practising_and_in_the_full_size_view(open_context, site_url, scheme):
    page = open_context(viewport={"width": 375, "height": 812}, color_scheme=scheme, reduced_motion="reduce").new_page()
    figure = start_practice(page, site_url)
    figure.get_by_role("button", name="揭开下一条").click()
    assert violations(page) == []
    figure.get_by_role("button", name="放大").click()
    page.get_by_role("dialog").locator(".pele").wait_for()
    assert violations(page) == []


def test_a_node_leads_where_its_link_says(page, site_url, pages_with_diagrams):
    for address in pages_with_diagrams:
        page.goto(site_url + address)
        link = page.locator(".pele a").first
        if not link.count():
            continue
        target = page.evaluate("a => new URL(a.getAttribute('href'), document.baseURI).href", link.element_handle())
        link.click()
        page.wait_for_url(target)
        assert page.locator(f"[id='{target.partition('#')[2]}']").count() == 1
        return
    pytest.fail("没有一幅图带链接")


def test_tools_come_when_a_diagram_comes_near_and_move_nothing(open_context, site_url):
    page = open_context(viewport={"width": 375, "height": 812}).new_page()
    page.goto(site_url + "csi/")
    page.evaluate("() => { globalThis.moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value }).observe({ type: 'layout-shift' }) }")
    begin_to_read(page)
    page.get_by_role("button", name="放大").first.wait_for()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("globalThis.moved") < 0.02
