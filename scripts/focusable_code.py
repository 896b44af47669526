"""Lets the keyboard scroll a long line of code.

Run as a step by site_steps.py: the highlighter's HTML passes by Python-Markdown's tree, so an extension cannot do it.
"""

from pathlib import Path

from built_pages import page_files, parse, write


def make_code_focusable(site: Path) -> None:
    """Give each code block a tabindex (WCAG 2.1.1; not every browser makes what scrolls focusable)."""
    for file in page_files(site):
        page = parse(file)
        for code in page.css("pre > code"):
            code.attrs["tabindex"] = "0"
        write(file, page)
