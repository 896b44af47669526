"""Every page is valid HTML, by html-validate with its standard and accessibility rules."""

import built_pages
import pytest
from node_tools import NodeToolError, run_node_tool

import conftest

CONFIG = conftest.ROOT / "tests/site/htmlvalidate.json"


def test_every_page_is_valid_html(site):
    run_node_tool("html-validate", "--config", str(CONFIG), *map(str, built_pages.page_files(site)))


def test_the_validator_is_not_blind(tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html lang='zh'><head><title>x</title></head><body><p><div>x</div></p></body></html>", encoding="utf-8")
    with pytest.raises(NodeToolError, match="close-order"):
        run_node_tool("html-validate", "--config", str(CONFIG), str(wrong))
