# -*- coding: utf-8 -*-
"""`.venv` and `node_modules` hold exactly the tools that the lock files name.

Run by every target of the Makefile, with the machine's own Python: `python3 scripts/set_up.py [--browser | --locking]`.

This file must be readable by any Python, old ones included, so that they can say what is missing:
no f-strings, no annotations. The work itself is in `environment.py`.
"""

import os
import subprocess
import sys

MINIMUM = (3, 11)
NEWER_NAMES = ("python3.15", "python3.14", "python3.13", "python3.12", "python3.11")


def dotted(version):
    """`(3, 11)` -> `"3.11"`."""
    return ".".join(str(part) for part in version)


def too_old_message(version, executable):
    """What a person with too old a Python reads: what is there, what is needed, what to do."""
    return (
        "需要 Python {need} 或更新的版本；现在用的是 {have}（{where}）。\n"
        "  办法：安装新版 Python 后重新运行本命令（会自动找到 python3.12、python3.13 等）；\n"
        "        或指明它在哪里，例如 make serve PYTHON=/路径/python3.13"
    ).format(need=dotted(MINIMUM), have=dotted(version), where=executable)


def newer_python():
    """The path of a Python on PATH that is new enough, or None."""
    try:
        from shutil import which
    except ImportError:  # Python 2
        return None
    probe = "import sys; sys.exit(sys.version_info[:3] < {0!r})".format(MINIMUM)
    for name in NEWER_NAMES:
        path = which(name)
        if path is None:
            continue
        with open(os.devnull, "w") as nowhere:
            if subprocess.call([path, "-c", probe], stdout=nowhere, stderr=nowhere) == 0:
                return path
    return None


def main():
    """Hand over to `environment.main` under a Python that is new enough; exit 1 with advice when there is none."""
    if os.name == "nt":
        sys.exit("Windows 请在 WSL 里运行（见 README）。")
    if sys.version_info[:3] < MINIMUM:
        better = newer_python()
        if better is None:
            sys.exit(too_old_message(sys.version_info[:3], sys.executable))
        sys.stdout.flush()
        os.execv(better, [better, os.path.abspath(__file__)] + sys.argv[1:])
    import environment  # its syntax is too new for the Pythons that this file must still serve

    sys.exit(environment.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
