"""The watch over every other browser test sees what it must see."""

import page_faults
import pytest


@pytest.mark.parametrize(("script", "console", "faults"), [
    ("throw new Error('broken')", True, ["broken"]),
    ("Promise.reject(new Error('broken'))", False, ["broken"]),
    ("console.warn('odd')", True, ["odd"]),
    ("console.error('odd')", True, ["odd"]),
    ("console.error('odd')", False, []),
    ("console.log('seen')", True, []),
    ("Promise.reject(new DOMException('Transition was aborted because of invalid state. Page already revealed', 'InvalidStateError'))", True, []),
])
def test_failed_scripts_and_console_errors_are_faults(browser, script, console, faults):
    found: list[str] = []
    context = browser.new_context()
    page_faults.record(context, found, console)
    page = context.new_page()
    page.set_content(f"<script>{script}</script><script>addEventListener('load', () => setTimeout(() => document.title = 'done'))</script>")
    page.wait_for_function("document.title === 'done'")
    context.close()
    assert found == faults


def test_an_answer_of_404_is_none(browser, site_url):
    found: list[str] = []
    context = browser.new_context()
    page_faults.record(context, found)
    context.new_page().goto(site_url + "no/such/page")
    context.close()
    assert found == []
