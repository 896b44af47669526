"""The promises about the built HTML, one test each; the checks themselves are proven in unit/ and broken_sites/."""

from pathlib import Path

import built_pages
import pytest
import site_checks
import site_reader


@pytest.fixture(scope="module")
def built(site: Path) -> site_reader.Site:
    """The real site, as readers get it after the last build step."""
    base_path = built_pages.base_path(built_pages.parse(site / site_checks.NOT_FOUND))
    return site_reader.read(site, base_path)


def test_the_built_site_has_no_faults(built: site_reader.Site):
    assert site_checks.problems(built.root, built.base_path) == []


def test_there_is_something_to_check(built: site_reader.Site):
    sources = Path(__file__).parents[2] / "docs"
    pages = {source.stem for source in sources.glob("*.md")}
    assert {"index", "about", "pods"} <= pages
    read = [page for page in built.pages.values() if page.tree.css_first("article")]
    assert {f"{page}/index.html" for page in pages - {"index"}} | {"index.html", "404.html"} <= {page.path for page in read}
    for page in read:
        assert any(page.links()) and page.ids and page.headings("article"), page.path


def test_every_link_lands_on_an_existing_file_and_anchor(built: site_reader.Site):
    assert list(site_checks.lost_addresses(built)) == []


def test_no_page_asks_another_host_for_anything(built: site_reader.Site):
    assert list(site_checks.foreign_loads(built)) == []


def test_no_id_occurs_twice_on_a_page(built: site_reader.Site):
    assert list(site_checks.repeated_ids(built)) == []


def test_no_heading_or_figure_shares_its_id_with_one_of_another_page(built: site_reader.Site):
    assert list(site_checks.shared_ids(built)) == []


def test_every_page_has_one_first_level_heading(built: site_reader.Site):
    assert list(site_checks.first_headings(built)) == []


def test_no_heading_level_is_skipped(built: site_reader.Site):
    assert list(site_checks.skipped_levels(built)) == []


def test_every_image_has_a_text_in_its_place(built: site_reader.Site):
    assert list(site_checks.images_without_text(built)) == []


def test_every_page_has_a_title_of_its_own_and_a_description(built: site_reader.Site):
    assert list(site_checks.heads(built)) == []


def test_no_script_handler_or_style_attribute_stands_in_the_html(built: site_reader.Site):
    assert list(site_checks.inline_code(built)) == []


def test_every_check_has_a_test_of_its_own_here():
    here = Path(__file__).read_text("utf-8")
    assert [check.__name__ for check in site_checks.CHECKS if f"site_checks.{check.__name__}(built)" not in here] == []
