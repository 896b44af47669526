"""A shell command is taken apart and compared with a table of commands and flags.

Run by test_kubectl_commands.py on every command that a page shows.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

#: A place that the reader fills in: `<name>`, `<新镜像>`. Replaced by a word before the shell's `<` and `>` are read.
PLACEHOLDER = re.compile(r"<(?P<name>[^\s<>|&;]+)>")

#: A variable set for one command, in front of it.
ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)

#: A flag as a reference page writes it: `-o, --output string`, `-A, --all-namespaces`, `--dry-run string[="unchanged"]`.
FLAG = re.compile(r"(?:(?P<short>-\w)(?:, )?)?(?P<long>--[\w-]+)?(?: (?P<value>\S+))?")

SEPARATORS = {"|", "||", "&&", ";", "&"}
REDIRECTIONS = {">", ">>", "<", ">&", "&>"}

#: Commands that run what follows: their own words are not of interest.
PREFIXES = {"sudo"}


class CommandError(ValueError):
    """A command that the table does not know; the message is Chinese."""


@dataclass(frozen=True)
class Flag:
    """A flag: its names (`-o`, `--output`) and whether a value must follow. `written` is the line of the table."""

    written: str
    names: tuple[str, ...]
    takes_value: bool


@dataclass
class Command:
    """A command of the table: its words (`kubectl rollout undo`), flags, source; a parent only hands flags down."""

    path: tuple[str, ...]
    flags: list[Flag]
    source: str
    parent: bool
    used: set[str] = field(default_factory=set)


def read_table(text: str) -> dict[tuple[str, ...], Command]:
    """Read a table: `command: {source: …, flags: […]}`, or `inherited: […]` for what only hands flags down.

    Raises ValueError naming the entry that is not written so.
    """
    table = {}
    for name, entry in (yaml.safe_load(text) or {}).items():
        lists = [key for key in ("flags", "inherited") if key in entry]
        if len(lists) > 1 or set(entry) - {"source", *lists} or not str(entry.get("source")).startswith("https://"):
            raise ValueError(f"「{name}」应写成 source: https://…，以及 flags: […]（或 inherited: […]）")
        flags = [read_flag(line) for line in (entry[lists[0]] if lists else [])]
        table[tuple(name.split())] = Command(tuple(name.split()), flags, entry["source"], "inherited" in entry)
    return table


def read_flag(line: str) -> Flag:
    """Read a flag as a reference page writes it; a value in `[=…]` may be left out, so none has to follow."""
    match = FLAG.fullmatch(line)
    names = tuple(name for name in (match["short"], match["long"]) if name) if match else ()
    if not names:
        raise ValueError(f"「{line}」不像一个参数；请照参考页写，例如 -o, --output string")
    return Flag(line, names, bool(match["value"]) and "[=" not in match["value"])


def commands(text: str) -> Iterator[tuple[int, list[str]]]:
    """Take a shell text apart: yield (line from 0, words) for each simple command; comments are left out.

    Raises CommandError for a quote that is not closed and for what is no simple command.
    """
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        start, logical = at, lines[at]
        while True:
            at += 1
            try:
                words = split(logical)
                if not logical.rstrip().endswith("\\"):
                    break
                logical = logical.rstrip()[:-1] + " "
            except ValueError:  # an open quote, or a backslash with nothing behind it
                logical = logical[:-1] + " " if logical.endswith("\\") else logical + "\n"
            if at == len(lines):
                raise CommandError("引号没有合上，或者行末的反斜杠后面没有下一行")
            logical += lines[at]
        yield from ((start, command) for command in simple_commands(words))


def split(line: str) -> list[str]:
    """Split a logical line into words and operators, as a POSIX shell does. Raises ValueError for an open quote."""
    lexer = shlex.shlex(PLACEHOLDER.sub(r"某\g<name>", line), posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    return list(lexer)


def simple_commands(words: list[str]) -> Iterator[list[str]]:
    """Cut words at pipes and separators; take off redirections, assignments and PREFIXES."""
    command: list[str] = []
    target = False
    for word in [*words, ";"]:
        if word in SEPARATORS:
            if command:
                yield command
            command = []
        elif word in REDIRECTIONS:
            target = True
            if command and command[-1] == "2":
                command.pop()
        elif set(word) <= set("();<>|&"):
            raise CommandError(f"看不懂“{word}”；页面上的命令请写成一条条简单命令")
        elif target:
            target = False
        elif command or not (word in PREFIXES or ASSIGNMENT.fullmatch(word)):
            command.append(word)


def check(words: list[str], table: dict[tuple[str, ...], Command]) -> None:
    """Compare one simple command with the table and note what it uses.

    What follows `--` is a command of its own. Raises CommandError for an unknown command, subcommand or flag, and for a
    flag without its value.
    """
    own, dashes, inner = words, [], []
    if "--" in words:
        cut = words.index("--")
        own, dashes, inner = words[:cut], words[cut : cut + 1], words[cut + 1 :]
    command, rest = find(own, table)
    above = [table.get(command.path[:length]) for length in range(1, len(command.path))]
    parents = [holder for holder in above if holder and holder.parent]
    for holder in parents:
        holder.used.add("")
    command.used.add("")
    known = {name: (holder, flag) for holder in (*parents, command) for flag in holder.flags for name in flag.names}
    while rest:
        word = rest.pop(0)
        for name, value in flags_of(word, known):
            if name not in known:
                raise CommandError(f"{' '.join(command.path)} 没有参数 {name}（在“{word}”里），或者表里还没有它；依据见 {command.source}")
            holder, flag = known[name]
            holder.used.add(flag.written)
            if flag.takes_value and not value:
                if not rest or rest[0].partition("=")[0] in known:
                    raise CommandError(f"{' '.join(command.path)} 的参数 {name} 后面要有值")
                rest.pop(0)
    if dashes and not inner:
        raise CommandError("“--”后面没有命令")
    if inner:
        check(inner, table)


def find(words: list[str], table: dict[tuple[str, ...], Command]) -> tuple[Command, list[str]]:
    """Find the command that words name: the longest path of the table; return it and the other words.

    Flags of a parent may stand before the subcommand (`kubectl -n shop get pods`).
    """
    path: tuple[str, ...] = (words[0],)
    rest = list(words[1:])
    if path not in table:
        raise CommandError(f"表里没有命令 {words[0]}")
    before: list[str] = []
    while rest:
        known = {name: (table[path], flag) for flag in table[path].flags for name in flag.names}
        if (*path, rest[0]) in table:
            path = (*path, rest.pop(0))
        elif table[path].parent and rest[0].startswith("-"):
            word = rest.pop(0)
            before.append(word)
            flags = list(flags_of(word, known))
            if rest and flags and flags[-1][0] in known and known[flags[-1][0]][1].takes_value and not flags[-1][1]:
                before.append(rest.pop(0))
        else:
            break
    if table[path].parent:
        raise CommandError(f"{' '.join(path)} 没有子命令 {rest[0] if rest else '（空）'}，或者表里还没有它；依据见 {table[path].source}")
    return table[path], [*before, *rest]


def flags_of(word: str, known: dict[str, tuple[Command, Flag]]) -> Iterator[tuple[str, str]]:
    """Yield (name, value written in the same word) for each flag in a word; nothing for a word that is no flag.

    `-it` is two flags, `-oyaml` and `-o=yaml` are one with its value, as in pflag.
    """
    if word.startswith("--"):
        name, _, value = word.partition("=")
        yield name, value
    elif word.startswith("-") and word != "-":
        for at, letter in enumerate(word[1:], start=2):
            name = f"-{letter}"
            takes = name in known and known[name][1].takes_value
            yield name, word[at:].removeprefix("=") if takes else ""
            if takes:
                return


def unused(table: dict[tuple[str, ...], Command]) -> list[str]:
    """Name the commands and flags of the table that no `check` has met."""
    found = []
    for command in table.values():
        name = " ".join(command.path)
        if not command.used:
            found.append(name)
        else:
            found += [f"{name} {flag.written}" for flag in command.flags if flag.written not in command.used]
    return found
