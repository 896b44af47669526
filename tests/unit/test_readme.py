"""README says what is true: its table is the schema's, and what it names exists."""

import json
import re

import conftest
import front_matter

README = (conftest.ROOT / "README.md").read_text(encoding="utf-8")


def test_the_front_matter_table_is_the_schemas():
    assert front_matter.schema_table().strip() in README


def test_every_path_that_the_map_names_exists():
    named = re.findall(r"`((?:docs|overrides|scripts|tests|\.github)/[\w./-]*)`", README)
    assert len(named) > 8
    assert [path for path in named if not (conftest.ROOT / path).exists()] == []


def test_every_direct_dependency_is_explained():
    wanted = {line.split("=")[0].split(">")[0].strip() for name in ("requirements.in", "requirements-test.in", "requirements-lock.in", "requirements-node.in") for line in (conftest.ROOT / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith(("#", "-"))}
    wanted |= set(json.loads((conftest.ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"])
    table = README.partition("## 依赖各是做什么的")[2]
    assert len(wanted) > 10 and [name for name in sorted(wanted) if name not in table] == []
