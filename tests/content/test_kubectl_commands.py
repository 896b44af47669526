"""Every command that a page shows exists with the flags it is given: kubectl's and those of the other tools.

Run by `make check` and `make test`. kubectl.yml and shell_commands.yml hold what the references say; kubectl.yml is
compared with kubernetes/website by scripts/check_sources.py.
"""

import copy
from pathlib import Path

import pytest

from content.fences import Fence, Inline, all_fences, all_inline_code
from content.shell_commands import Command, CommandError, check, commands, read_flag, read_table, unused
from front_matter import Problem

HERE = Path(__file__).parent


def tables() -> dict[tuple[str, ...], Command]:
    """Read both tables anew, with nothing used yet."""
    return {key: entry for file in ("kubectl.yml", "shell_commands.yml") for key, entry in read_table((HERE / file).read_text(encoding="utf-8")).items()}


def command_faults(shown: Fence | Inline, table: dict[tuple[str, ...], Command]) -> list[str]:
    """Give the faults of a fence or a piece of inline code as `page:line: what is wrong`."""
    faults, line = [], 0
    try:
        for line, words in commands(shown.text):
            try:
                check(words, table)
            except CommandError as error:
                faults.append(str(Problem(shown.page, shown.line + line, str(error))))
    except CommandError as error:
        faults.append(str(Problem(shown.page, shown.line + line, str(error))))
    return faults


SHOWN = [*all_fences("shell", "bash", "sh", "console"), *all_inline_code("kubectl ")]


@pytest.fixture(scope="module")
def table() -> dict[tuple[str, ...], Command]:
    """The tables after every command of the pages has been looked up."""
    filled = tables()
    for shown in SHOWN:
        command_faults(shown, filled)
    return filled


def test_every_command_of_the_pages_exists_with_its_flags():
    known = tables()
    found = [fault for shown in SHOWN for fault in command_faults(shown, known)]
    assert len(SHOWN) > 20 and not found, "\n".join(found)


def test_every_entry_of_the_tables_is_used(table):
    assert unused(table) == [], "没有页面再用到这些，请从 kubectl.yml 或 shell_commands.yml 删去"


def test_every_kubectl_entry_cites_its_own_reference_page(table):
    pages = "https://kubernetes.io/docs/reference/kubectl/generated/"
    for path, command in table.items():
        if path[0] == "kubectl":
            page = {1: "kubectl", 2: "_".join(path)}.get(len(path), f"{'_'.join(path[:2])}/{'_'.join(path)}")
            assert command.source == f"{pages}{page}/"


TABLE = read_table("""
kubectl: {source: https://kubernetes.io/, inherited: ["-n, --namespace string"]}
kubectl get: {source: https://kubernetes.io/, flags: ["-o, --output string", "-A, --all-namespaces", "-l, --selector string"]}
kubectl apply: {source: https://kubernetes.io/, flags: ['--dry-run string[="unchanged"]', "-f, --filename strings"]}
kubectl exec: {source: https://kubernetes.io/, flags: ["-i, --stdin", "-t, --tty", "-c, --container string"]}
kubectl rollout: {source: https://kubernetes.io/, inherited: []}
kubectl rollout undo: {source: https://kubernetes.io/, flags: ["--to-revision int"]}
ls: {source: https://man7.org/, flags: ["-l"]}
grep: {source: https://man7.org/}
""")

RIGHT = [
    "kubectl get pods -A -o wide",
    "kubectl -n kube-system get pods",
    "kubectl --namespace=shop get pods -oyaml",
    "kubectl get pods -l app=web,tier!=db --output=json  # 说明 --wrong",
    "kubectl get pod <pod> -o jsonpath='{.a[?(@.b>1)].c}{\"\\n\"}' | grep x > out.txt 2>&1",
    "kubectl exec -it <pod> -c <container> -- ls -l /dev",
    "kubectl rollout undo deployment/<name> --to-revision=<n>",
    "kubectl apply --dry-run=server -f a.yaml && kubectl apply --dry-run -f -",
    "kubectl get \\\n  pods \\\n  -o wide",
    "kubectl get pods -l 'a in (b,\n c)' -o wide",
    "NS=shop sudo ls -l $NS; ls",
    "# 只有说明",
]

WRONG = [
    ("kubectl get pods --al-namespaces", 1, "没有参数 --al-namespaces"),
    ("kubectl get pods -x", 1, "没有参数 -x"),
    ("kubectl exec -itx pod", 1, "没有参数 -x"),
    ("kubectl gett pods", 1, "没有子命令 gett"),
    ("kubectl rollout redo deployment/web", 1, "没有子命令 redo"),
    ("kubectl rollout", 1, "没有子命令"),
    ("kubectl get pods -o", 1, "-o 后面要有值"),
    ("kubectl get pods -o -A", 1, "-o 后面要有值"),
    ("ls\nkubectl get pods | kubectl frobnicate", 2, "没有子命令 frobnicate"),
    ("kubectl exec pod -- ls -q", 1, "ls 没有参数 -q"),
    ("kubectl exec pod --", 1, "后面没有命令"),
    ("ls -l\nkubctl get pods", 2, "没有命令 kubctl"),
    ("ls 'a", 1, "没有合上"),
    ("ls\nls a \\", 1, "反斜杠"),
    ("ls\n(ls)", 1, "看不懂"),
    ("kubectl get pods \\\n -o wide \\\n --wrong", 1, "没有参数 --wrong"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_command_passes(text: str):
    assert command_faults(Fence("docs/pods.md", 1, "shell", text), copy.deepcopy(TABLE)) == []


@pytest.mark.parametrize(("text", "line", "said"), WRONG)
def test_a_wrong_command_is_named_with_page_and_line(text: str, line: int, said: str):
    (found,) = command_faults(Fence("docs/pods.md", 1, "shell", text), copy.deepcopy(TABLE))
    assert found.startswith(f"docs/pods.md:{line}: ") and said in found


def test_an_entry_that_no_page_uses_is_noticed():
    known = copy.deepcopy(TABLE)
    assert {"kubectl get", "kubectl rollout", "ls"} <= set(unused(known))
    for text in RIGHT[:-1]:
        command_faults(Fence("docs/pods.md", 1, "shell", text), known)
    assert unused(known) == []
    known[("kubectl", "get")].flags.append(read_flag("-w, --watch"))
    assert unused(known) == ["kubectl get -w, --watch"]


@pytest.mark.parametrize("wrong", ["ls: {flags: [-l]}", "ls: {source: https://a, flag: [-l]}", "ls: {source: https://a, flags: [l]}"])
def test_a_table_that_is_written_wrongly_is_refused(wrong: str):
    with pytest.raises(ValueError, match="ls|l"):
        read_table(wrong)
