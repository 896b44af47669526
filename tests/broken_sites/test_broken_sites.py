"""Every guard catches a tiny wrong site: without these, a green build would prove nothing.

A folder is a site; `expected.txt` holds the lines that the author must get to see.
A new guard needs no code here, only a folder.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
SITES = sorted(config.parent.name for config in HERE.glob("*/mkdocs.yml"))
BROKEN = [name for name in SITES if name != "healthy"]


class Build(NamedTuple):
    """How a build ended, and all that it printed."""

    exit_code: int
    output: str


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    """Build every site once, as many at a time as there are processors."""
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"}  # else lines are wrapped
    built = tmp_path_factory.mktemp("built")  # here: mktemp itself is not made for several threads

    def build(name: str) -> Build:
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"]
            + ["-f", str(HERE / name / "mkdocs.yml"), "-d", str(built / name)],
            env=environment | {"PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
        )
        return Build(done.returncode, done.stdout)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(SITES, pool.map(build, SITES), strict=True))


def expected(name: str) -> list[str]:
    """The lines that an author must see when the site `name` is built."""
    return (HERE / name / "expected.txt").read_text("utf-8").splitlines()


def test_the_healthy_site_builds(builds):
    assert builds["healthy"].exit_code == 0, builds["healthy"].output


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_site_fails_and_its_message_names_file_and_fault(builds, name):
    exit_code, output = builds[name]
    assert exit_code != 0, output
    missing = [line for line in expected(name) if line not in output]
    assert expected(name) and not missing, f"没有看到：{missing}\n{output}"


@pytest.mark.parametrize("name", BROKEN)
def test_an_author_never_sees_a_traceback(builds, name):
    assert "Traceback" not in builds[name].output, builds[name].output


@pytest.mark.parametrize("name", BROKEN)
def test_the_message_is_about_the_fault_and_nothing_a_healthy_site_prints(builds, name):
    assert not [line for line in expected(name) if line in builds["healthy"].output]
