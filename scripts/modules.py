"""Bundles the ES modules that pages name, one file for the first view and one for each import() on intent.

Run as a step by site_steps.py; esbuild does the work and puts a content hash into each name.
"""

import json
from os.path import relpath
from pathlib import Path
from posixpath import dirname, join, normpath
from tempfile import TemporaryDirectory

from built_pages import own_file, page_files, parse, write
from node_tools import run_node_tool


SPLIT = ("--splitting", "--format=esm")
"""esbuild's options for a module whose import()s become files of their own."""


def bundle_module(entry: Path, *options: str) -> Path:
    """Bundle one module into the sibling folder modules/ and return the new file; raises NodeToolError on a syntax error or a missing import."""
    with TemporaryDirectory() as folder:
        metafile = Path(folder, "meta.json")
        run_node_tool(
            "esbuild", entry.name, "--bundle", *options, "--minify", "--target=es2022", "--charset=utf8",
            "--log-level=warning", "--outdir=../modules", "--entry-names=[name]-[hash]", "--chunk-names=[name]-[hash]", f"--metafile={metafile}",
            cwd=entry.parent,
        )
        outputs = json.loads(metafile.read_text(encoding="utf-8"))["outputs"]
    return next((entry.parent / name).resolve() for name, output in outputs.items() if output.get("entryPoint") == entry.name)


def moved(address: str, old: Path, new: Path) -> str:
    """Return an address that named the file `old`, changed to name `new`: "../a/b.js" to "../c/d.js"."""
    return normpath(join(dirname(address), relpath(new, old.parent)))


def bundle_modules(site: Path) -> None:
    """Replace every <script type=module src> of the site's pages by its bundle."""
    bundles: dict[Path, Path] = {}
    for file in page_files(site):
        page = parse(file)
        for script in page.css("script[type=module][src]"):
            entry = own_file(site, file, page, script.attributes["src"] or "")
            if entry not in bundles:
                bundles[entry] = bundle_module(entry, *SPLIT)
            script.attrs["src"] = moved(script.attributes["src"], entry, bundles[entry])
        write(file, page)
