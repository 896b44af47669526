"""Pages fit their screens, and wide things scroll by themselves."""

import pytest


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_scrolls_sideways(open_context, site_url, pages, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    for address in pages:
        page.goto(site_url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_wide_table_scrolls_with_its_first_column_in_place(open_context, site_url):
    page = open_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(site_url + "pods/")
    box = page.get_by_role("region", name="表格").nth(1)
    box.scroll_into_view_if_needed()
    assert box.evaluate("box => box.scrollWidth > box.clientWidth + 100")
    first, second = box.locator("tbody tr").first.locator("td").nth(0), box.locator("tbody tr").first.locator("td").nth(1)
    before = first.bounding_box()["x"], second.bounding_box()["x"]
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 20", arg=box.element_handle())
    after = first.bounding_box()["x"], second.bounding_box()["x"]
    assert after[0] == before[0] and after[1] < before[1]


@pytest.mark.parametrize("width", [360, 1440])
def test_no_cell_of_a_table_runs_into_the_next(open_context, site_url, pages, width):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    for address in pages:
        page.goto(site_url + address)
        over = page.evaluate("[...document.querySelectorAll('td, th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)")
        assert over == [], address


@pytest.mark.parametrize(("width", "letters"), [(360, 13), (1440, 20)])
def test_a_name_that_begins_a_row_stands_in_one_piece(open_context, site_url, width, letters):
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    for address in ("pods/", "csi/"):
        page.goto(site_url + address)
        names = page.evaluate("[...document.querySelectorAll('.table-scroll td:first-child code')].map((name) => [name.textContent, name.getClientRects().length])")
        names = [(name, pieces) for name, pieces in names if len(name) <= letters and name.isalpha()]
        assert len(names) > 10
        assert [name for name, pieces in names if pieces > 1] == [], address


def test_the_hidden_edge_of_a_table_is_visible(open_context, site_url):
    page = open_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(site_url + "pods/")
    assert "radial-gradient" in page.get_by_role("region", name="表格").first.evaluate("box => getComputedStyle(box).backgroundImage")


def test_lines_of_running_text_are_neither_long_nor_tight(page, site_url):
    page.goto(site_url + "csi/")
    text = page.locator("article > p").first
    size, leading, width = text.evaluate("p => { const s = getComputedStyle(p); return [parseFloat(s.fontSize), parseFloat(s.lineHeight), p.clientWidth] }")
    assert 16 <= size <= 19 and 1.7 <= leading / size <= 2 and 34 <= width / size <= 46


def test_space_between_han_and_latin_is_the_browsers_where_it_can(page, site_url):
    page.goto(site_url + "csi/")
    assert page.evaluate("CSS.supports('text-autospace', 'normal') && getComputedStyle(document.querySelector('article p')).textAutospace") == "normal"


def test_han_quotation_marks_are_full_width(page, site_url):
    page.goto(site_url + "csi/")
    assert "Han Punctuation" in page.locator("article p").first.evaluate("p => getComputedStyle(p).fontFamily")


def test_letters_of_code_are_of_one_width(page, site_url):
    page.goto(site_url + "pods/")
    narrow, wide = page.evaluate("""['iiii', 'mmmm'].map((text) => {
        const code = document.querySelector('pre > code').appendChild(document.createElement('span'));
        code.textContent = text;
        return code.getBoundingClientRect().width;
    })""")
    assert narrow == wide > 0


@pytest.mark.parametrize("width", [360, 1440])
def test_a_section_reached_by_link_is_clear_of_the_header(open_context, site_url, width):
    page = open_context(viewport={"width": width, "height": 800}, reduced_motion="reduce").new_page()
    page.goto(site_url + "pods/#taints-and-tolerations")
    header = page.locator(".site-header").bounding_box()
    assert header["y"] + header["height"] <= page.locator("#taints-and-tolerations").bounding_box()["y"] < 200
