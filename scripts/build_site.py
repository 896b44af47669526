"""`site/` is always a whole site: the last one that built without a warning.

Run by `make build`: `python scripts/build_site.py [--config mkdocs.yml] [--site-dir site]`.

MkDocs builds into a fresh folder beside the target; only a build that succeeds takes the target's place. Never with
`-q` or `-v`: both change the log level, and `--strict` counts what is logged.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


class BuildError(Exception):
    """The site was not built; the message says in Chinese why. The target folder is as it was."""


def check_target(target: Path) -> None:
    """Raise BuildError when `target` exists and is not a site that an earlier build has made."""
    if target.is_dir() and any(target.iterdir()) and not (target / "404.html").is_file():
        raise BuildError(f"{target} 里有别的文件，不像是生成的网站，不覆盖它。请换一个 --site-dir，或先把它移走。")
    if target.exists() and not target.is_dir():
        raise BuildError(f"{target} 不是文件夹。请换一个 --site-dir。")


def swap_in(new: Path, target: Path, attic: Path) -> None:
    """Put `new` in the place of `target`; what stood there goes to `attic`, and comes back if the move fails."""
    had_old = target.exists()
    if had_old:
        target.rename(attic)
    try:
        new.rename(target)
    except OSError:
        if had_old:
            attic.rename(target)
        raise


def build(config: Path, target: Path) -> None:
    """Build the site that `config` describes into `target`. Raises BuildError; then `target` is untouched."""
    check_target(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as work:
        new = Path(work) / "new"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(new)]
        code = subprocess.run(command, env={"NO_MKDOCS_2_WARNING": "true", **os.environ}).returncode
        if code != 0:
            raise BuildError(f"网站没有生成（退出码 {code}，原因见上）；{target} 保持原样。")
        swap_in(new, target, Path(work) / "old")


def main(arguments: Sequence[str]) -> int:
    """Read the options, build, and return the exit code."""
    parser = argparse.ArgumentParser(description="生成网站；失败时原来的网站保持不变。")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="MkDocs 的配置文件")
    parser.add_argument("--site-dir", type=Path, default=Path("site"), help="网站生成到哪个文件夹")
    options = parser.parse_args(arguments)
    target = options.site_dir.absolute()
    try:
        build(options.config.absolute(), target)
    except BuildError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 1
    print(f"网站已生成：{target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
