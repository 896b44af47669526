"""Puts into each page, as one <style>, the CSS that the page uses, and nothing else.

Run as a step by site_steps.py, after the modules are bundled. Lightning CSS bundles, lowers and minifies; PurgeCSS drops
what the page does not use. What only scripts bring about has a stylesheet of its own, late.css, that they load.
"""

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from built_pages import own_file, page_files, parse, write
from node_tools import run_node_script, run_node_tool

# Chromium and WeChat's WebView of 2022, Safari and iOS 15.4, Firefox 100: the first with cascade layers.
TARGETS = "chrome 100, safari 15.4, ios_saf 15.4, firefox 100"
PURGER = Path(__file__).with_name("purge_styles.cjs")


def bundle(stylesheet: Path) -> str:
    """Return a stylesheet with its imports, minified; raises NodeToolError when one is missing or does not parse."""
    return run_node_tool("lightningcss", "--bundle", "--minify", "--targets", TARGETS, str(stylesheet), cwd=stylesheet.parent)


def purge(css: str, late: str, pages: list[list[Path]]) -> list[str]:
    """Return, for each page, the rules of `css` that it can use; a page is its HTML file and its modules.

    `late`: the CSS that scripts load; the variables that it names are kept.
    """
    question = {"css": css, "late": late, "pages": [[str(file) for file in files] for files in pages]}
    return json.loads(run_node_script(PURGER, json.dumps(question)))


def inline_stylesheets(site: Path) -> None:
    """Replace the <link rel=stylesheet> of each page by a <style> with what the page uses of it, and bundle the late styles."""
    asked: dict[Path, list[tuple[Path, LexborHTMLParser, LexborNode]]] = {}
    late: dict[Path, str] = {}
    for file in page_files(site):
        page = parse(file)
        for link in page.css("link[rel=stylesheet]"):
            asked.setdefault(own_file(site, file, page, link.attributes["href"] or ""), []).append((file, page, link))
        for script in page.css("[data-late-styles]"):
            source = own_file(site, file, page, script.attributes["data-late-styles"] or "")
            if source not in late:
                late[source] = bundle(source)
    for source, uses in asked.items():
        pages = [[file, *(own_file(site, file, page, script.attributes["src"] or "") for script in page.css("script[type=module][src]"))] for file, page, _ in uses]
        for (file, page, link), css in zip(uses, purge(bundle(source), "".join(late.values()), pages), strict=True):
            link.replace_with(LexborHTMLParser(f"<style>{css}</style>").css_first("style"))
            write(file, page)
    for source, css in late.items():
        source.write_text(css, encoding="utf-8")
