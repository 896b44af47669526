"""A browser is found where it may be, and installed where there is none.

Run by `make check` and `make test`; no real browser is needed.
"""

import sys
from pathlib import Path

import find_browser
import pytest


def fake_browser(folder: Path, name: str, code: int = 0) -> Path:
    """An executable that answers `--version` and exits with `code`."""
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def no_playwright(monkeypatch):
    monkeypatch.setattr(find_browser, "playwright_browser", lambda: None)


def test_the_chosen_browser_comes_first(tmp_path):
    chosen = fake_browser(tmp_path, "mine")
    fake_browser(tmp_path, "chromium")
    assert find_browser.find_browser({"CHROMIUM": str(chosen), "PATH": str(tmp_path)}) == chosen


def test_a_chosen_browser_that_does_not_run_is_an_error():
    with pytest.raises(find_browser.BrowserError, match="CHROMIUM.*/nowhere"):
        find_browser.find_browser({"CHROMIUM": "/nowhere", "PATH": ""})


@pytest.mark.parametrize("name", find_browser.NAMES)
def test_a_browser_on_path_is_found(tmp_path, name):
    browser = fake_browser(tmp_path, name)
    assert find_browser.find_browser({"PATH": str(tmp_path)}) == browser


def test_a_browser_that_does_not_start_is_passed_over(tmp_path):
    fake_browser(tmp_path, "chromium", code=1)
    chrome = fake_browser(tmp_path, "google-chrome")
    assert find_browser.find_browser({"PATH": str(tmp_path)}) == chrome


def test_playwrights_browser_comes_last(tmp_path, monkeypatch):
    monkeypatch.setattr(find_browser, "playwright_browser", lambda: Path("/own/chrome"))
    assert find_browser.find_browser({"PATH": str(tmp_path)}) == Path("/own/chrome")


def test_without_any_browser_there_is_none(tmp_path):
    assert find_browser.find_browser({"PATH": str(tmp_path)}) is None


def test_root_on_debian_installs_the_package_first():
    first, second = find_browser.installers(is_root=True, has_apt=True)
    assert "apt-get update" in first[-1] and "install" in first[-1] and "chromium fonts-noto-cjk" in first[-1]
    assert second == [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]


@pytest.mark.parametrize(("is_root", "has_apt"), [(False, True), (True, False), (False, False)])
def test_everyone_else_lets_playwright_install(is_root, has_apt):
    assert find_browser.installers(is_root, has_apt) == [[sys.executable, "-m", "playwright", "install", "chromium"]]


def test_a_missing_browser_is_installed_and_then_found(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    install = f"printf '#!/bin/sh\\n' > {tmp_path}/chromium; /bin/chmod +x {tmp_path}/chromium"
    monkeypatch.setattr(find_browser, "installers", lambda *args: [["/bin/sh", "-c", install]])
    assert find_browser.ensure_browser() == tmp_path / "chromium"


def test_a_failed_installation_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(find_browser, "installers", lambda *args: [["/bin/sh", "-c", "exit 1"]])
    with pytest.raises(find_browser.BrowserError, match="请安装 Chromium 或 Chrome"):
        find_browser.ensure_browser()


def test_only_root_gives_up_the_sandbox():
    assert "--no-sandbox" in find_browser.launch_arguments(is_root=True)
    assert "--no-sandbox" not in find_browser.launch_arguments(is_root=False)


def test_the_browser_makes_no_requests_of_its_own():
    wanted = {"--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"}
    assert wanted <= set(find_browser.launch_arguments(is_root=False))
