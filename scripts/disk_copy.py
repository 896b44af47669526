"""Lets a copy of the site on disk search and switch its palette: browsers load no modules from file: addresses.

Run as a step by site_steps.py, after name_search_files. A server's readers fetch only on-disk.js, a few bytes.
"""

import json
from pathlib import Path

from built_pages import own_file, page_files, parse, write
from modules import bundle_module, moved

CLASSIC = ("--format=iife",)


def bundle_disk_copy(site: Path) -> None:
    """Bundle everything into one classic script, and let each page's on-disk.js name it."""
    scripts = site / "assets/javascripts"
    whole = bundle_module(scripts / "file-copy.js", *CLASSIC)
    loader = bundle_module(scripts / "on-disk.js", *CLASSIC, f"--define:COPY={json.dumps(whole.name)}")
    for file in page_files(site):
        page = parse(file)
        for script in page.css("script[defer][src]"):
            if own_file(site, file, page, script.attributes["src"] or "") == scripts / "on-disk.js":
                script.attrs["src"] = moved(script.attributes["src"], scripts / "on-disk.js", loader)
        write(file, page)
