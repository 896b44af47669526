"""Every lock file follows from its `.in` file or from `package.json`.

Run by `make lock` under `.venv` after a change of versions: `python scripts/lock_versions.py`.

uv resolves for all platforms and for every Python that `set_up.py` accepts. No address and no path of a machine gets
into a lock file.
"""

import subprocess
import sys
from pathlib import Path

import node_tools
import set_up

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("requirements", "requirements-test", "requirements-node", "requirements-lock")


def compile_command(name: str) -> list[str]:
    """The uv command that writes `<name>.txt` from `<name>.in`."""
    return [
        *(sys.executable, "-m", "uv", "pip", "compile", f"{name}.in", "-o", f"{name}.txt", "--quiet"),
        *("--universal", "--python-version", set_up.dotted(set_up.MINIMUM), "--generate-hashes"),
        *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"),
    ]


def main() -> int:
    """Write all lock files; return the exit code of the first command that fails, else 0."""
    npm = ["npm", "install", "--package-lock-only", "--ignore-scripts"]
    for command in [*map(compile_command, NAMES), npm]:
        print("→", " ".join(command[command.index("uv") :] if "uv" in command else command), flush=True)
        code = subprocess.run(command, cwd=ROOT, env=node_tools.environment()).returncode
        if code != 0:
            print("版本没有锁定成功（原因见上）；请改正 .in 文件或 package.json 后重试。", file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
