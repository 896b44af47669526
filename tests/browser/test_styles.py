"""No rule that a page uses is lost when unused CSS is removed."""

import stylesheets

# The rules of a sheet as Chromium reads them, each selector by itself, without the states a page is not in now.
SELECTORS = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const found = new Set();
    const walk = (rules) => { for (const rule of rules) {
        if (rule.selectorText) for (const selector of rule.selectorText.split(/,(?![^(]*\\))/)) found.add(selector.trim());
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
    const field = await new Promise((done) => { const look = () => document.querySelector('.search-dialog__input') ? done(document.querySelector('.search-dialog__input')) : requestAnimationFrame(look); look(); });
    field.value = 'Pod';
    field.dispatchEvent(new Event('input'));
    await new Promise((done) => { const look = () => document.querySelector('site-search mark') ? done() : requestAnimationFrame(look); look(); });
    for (const block of document.querySelectorAll('details')) block.open = true;
    document.querySelector('.copy-code__button')?.classList.add('copy-code__button--done');
}"""


def lost(page, site_url, pages, whole: str, kept: str) -> set[str]:
    """Selectors of `whole` that match something on some page, in some state, and stand no more in `kept`."""
    page.goto(site_url)
    missing = set(page.evaluate(SELECTORS, whole)) - set(page.evaluate(SELECTORS, kept))
    found = set()
    for address in pages:
        page.goto(site_url + address)
        found |= set(page.evaluate(IN_USE, sorted(missing)))
        page.evaluate(STATES)
        found |= set(page.evaluate(IN_USE, sorted(missing)))
    return found


def whole_and_kept(page, site_url) -> tuple[str, str]:
    """The stylesheet before and after the removal."""
    from conftest import ROOT
    import shutil, tempfile
    from pathlib import Path

    import material

    with tempfile.TemporaryDirectory() as folder:
        for source in (Path(material.__file__).parent / "templates/assets/stylesheets", ROOT / "overrides/assets/stylesheets"):
            shutil.copytree(source, folder, dirs_exist_ok=True)
        whole = stylesheets.bundle(Path(folder, "site.css"))
    page.goto(site_url)
    return whole, page.evaluate("document.querySelector('style').textContent")


def test_no_rule_in_use_is_lost(page, site_url, pages):
    whole, kept = whole_and_kept(page, site_url)
    assert len(kept) < len(whole) / 3
    assert lost(page, site_url, pages, whole, kept) == set()


def test_a_lost_rule_would_be_noticed(page, site_url, pages):
    whole, kept = whole_and_kept(page, site_url)
    assert ".chapter-nav__link" in kept
    assert any(".chapter-nav__link" in selector for selector in lost(page, site_url, pages[:2], whole, kept.replace(".chapter-nav__link", ".gone")))
