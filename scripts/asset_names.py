"""Gives each asset a name that changes with its content, and leaves out what no page needs.

Run as a step by site_steps.py, after the steps that write assets.
"""

from hashlib import sha256
from pathlib import Path

from built_pages import asset_references, page_files, parse, with_name, write

HASHED_BY_ESBUILD = ".js"


def hashed_name(file: Path) -> str:
    """Return "favicon-1a2b3c4d.svg" for a file named favicon.svg: eight hex digits of its SHA-256."""
    return f"{file.stem}-{sha256(file.read_bytes()).hexdigest()[:8]}{file.suffix}"


def name_assets(site: Path) -> None:
    """Rename the assets that pages name, rewrite the references, and delete every other file below assets/."""
    renamed: dict[Path, Path] = {}
    for file in page_files(site):
        page = parse(file)
        for element, attribute, asset in asset_references(site, file, page):
            if asset not in renamed:
                renamed[asset] = asset if asset.suffix == HASHED_BY_ESBUILD else asset.rename(asset.with_name(hashed_name(asset)))
            element.attrs[attribute] = with_name(element.attributes[attribute], renamed[asset].name)
        write(file, page)
    drop_unneeded(site / "assets", set(renamed.values()))


def drop_unneeded(assets: Path, named: set[Path]) -> None:
    """Delete the files below `assets` that are neither `named` by a page nor by a module that is needed."""
    files = [file for file in sorted(assets.rglob("*")) if file.is_file()]
    needed = set(named)
    for _ in files:  # a chain of modules is never longer than this
        texts = [file.read_text(encoding="utf-8") for file in needed if file.suffix == ".js"]
        needed |= {file for file in files if any(file.name in text for text in texts)}
    for file in sorted(assets.rglob("*"), reverse=True):
        if file.is_dir() and not any(file.iterdir()):
            file.rmdir()
        elif file.is_file() and file not in needed:
            file.unlink()
