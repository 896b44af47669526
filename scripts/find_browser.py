"""A Chromium for the browser tests is found on the machine or installed.

Run by `environment.py` under `.venv` (prints the path); its functions are imported by the tests.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as playwright: print(playwright.chromium.executable_path)"
)
ADVICE = "请安装 Chromium 或 Chrome；若已安装在别处，请用环境变量指明：CHROMIUM=/路径/chromium make test"


class BrowserError(Exception):
    """There is no usable browser; the message says in Chinese what to do."""


def works(path: Path) -> bool:
    """Whether the browser starts and tells its version. Ubuntu's `chromium-browser` without snap does not."""
    try:
        command = [path, "--version"]
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwright_browser() -> Path | None:
    """The Chromium that Playwright has downloaded, or None. In a process of its own: its API allows no nesting."""
    done = subprocess.run([sys.executable, "-c", PLAYWRIGHT_PATH], capture_output=True, text=True)
    path = Path(done.stdout.strip())
    return path if done.returncode == 0 and path.is_file() and works(path) else None


def find_browser(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The browser to test with: `CHROMIUM`, else one on PATH, else Playwright's own; None when there is none.

    Raises BrowserError when `CHROMIUM` is set to something that does not run.
    """
    if chosen := environ.get("CHROMIUM"):
        if not works(Path(chosen)):
            raise BrowserError(f"环境变量 CHROMIUM 指向的浏览器无法运行：{chosen}。请改正，或取消这个变量。")
        return Path(chosen)
    for name in NAMES:
        path = shutil.which(name, path=environ.get("PATH"))
        if path is not None and works(Path(path)):
            return Path(path)
    return playwright_browser()


def installers(is_root: bool, has_apt: bool) -> list[list[str]]:
    """The commands that install a browser, best first."""
    playwright = [sys.executable, "-m", "playwright", "install"]
    if is_root and has_apt:
        apt = "apt-get update -q && apt-get install -q -y --no-install-recommends chromium fonts-noto-cjk"
        return [["sh", "-c", apt], [*playwright, "--with-deps", "chromium"]]
    return [[*playwright, "chromium"]]


def ensure_browser() -> Path:
    """Find a browser, or install one and find that. Raises BrowserError when neither succeeds."""
    if found := find_browser():
        return found
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in installers(os.geteuid() == 0, shutil.which("apt-get") is not None):
        print("没有找到浏览器，正在安装 Chromium ……", file=sys.stderr, flush=True)
        # What the installer says goes to stderr: stdout holds the answer.
        subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno())
        if found := find_browser():
            return found
    raise BrowserError(f"没有找到浏览器，自动安装也没有成功。{ADVICE}")


def launch_arguments(is_root: bool | None = None) -> list[str]:
    """Chromium's arguments for a quiet test run: no GPU, no traffic of its own; no sandbox only as root."""
    if is_root is None:
        is_root = os.geteuid() == 0
    quiet = ["--disable-gpu", "--disable-quic", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync"]
    return ["--no-sandbox", *quiet] if is_root else quiet


def main() -> int:
    """Print the browser's path; return the exit code."""
    try:
        print(ensure_browser())
    except BrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
