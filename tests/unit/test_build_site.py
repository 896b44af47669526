"""A build that fails leaves the old site as it was; one that succeeds replaces it whole.

Run by `make check` and `make test`.
"""

from pathlib import Path

import build_site
import pytest


@pytest.fixture
def project(tmp_path) -> Path:
    """A tiny project whose `site/` holds an earlier build."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# new\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: tiny\ntheme: mkdocs\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "404.html").write_text("old")
    (tmp_path / "site" / "gone.html").write_text("old")
    return tmp_path


def build(project: Path) -> int:
    """Build the project as `make build` would; return the exit code."""
    return build_site.main(["--config", str(project / "mkdocs.yml"), "--site-dir", str(project / "site")])


def leftovers(project: Path) -> list[str]:
    """What a build left behind beside the site."""
    return [path.name for path in project.iterdir() if path.name.startswith(".site-")]


def test_a_good_build_replaces_the_whole_site(project):
    assert build(project) == 0
    assert (project / "site" / "index.html").is_file()
    assert not (project / "site" / "gone.html").exists()
    assert leftovers(project) == []
    assert (project / "site").stat().st_mode & 0o055 == 0o055, "a web server could not read it"


def test_a_build_with_a_warning_fails_and_leaves_the_old_site(project, capfd):
    (project / "docs" / "index.md").write_text("[nowhere](nowhere.md)\n")
    assert build(project) == 1
    assert sorted(path.name for path in (project / "site").iterdir()) == ["404.html", "gone.html"]
    assert leftovers(project) == []
    said = capfd.readouterr().err
    assert "nowhere.md" in said and "保持原样" in said


def test_a_folder_that_is_not_a_site_is_never_replaced(project, capfd):
    assert build_site.main(["--config", str(project / "mkdocs.yml"), "--site-dir", str(project / "docs")]) == 1
    assert (project / "docs" / "index.md").is_file()
    assert "不覆盖" in capfd.readouterr().err


def test_a_move_that_fails_brings_the_old_site_back(project):
    with pytest.raises(FileNotFoundError):
        build_site.swap_in(project / "nowhere", project / "site", project / "attic")
    assert (project / "site" / "gone.html").read_text() == "old"
