"""No rule that a page uses is lost when unused CSS is removed."""

import shutil
import tempfile
from pathlib import Path

import material
import pytest
import stylesheets

import conftest

# The rules of a sheet as Chromium reads them, each selector of a list or of :is() by itself.
SELECTORS = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const found = new Set();
    const each = (selector) => {
        const list = selector.match(/:is\\(([^()]*)\\)/);
        return list ? list[1].split(',').flatMap((one) => each(selector.replace(list[0], one.trim()))) : [selector.trim()];
    };
    const walk = (rules) => { for (const rule of rules) {
        if (rule.selectorText) for (const selector of rule.selectorText.split(/,(?![^(]*\\))/)) each(selector).forEach((one) => found.add(one));
        if (rule.cssRules) walk(rule.cssRules);
    } };
    walk(sheet.cssRules);
    return [...found];
}"""
IN_USE = """(selectors) => selectors.filter((selector) => {
    const now = selector.replace(/::?(?:before|after|marker|backdrop|placeholder|selection|details-content|-webkit-[\\w-]+|-moz-[\\w-]+)/g, '')
        .replace(/:(?:hover|focus-visible|focus-within|focus|active|checked|target|visited|link)\\b/g, '').replace(/\\s*[>+~]?\\s*$/, '');
    try { return !now || document.querySelector(now) } catch { return false }
})"""
# States that only scripts bring about: the search with a result, the drawer open, each palette.
STATES = """async () => {
    document.querySelector('site-search .search-open')?.click();
    document.documentElement.dataset.theme = 'dark';
    const field = await new Promise((done) => { const look = () => document.querySelector('site-search input') ? done(document.querySelector('site-search input')) : requestAnimationFrame(look); look(); });
    field.value = 'Pod';
    field.dispatchEvent(new Event('input'));
    await new Promise((done) => { const look = () => document.querySelector('site-search mark') ? done() : requestAnimationFrame(look); look(); });
    for (const block of document.querySelectorAll('details')) block.open = true;
    document.querySelector('.copy-code__button')?.classList.add('copy-code__button--done');
}"""


def bundled(stylesheet: str) -> str:
    """A stylesheet of the site before anything is removed from it."""
    with tempfile.TemporaryDirectory() as folder:
        for source in (Path(material.__file__).parent / "templates/assets/stylesheets", conftest.ROOT / "overrides/assets/stylesheets"):
            shutil.copytree(source, folder, dirs_exist_ok=True)
        return stylesheets.bundle(Path(folder, stylesheet))


def lost(page, address: str, selectors: list[str], without: str = "") -> set[str]:
    """Those of `selectors` that match something on a page, in some state, and do not stand in its own styles.

    `without`: what to pretend that the page's styles lack.
    """
    page.goto(address)
    kept = page.evaluate("document.querySelector('style').textContent")
    kept = kept.replace(without, ".gone") if without else kept
    missing = sorted(set(selectors) - set(page.evaluate(SELECTORS, kept)))
    found = set(page.evaluate(IN_USE, missing))
    page.evaluate(STATES)
    return found | set(page.evaluate(IN_USE, missing))


@pytest.fixture
def selectors(page, site_url) -> list[str]:
    """Every selector of the site's stylesheet."""
    page.goto(site_url)
    return page.evaluate(SELECTORS, bundled("site.css"))


def test_no_rule_in_use_is_lost(page, site_url, pages, selectors):
    assert {address: found for address in pages if (found := lost(page, site_url + address, selectors))} == {}


def test_what_a_page_does_not_use_is_gone(page, site_url, selectors):
    page.goto(site_url + "pods/")
    assert len(page.evaluate(SELECTORS, page.evaluate("document.querySelector('style').textContent"))) < len(selectors) / 3


def test_a_lost_rule_would_be_noticed(page, site_url, selectors):
    assert any(".chapter-nav__link" in selector for selector in lost(page, site_url + "pods/", selectors, ".chapter-nav__link"))


def test_what_only_scripts_bring_about_costs_the_first_view_nothing(page, site_url, pages):
    late = page.evaluate(SELECTORS, bundled("late.css"))
    assert len(late) > 20
    for address in (address for address in pages if address != "search/"):  # who opens search/ wants the search
        page.goto(site_url + address)
        assert page.evaluate(IN_USE, [selector for selector in late if selector.startswith(".")]) == [], address
        assert not page.locator("link[rel=stylesheet]").count()


def test_the_late_styles_come_with_what_needs_them(page, site_url):
    page.goto(site_url + "pods/")
    page.keyboard.press("/")
    page.get_by_role("combobox").wait_for()
    assert page.locator("link[rel=stylesheet]").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.search-dialog')).display") == "grid"
