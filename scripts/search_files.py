"""Gives the files that the search loads on intent a name that changes with the content.

Run as a step by site_steps.py, after write_search_index and before the modules that name them are bundled.
"""

from pathlib import Path

from asset_names import hashed_name

FILES = ("assets/search/headings.json", "assets/search/texts.txt")
NAMED_BY = ("search-files.js", "file-copy.js")


def name_search_files(site: Path) -> None:
    """Rename the files, and write the new names into the modules that name them."""
    files = [site / path for path in FILES]
    renamed = {file.name: file.rename(file.with_name(hashed_name(file))).name for file in files}
    for module in (site / "assets/javascripts" / name for name in NAMED_BY):
        text = module.read_text(encoding="utf-8")
        for old, new in renamed.items():
            text = text.replace(f"/{old}", f"/{new}")
        module.write_text(text, encoding="utf-8")
