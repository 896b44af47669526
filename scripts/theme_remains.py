"""Takes out of each page what Material's frame holds only for the script that we do not ship.

Run as a step by site_steps.py. These parts of base.html stand outside its blocks, so no template of ours can leave them out.
"""

from pathlib import Path

from built_pages import page_files, parse, write

UNUSED = ("#__drawer", "#__search", ".md-overlay", ".md-dialog", "[data-md-component=announce]")
"""Elements that only the script fills or reads, and the drawer that our own replaces."""


def remove_theme_remains(site: Path) -> None:
    """Remove the elements and attributes from every page, and the class that the script would have removed."""
    for file in page_files(site):
        page = parse(file)
        for selector in UNUSED:
            for element in page.css(selector):
                element.decompose()
        for element in page.css("[data-md-component]"):
            del element.attrs["data-md-component"]
        for root in page.css("html.no-js"):
            del root.attrs["class"]
        write(file, page)
