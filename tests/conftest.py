"""What every test may ask for: the site, built once a run as a reader gets it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
BUDGETS = yaml.safe_load((ROOT / "tests/budgets.yml").read_text(encoding="utf-8"))


def build_site(target: Path, **environment: str) -> Path:
    """Build the real site into `target` with `make build`'s own script; fails with the build's output."""
    done = subprocess.run(
        [sys.executable, "scripts/build_site.py", "--site-dir", str(target)],
        cwd=ROOT, env={**os.environ, "SITE_URL": "", "REPO_URL": "", **environment}, capture_output=True, encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site without an address of its own, as `make build` makes it on a fresh clone."""
    return build_site(tmp_path_factory.mktemp("build") / "site")


@pytest.fixture(scope="session")
def published_site(tmp_path_factory) -> Path:
    """The site as the workflow publishes it: below a path, with a repository."""
    return build_site(
        tmp_path_factory.mktemp("published") / "site",
        SITE_URL="https://example.org/notes/", REPO_URL="https://github.com/example/notes",
    )


@pytest.fixture(scope="session")
def budgets() -> dict:
    """The numbers in tests/budgets.yml."""
    return BUDGETS
