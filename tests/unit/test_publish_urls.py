"""The ledger of addresses: a lost one is told, new ones are added, remarks stay."""

import pytest

import publish_urls

PAGE = '<html><body><main><article><h1 id="pods">Pod</h1><h2 id="a">甲</h2><figure id="f"><svg><desc id="f-desc">x</desc></svg></figure></article></main></body></html>'


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """A ledger, redirects and a site of one page below a root of their own; returns (run, ledger file)."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/redirects.yml").write_text("pods#moved: pods#a\n")
    (tmp_path / "site/pods").mkdir(parents=True)
    (tmp_path / "site/pods/index.html").write_text(PAGE, encoding="utf-8")
    file = tmp_path / "urls.txt"
    monkeypatch.setattr(publish_urls, "ROOT", tmp_path)
    monkeypatch.setattr(publish_urls, "LEDGER", file)
    return lambda *options: publish_urls.main([str(tmp_path / "site"), *options]), file


def test_new_addresses_are_added_below_the_remarks_and_old_ones_stay(ledger):
    run, file = ledger
    file.write_text("# 说明\npods#moved\n", encoding="utf-8")
    assert run() == 0
    assert file.read_text(encoding="utf-8").splitlines() == ["# 说明", "pods", "pods#a", "pods#f", "pods#moved", "pods#pods"]
    assert run("--check") == 0


def test_an_address_that_was_never_entered_fails_the_check_and_nothing_is_written(ledger, capsys):
    run, file = ledger
    file.write_text("pods\n", encoding="utf-8")
    assert run("--check") == 1 and "pods#a 还没有登记" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "pods\n"


def test_an_address_that_is_lost_fails_with_its_remedy(ledger, capsys):
    run, file = ledger
    file.write_text("pods\npods#a\npods#f\npods#pods\npods#gone\n", encoding="utf-8")
    for options in ((), ("--check",)):
        assert run(*options) == 1 and "pods#gone 发布过，现在不在了" in capsys.readouterr().err
