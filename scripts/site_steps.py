"""What happens to the HTML after an engine wrote it: one list of steps, each `site folder → files`.

Called by hooks.py at the end of a MkDocs build; as a command on any engine's output: `python scripts/site_steps.py site`.
"""

import sys
from pathlib import Path

from asset_names import name_assets
from blank_text import shorten_pages
from changes_feed import write_feed
from compress import compress_files
from disk_copy import bundle_disk_copy
from errata_page import fill_errata_page
from focusable_code import make_code_focusable
from glossary_page import fill_glossary_page
from heading_signs import add_heading_signs
from modules import bundle_modules
from open_search import add_open_search
from page_metadata import add_metadata
from policy import add_policy
from previews import add_previews
from redirect_pages import write_redirects
from search_files import name_search_files
from search_index import write_search_index
from short_links import write_short_links
from site_data import remove_data
from site_maps import write_site_maps
from stylesheets import inline_stylesheets
from term_links import add_term_links
from theme_remains import remove_theme_remains

CONTENT_STEPS = [fill_errata_page, fill_glossary_page, add_term_links, add_heading_signs, write_redirects, add_metadata, write_short_links]
"""What pages say about each other; before the checks, which look at the whole text."""

PREVIEW_STEPS = [remove_theme_remains, shorten_pages, make_code_focusable, write_search_index, add_open_search, remove_data, name_search_files, bundle_modules, inline_stylesheets, bundle_disk_copy, name_assets]
"""What an author sees under `mkdocs serve`."""

PUBLISH_STEPS = [*PREVIEW_STEPS, write_feed, write_site_maps, add_previews, add_policy, compress_files]
"""What a reader gets."""


def complete_pages(site: Path) -> None:
    """Run the steps that add text to pages, in place."""
    for step in CONTENT_STEPS:
        step(site)


def finish_site(site: Path, *, preview: bool = False) -> None:
    """Run the steps that make a site light and safe, in place."""
    for step in PREVIEW_STEPS if preview else PUBLISH_STEPS:
        step(site)


if __name__ == "__main__":
    complete_pages(Path(sys.argv[1]))
    finish_site(Path(sys.argv[1]))
