"""Tools from npm run with a Node that suits them: the machine's own, or else the one that set-up put into `.venv`.

Used by `environment.py` for the set-up and by the build steps that call esbuild and others. Standard library only.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RANGE = re.compile(r"(\^|>=)\s*(\d+)\.(\d+)\.(\d+)")


class NodeToolError(Exception):
    """A tool from npm is missing or has failed; the message holds its own words and, in Chinese, what to do."""


def satisfies(version: str, engines: str) -> bool:
    """Whether a Node version (`v20.20.2`) is in a range of package.json's `engines` (`^20.19.0 || >=24.0.0`).

    Only `^` and `>=` joined by `||` are understood; anything else raises ValueError.
    """
    numbers = tuple(int(part) for part in version.strip().removeprefix("v").split("-")[0].split("."))
    for term in engines.split("||"):
        match = RANGE.fullmatch(term.strip())
        if match is None:
            raise ValueError(f"package.json 的 engines.node 只能用 ^ 与 >=：{term.strip()!r}")
        floor = tuple(int(part) for part in match.groups()[1:])
        if numbers >= floor and (match[1] == ">=" or numbers[0] == floor[0]):
            return True
    return False


def usable_node_version(root: Path = ROOT) -> str | None:
    """The version of the Node on PATH when npm is there too and package.json accepts it; else None."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True)
    engines = json.loads((root / "package.json").read_text(encoding="utf-8"))["engines"]["node"]
    if answer.returncode != 0 or not satisfies(answer.stdout, engines):
        return None
    return answer.stdout.strip()


def environment(root: Path = ROOT, own_node: bool | None = None) -> dict[str, str]:
    """The environment for a tool from npm. `own_node`: use the Node in `.venv`; by default if there is one."""
    own = root / ".venv" / "bin"
    if own_node is None:
        own_node = (own / "node").exists()
    modules = {"NODE_PATH": str(root / "node_modules")}  # a module of the site finds the libraries that it imports
    path = {"PATH": f"{own}{os.pathsep}{os.environ['PATH']}"} if own_node else {}
    return {**os.environ, **modules, **path}


def run_node_tool(name: str, *args: str | Path, cwd: Path = ROOT, stdin: str | None = None) -> str:
    """Run `node_modules/.bin/<name>` and return what it wrote to stdout (text, UTF-8).

    Raises NodeToolError when the tool is not installed or exits with another code than 0.
    """
    tool = ROOT / "node_modules" / ".bin" / name
    if not tool.exists():
        raise NodeToolError(f"没有找到工具 {name}（{tool}）。请先运行 make build，它会装好全部工具。")
    return _run(name, [tool, *args], cwd, stdin)


def run_node_script(script: Path, stdin: str) -> str:
    """Run a script of ours with Node, `stdin` as its input, and return what it wrote to stdout; raises NodeToolError."""
    return _run(script.name, ["node", script], ROOT, stdin)


def _run(name: str, command: list[str | Path], cwd: Path, stdin: str | None) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, input=stdin, env=environment(), capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        words = (done.stderr.strip() or done.stdout.strip()) or "（没有输出）"
        raise NodeToolError(
            f"工具 {name} 运行失败（退出码 {done.returncode}）：\n{words}\n"
            "请按上面的提示修改；若像是工具没有装好，请运行 make clean 再运行 make build。"
        )
    return done.stdout
