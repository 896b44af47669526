"""Takes out the indentation of the templates: it is a tenth of what a page's frame weighs.

Run as a step by site_steps.py.
"""

from pathlib import Path

from selectolax.lexbor import LexborNode

from built_pages import page_files, parse, write


def shorten_blanks(node: LexborNode) -> None:
    """Make every blank text below `node` one character; what stands in <pre> stays."""
    for child in list(node.iter(include_text=True)):
        text = child.text(deep=False) or "" if child.is_text_node else "x"
        if not text.strip():
            child.replace_with("\n" if "\n" in text else " ")
        elif child.tag != "pre":
            shorten_blanks(child)


def shorten_pages(site: Path) -> None:
    """Shorten the blanks of every page."""
    for file in page_files(site):
        page = parse(file)
        shorten_blanks(page.root)
        write(file, page)
