"""The set-up is reproducible, private and honest: hashes everywhere, no addresses, advice when something is missing.

Run by `make check` and `make test`.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import environment
import lock_versions
import pytest
import set_up
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(ROOT.glob("requirements*.txt"))
WORKFLOW = ROOT / ".github" / "workflows" / "publish.yml"

# Written in pieces, so that this file does not hold what it looks for.
REGISTRY = re.compile("|".join(["registry" + r"\.npmjs", "npm" + "mirror", "python" + "hosted", r"pypi\.org" + "/simple"]))
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:tmp|root|home|work|Users)/")
PINNED_ACTION = re.compile(r"\s*(?:- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
SETS_AN_INDEX = re.compile(r"\s*(?:--?(?:extra-)?index-url|--find-links|-[if]\b|registry\s*=|(?:extra-)?index-url\s*=)")


def registry_lines(text: str) -> list[str]:
    """The lines of a text that name a package registry."""
    return [line for line in text.splitlines() if REGISTRY.search(line)]


def requirement_lines(text: str) -> list[str]:
    """The logical lines of a requirements file: comments dropped, continuations joined."""
    kept = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(kept).replace("\\\n", " ").splitlines()


def without_hash(text: str) -> list[str]:
    """The requirements that pip would install without comparing a SHA-256."""
    return [line for line in requirement_lines(text) if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", line)]


def unpinned_actions(text: str) -> list[str]:
    """The `uses:` lines of a workflow that lack a full commit or the comment with its version."""
    lines = [line for line in text.splitlines() if re.match(r"\s*(?:- )?uses:", line)]
    return [line for line in lines if not PINNED_ACTION.fullmatch(line)]


def help_lines() -> dict[str, str]:
    """What `make help` prints: target → explanation."""
    done = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)
    return {line.split()[1]: line.split(maxsplit=2)[2] for line in done.stdout.splitlines()}


def test_no_file_names_a_registry():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    assert ROOT / "package-lock.json" in paths
    texts = {path: path.read_bytes().decode(errors="replace") for path in paths if path.is_file()}
    assert {str(path): lines for path, text in texts.items() if (lines := registry_lines(text))} == {}


def test_a_registry_address_is_noticed():
    address = '"resolved": "https://' + "registry" + '.npmjs.org/a.tgz"'
    assert registry_lines(f"a\n{address}") == [address]
    assert registry_lines("image: registry.k8s.io/pause:3.10") == []


@pytest.mark.parametrize("path", [*LOCKS, ROOT / ".npmrc"], ids=lambda path: path.name)
def test_no_lock_file_chooses_a_registry(path):
    assert [line for line in path.read_text().splitlines() if SETS_AN_INDEX.match(line)] == []


def test_a_chosen_registry_is_noticed():
    for line in ("--index-url x", "-i x", "--find-links x", "registry=x", "extra-index-url = x"):
        assert SETS_AN_INDEX.match(line)


@pytest.mark.parametrize("path", [*LOCKS, ROOT / "package-lock.json"], ids=lambda path: path.name)
def test_no_lock_file_holds_a_path_of_a_machine(path):
    assert MACHINE_PATH.findall(path.read_text()) == []


def test_a_path_of_a_machine_is_noticed():
    assert MACHINE_PATH.search("#    uv pip compile /" + "tmp/x/requirements.in")


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_python_package_is_locked_with_a_hash(path):
    assert requirement_lines(path.read_text())
    assert without_hash(path.read_text()) == []


def test_a_package_without_a_hash_is_noticed():
    good = "a==1 \\\n    --hash=sha256:" + "0" * 64
    assert without_hash(f"{good}\nb==2\n    # via a\nc==3 \\\n    --hash=sha256:12") == ["b==2", "c==3      --hash=sha256:12"]


@pytest.mark.parametrize("name", lock_versions.NAMES)
def test_every_wanted_package_is_locked_in_a_wanted_version(name):
    locked = {}
    for line in requirement_lines((ROOT / f"{name}.txt").read_text()):
        requirement = Requirement(line.split("--hash")[0])
        locked.setdefault(requirement.name, set()).add(next(iter(requirement.specifier)).version)
    wanted = [line for line in requirement_lines((ROOT / f"{name}.in").read_text()) if not line.startswith("-")]
    assert wanted
    for requirement in map(Requirement, wanted):
        assert requirement.name in locked, f"{requirement} 不在 {name}.txt 里，请运行 make lock"
        assert any(requirement.specifier.contains(version) for version in locked[requirement.name]), f"{requirement}：请运行 make lock"


def test_every_npm_package_is_locked_with_a_hash_and_without_an_address():
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: data for name, data in lock["packages"].items() if name}
    assert packages
    assert [name for name, data in packages.items() if not data.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, data in packages.items() if "resolved" in data] == []
    assert lock["packages"][""]["devDependencies"] == json.loads((ROOT / "package.json").read_text())["devDependencies"]


@pytest.mark.parametrize("platform", ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"])
def test_the_npm_lock_serves_every_platform(platform):
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert f"node_modules/@esbuild/{platform}" in packages
    lightningcss = f"node_modules/lightningcss-cli-{platform}"
    assert any(name == lightningcss or name.startswith(f"{lightningcss}-") for name in packages)


def test_make_alone_lists_every_command_in_chinese():
    makefile = (ROOT / "Makefile").read_text()
    targets = re.findall(r"^([a-z_-]+):(?!=)", makefile, re.MULTILINE)
    listed = help_lines()
    assert sorted(listed) == sorted(targets)
    assert {"serve", "test", "check", "build", "help", "clean"} <= set(listed)
    assert all(re.search(r"[\u4e00-\u9fff]", text) for text in listed.values())


def test_every_command_that_needs_tools_sets_them_up_first():
    rules = re.split(r"\n(?=[a-z]+:)", (ROOT / "Makefile").read_text())[1:]
    needing = {rule.split(":")[0]: rule for rule in rules if "$(VENV)" in rule}
    assert {"serve", "test", "check", "build", "lock"} == set(needing)
    assert all(rule.splitlines()[1].startswith("\t@$(SET_UP)") for rule in needing.values())


def test_ci_runs_nothing_but_make_test():
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_every_action_is_pinned_to_a_commit():
    assert yaml.safe_load(WORKFLOW.read_text())["permissions"] == {}
    assert WORKFLOW.read_text().count("uses:") >= 5
    assert unpinned_actions(WORKFLOW.read_text()) == []


def test_an_action_that_is_not_pinned_is_noticed():
    commit = "0" * 40
    loose = ["- uses: actions/checkout@v7", f"  uses: a/b@{commit}", f"- uses: a/b@{commit[:12]} # v1.0.0"]
    assert unpinned_actions("\n".join([*loose, f"- uses: a/b/c@{commit} # v1.0.0"])) == loose


def test_the_publishing_job_has_the_permissions_it_needs_and_no_others():
    jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "test": {"contents": "read"},
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_too_old_a_python_is_told_what_to_do():
    message = set_up.too_old_message((3, 9, 2), "/usr/bin/python3")
    for part in ("3.9.2", "/usr/bin/python3", set_up.dotted(set_up.MINIMUM), "PYTHON="):
        assert part in message


def test_set_up_can_be_read_by_old_pythons():
    source = (ROOT / "scripts" / "set_up.py").read_text()
    compile(source, "set_up.py", "exec")
    assert not re.search(r"""\bf["']|->\s*\w+:$|:=|\bmatch \w+:$""", source, re.MULTILINE)


def test_a_changed_input_makes_the_part_anew(tmp_path):
    (tmp_path / "lock").write_text("a==1")
    before = environment.digest(tmp_path, ["lock"], ["3.13"])
    stamp = tmp_path / "set-up" / "python"
    environment.mark_ready(stamp, before)
    assert environment.is_ready(stamp, before, [tmp_path])
    assert environment.digest(tmp_path, ["lock"], ["3.14"]) != before
    (tmp_path / "lock").write_text("a==2")
    assert not environment.is_ready(stamp, environment.digest(tmp_path, ["lock"], ["3.13"]), [tmp_path])


def test_a_part_that_was_never_finished_is_not_ready(tmp_path):
    assert not environment.is_ready(tmp_path / "stamp", "x", [])


def test_a_part_whose_product_was_deleted_is_not_ready(tmp_path):
    environment.mark_ready(tmp_path / "set-up" / "node", "x")
    assert not environment.is_ready(tmp_path / "set-up" / "node", "x", [tmp_path / "node_modules"])


def test_a_failing_step_says_what_failed_and_what_to_do():
    with pytest.raises(environment.SetUpError, match=r"安装没有成功（退出码 3.*\n.*请重试"):
        environment.run("安装", "请重试", [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(environment.SetUpError, match="无法运行 /nowhere/npm"):
        environment.run("安装", "请重试", ["/nowhere/npm"])


def test_a_python_without_ensurepip_is_told_which_package_to_install(tmp_path, monkeypatch):
    for name in environment.PYTHON_LOCKS:
        (tmp_path / name).write_text("")
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(environment.SetUpError, match="python3-venv"):
        environment.set_up_python(tmp_path)


def test_a_second_set_up_runs_no_command(tmp_path, monkeypatch):
    for name in (*environment.PYTHON_LOCKS, *environment.NODE_LOCKS):
        (tmp_path / name).write_text('{"engines": {"node": ">=20.0.0"}}')
    commands = []

    def pretend(what, advice, command, env=None):
        """Leave what the real command would leave."""
        commands.append(what)
        for product in (tmp_path / ".venv" / "bin" / "python", tmp_path / "node_modules" / ".package-lock.json"):
            product.parent.mkdir(parents=True, exist_ok=True)
            product.touch()

    monkeypatch.setattr(environment, "run", pretend)
    environment.set_up(tmp_path, browser=False)
    assert len(commands) >= 4
    commands.clear()
    environment.set_up(tmp_path, browser=False)
    assert commands == []
    (tmp_path / "package-lock.json").write_text("{}")
    environment.set_up(tmp_path, browser=False)
    assert commands and not any("Python" in what for what in commands)


def test_locking_never_installs_packages_whose_lock_is_out_of_date(tmp_path, monkeypatch):
    for name in (*environment.PYTHON_LOCKS, *environment.NODE_LOCKS):
        (tmp_path / name).write_text('{"engines": {"node": ">=20.0.0"}}')
    (tmp_path / ".venv").mkdir()
    commands = []
    monkeypatch.setattr(environment, "run", lambda what, advice, command, env=None: commands.append([str(part) for part in command]))
    environment.set_up(tmp_path, locking=True)
    assert commands and not any("ci" in command for command in commands)
    environment.set_up(tmp_path)
    assert any("ci" in command for command in commands)
