"""The pure functions of the browser's modules, called where they run."""

import pytest


@pytest.fixture
def call(page, modules_url):
    """call("storage.js", "recall", …) returns what the function returns."""
    page.goto(modules_url + "storage.js")  # any document of that origin

    def run(module: str, function: str, *arguments):
        return page.evaluate("([url, name, args]) => import(url).then((module) => module[name](...args))", [modules_url + module, function, list(arguments)])

    return run


@pytest.mark.parametrize(("now", "following"), [("system", "light"), ("light", "dark"), ("dark", "system"), ("nonsense", "system")])
def test_the_palette_goes_round(call, now, following):
    assert call("theme-switch.js", "nextTheme", now) == following


@pytest.mark.parametrize(("tops", "current"), [([80, 200], None), ([-50, 60, 300], "h1"), ([-50, -10], "h1"), ([], None)])
def test_the_section_being_read_is_the_last_one_above_the_line(call, tops, current):
    headings = [{"id": f"h{i}", "top": top} for i, top in enumerate(tops)]
    assert call("page-toc.js", "sectionAt", headings, 70) == current
