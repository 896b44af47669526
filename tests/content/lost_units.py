"""Names every unit of the notes that no page holds any more, and every exception that no longer holds.

Run by tests/content/test_nothing_is_lost.py.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from note_units import Unit, normalise


@dataclass(frozen=True)
class Mended:
    """One place of the notes that the pages word differently on purpose; an entry of mended.yml."""

    line: int
    was: str
    now: tuple[str, ...]
    reason: str


def read_mended(source: str) -> list[Mended]:
    """Read mended.yml.

    Raises ValueError, naming the entry, if a key is missing or unknown, or a value is empty or of the wrong kind.
    """
    entries = []
    for number, entry in enumerate(yaml.safe_load(source) or [], start=1):
        where = f"mended.yml 第 {number} 条"
        if not isinstance(entry, dict) or set(entry) != {"line", "was", "now", "reason"}:
            raise ValueError(f"{where}：要写 line、was、now、reason 四项，不多不少")
        if not isinstance(entry["line"], int) or not isinstance(entry["now"], list):
            raise ValueError(f"{where}：line 要写行号，now 要写列表")
        texts = [entry["was"], entry["reason"], *entry["now"]]
        if not all(isinstance(text, str) and normalise(text) for text in texts):
            raise ValueError(f"{where}：was、reason 和 now 里的每一项都要写文字")
        entries.append(Mended(entry["line"], entry["was"], tuple(entry["now"]), entry["reason"]))
    return entries


def count(units: Iterable[Unit]) -> Counter[str]:
    """Count how often each unit stands."""
    return Counter(unit.key for unit in units)


def wanted(notes: Counter[str], mended: list[Mended]) -> Counter[str]:
    """Give what the pages must hold: the notes, with each mended unit replaced by its new wording."""
    gone = Counter(normalise(entry.was) for entry in mended)
    come = Counter(normalise(text) for entry in mended for text in entry.now)
    return notes - gone + come


def lost(notes: Counter[str], pages: Counter[str], mended: list[Mended]) -> Counter[str]:
    """Give the units that the pages hold less often than they must, and how many are missing."""
    return wanted(notes, mended) - pages


def stale(source: str, notes: Counter[str], pages: Counter[str], mended: list[Mended]) -> list[str]:
    """Name each exception that excuses nothing: its old wording is not in the notes, or still in the pages."""
    lines = source.split("\n")
    claims = Counter(normalise(entry.was) for entry in mended)
    faults = []
    for entry in mended:
        key = normalise(entry.was)
        if not 1 <= entry.line <= len(lines) or key not in plain(lines[entry.line - 1]):
            faults.append(f"mended.yml：笔记第 {entry.line} 行里没有「{entry.was}」，请改行号或删去这一条")
        elif notes[key] < claims[key]:
            faults.append(f"mended.yml：「{entry.was}」不是笔记里完整的一句，请照笔记写全，或删去多余的一条")
        elif pages[key] > notes[key] - claims[key]:
            faults.append(f"mended.yml：「{entry.was}」仍在页面里，这条例外已经多余，请删去（笔记第 {entry.line} 行）")
    return faults


def plain(line: str) -> str:
    """Give one line of Markdown as units are compared, without marks for bold, code and cells."""
    return normalise(line.translate(str.maketrans("", "", "*`|")))


def report(source: str, missing: Counter[str]) -> str:
    """Say in Chinese what is missing, with the line of the notes where it stands."""
    lines = [plain(line) for line in source.split("\n")]
    out = []
    for key, times in missing.items():
        line = next((number for number, text in enumerate(lines, start=1) if key in text), None)
        where = f"original-notes.txt:{line}" if line else "mended.yml 的 now"
        out.append(f"{where}：页面里少了 {times} 处「{key}」")
    hint = "请把它放回所属的章节；若是有意改写，请在 tests/content/mended.yml 里写明原文、新文字和理由。"
    return "\n".join([*out, hint]) if out else ""
