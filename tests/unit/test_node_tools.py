"""A tool from npm runs with a Node that suits it, or says what to do. Run by `make check` and `make test`."""

import json
from pathlib import Path

import node_tools
import pytest

ENGINES = "^20.19.0 || ^22.16.0 || >=24.0.0"


@pytest.mark.parametrize(
    ("version", "suits"),
    [
        *[("v18.20.0", False), ("v20.18.3", False), ("v20.19.0", True), ("v20.20.2", True), ("v21.7.0", False)],
        *[("v22.15.0", False), ("v22.16.0", True), ("v23.1.0", False), ("v24.0.0", True), ("v26.1.0-nightly", True)],
    ],
)
def test_a_node_version_is_judged_by_the_range_of_package_json(version, suits):
    assert node_tools.satisfies(version, ENGINES) is suits


def test_a_range_of_another_form_is_refused():
    with pytest.raises(ValueError, match="~20"):
        node_tools.satisfies("v18.0.0", "~20")


def test_package_json_accepts_only_nodes_that_all_its_tools_accept():
    root = Path(__file__).resolve().parents[2]
    engines = json.loads((root / "package.json").read_text())["engines"]["node"]
    lock = json.loads((root / "package-lock.json").read_text())["packages"]
    assert engines == ENGINES
    assert lock["node_modules/html-validate"]["engines"]["node"].replace(">= ", ">=") == engines


def test_a_tool_that_is_missing_says_which_command_installs_it():
    with pytest.raises(node_tools.NodeToolError, match="no-such-tool.*make build"):
        node_tools.run_node_tool("no-such-tool")


def test_a_tool_that_fails_hands_on_its_own_words(tmp_path):
    with pytest.raises(node_tools.NodeToolError, match="(?s)esbuild.*Unexpected end of file"):
        node_tools.run_node_tool("esbuild", "--loader=js", cwd=tmp_path, stdin="{")


def test_a_tool_reads_stdin_and_returns_stdout_as_utf8(tmp_path):
    out = node_tools.run_node_tool("esbuild", "--loader=js", "--charset=utf8", cwd=tmp_path, stdin="x = '容器'")
    assert "容器" in out


@pytest.mark.parametrize("tool", ["esbuild", "lightningcss", "purgecss", "html-validate"])
def test_every_tool_starts(tool):
    assert node_tools.run_node_tool(tool, "--version").strip()


def test_the_node_in_venv_comes_first_when_there_is_one(tmp_path):
    assert node_tools.environment(tmp_path)["PATH"] == node_tools.environment(tmp_path, own_node=False)["PATH"]
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "node").touch()
    assert node_tools.environment(tmp_path)["PATH"].startswith(str(tmp_path / ".venv" / "bin") + ":")
