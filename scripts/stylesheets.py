"""Puts into each page, as one <style>, the CSS that the site's pages use, and nothing else.

Run as a step by site_steps.py. Lightning CSS bundles, lowers and minifies; PurgeCSS drops what no page uses.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from selectolax.lexbor import LexborHTMLParser

from built_pages import own_file, page_files, parse, write
from node_tools import run_node_tool

# Chromium and WeChat's WebView of 2022, Safari and iOS 15.4, Firefox 100: the first with cascade layers.
TARGETS = "chrome 100, safari 15.4, ios_saf 15.4, firefox 100"
PURGE_CONFIG = Path(__file__).with_name("purgecss.config.cjs")


def bundle(stylesheet: Path) -> str:
    """Return a stylesheet with its imports, minified; raises NodeToolError when one is missing or does not parse."""
    return run_node_tool("lightningcss", "--bundle", "--minify", "--targets", TARGETS, str(stylesheet), cwd=stylesheet.parent)


def purge(css: str, site: Path) -> str:
    """Return the rules of `css` that the pages and modules of `site` can use."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "site.css")
        source.write_text(css, encoding="utf-8")
        content = [str(file) for pattern in ("*.html", "assets/modules/*.js") for file in sorted(site.rglob(pattern))]
        run_node_tool("purgecss", "--config", str(PURGE_CONFIG), "--css", str(source), "--content", *content, "--output", folder, cwd=Path(folder))
        return source.read_text(encoding="utf-8").strip()


def inline_stylesheets(site: Path) -> None:
    """Replace every <link rel=stylesheet> of the site's pages by a <style> with what is used of it."""
    styles: dict[Path, str] = {}
    for file in page_files(site):
        page = parse(file)
        for link in page.css("link[rel=stylesheet]"):
            source = own_file(site, file, page, link.attributes["href"] or "")
            if source not in styles:
                styles[source] = purge(bundle(source), site)
            link.replace_with(LexborHTMLParser(f"<style>{styles[source]}</style>").css_first("style"))
        write(file, page)
