"""Redirects: what they lead to in the end, and each fault with its line."""

import pytest

from redirects import RedirectsError, read, targets

EXISTING = frozenset({"index", "pods", "pods#a", "services", "services#b"})


def follow(text: str) -> dict[str, str]:
    return targets(read(text), EXISTING)


def test_chains_are_followed_to_their_end():
    assert follow("old: older\nolder: pods\npods#x: services#b\n") == {"old": "pods", "older": "pods", "pods#x": "services#b"}


@pytest.mark.parametrize("text", ["", "# 注释\n", "{}\n"])
def test_no_redirects_are_no_fault(text):
    assert follow(text) == {}


@pytest.mark.parametrize(("text", "line", "said"), [
    ("a: pods\na: services\n", 2, "写了两次，第 1 行"),
    ("a: b\nb: a\n", 1, "转了一圈"),
    ("a: a\n", 1, "转了一圈"),
    ("# 说明\n\na: pods#gone\n", 3, "pods#gone 不存在"),
    ("pods#a: services#b\n", 1, "还在"),
    ("a: services#c\n", 1, "是不是 services#b"),
    ("a: ../pods\n", 1, "不是地址"),
    ("A b: pods\n", 1, "不是地址"),
    ("- a\n", 1, "旧地址: 新地址"),
    ("a: [\n", 2, "YAML"),
])
def test_a_fault_is_told_with_its_line(text, line, said):
    with pytest.raises(RedirectsError) as caught:
        follow(text)
    assert str(caught.value).startswith(f"docs/redirects.yml:{line}: ") and said in str(caught.value)


def test_all_faults_are_told_at_once():
    with pytest.raises(RedirectsError) as caught:
        follow("a: gone\nb: gone\n")
    assert len(str(caught.value).splitlines()) == 2
