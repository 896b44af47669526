"""What is shipped beside the pages: named by content, compressed, and nothing of Material's script."""

import gzip
import re
import subprocess

import brotli
import built_pages
import conftest
import pytest
from asset_names import drop_unneeded, hashed_name

HASHED = re.compile(r".+-[0-9A-Za-z]{8}\.\w+")


def files(site):
    return [file for file in sorted(site.rglob("*")) if file.is_file()]


def test_every_asset_carries_a_hash_of_its_content_in_its_name(site):
    assets = [file for file in files(site / "assets") if file.suffix not in (".br", ".gz")]
    assert len(assets) >= 4
    assert [file.name for file in assets if not HASHED.fullmatch(file.name)] == []


def test_a_name_changes_with_the_content(tmp_path):
    file = tmp_path / "a.svg"
    file.write_text("1")
    first = hashed_name(file)
    file.write_text("2")
    assert HASHED.fullmatch(first) and hashed_name(file) != first


def test_br_and_gz_lie_beside_every_text_file_and_hold_the_same(site):
    texts = [file for file in files(site) if file.suffix in (".html", ".js", ".json", ".svg", ".txt", ".xml")]
    assert len(texts) > 12
    for file in texts:
        assert brotli.decompress(file.with_name(file.name + ".br").read_bytes()) == file.read_bytes()
        assert gzip.decompress(file.with_name(file.name + ".gz").read_bytes()) == file.read_bytes()


def test_nothing_of_materials_script_is_shipped(site):
    names = " ".join(file.name for file in files(site))
    assert "bundle." not in names and "lunr" not in names and "worker" not in names
    assert all("__md_" not in file.read_text(encoding="utf-8") for file in built_pages.page_files(site))


def test_every_asset_is_needed_by_a_page_or_a_module(tmp_path):
    for name, text in {"a-1.js": 'import("./b-2.js")', "b-2.js": "", "c-3.js": "", "d.svg": ""}.items():
        (tmp_path / name).write_text(text)
    drop_unneeded(tmp_path, {tmp_path / "a-1.js"})
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a-1.js", "b-2.js"]


def git_status() -> str:
    """What git sees as changed or new."""
    return subprocess.run(["git", "status", "--porcelain"], cwd=conftest.ROOT, capture_output=True, text=True, check=True).stdout


def test_a_second_build_gives_the_same_bytes_and_changes_nothing_under_git(site, tmp_path):
    before = git_status()
    again = conftest.build_site(tmp_path / "site")
    assert git_status() == before
    assert [file.relative_to(again) for file in files(again)] == [file.relative_to(site) for file in files(site)]
    assert [str(file.relative_to(site)) for file in files(site) if file.read_bytes() != (again / file.relative_to(site)).read_bytes()] == []


@pytest.mark.parametrize("part", ["style", "script[type=module]"])
def test_the_inlined_styles_and_the_first_module_are_within_budget(site, budgets, part):
    page = built_pages.parse(site / "pods/index.html")
    if part == "style":
        size, budget = len(brotli.compress(page.css_first(part).text().encode())), budgets["stylesheet_bytes"]
    else:
        module = built_pages.local_target(site, site / "pods/index.html", page.css_first(part).attributes["src"])
        size, budget = len(brotli.compress(module.read_bytes())), budgets["module_bytes"]
    assert size <= budget
