"""The terms of the notes, as data: reads docs/terms.yml and finds what is wrong with it.

Used by glossary_page.py, term_links.py, search_terms.py and tests; knows no engine. `schema_table` feeds README.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

NAME = "terms.yml"
PREFIX = "term-"
"""What an entry's anchor begins with: it keeps clear of the ids of headings."""

LONGEST_DEFINITION = 90

Text = Annotated[str, StringConstraints(strip_whitespace=True, strict=True, min_length=1)]
Kebab = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Term(BaseModel):
    """One entry. `forms` are all ways to write it, the official ones first; `name` is the one that readers see."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Kebab
    zh: Text | None = None
    en: Text | None = None
    short: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    definition: Annotated[str, StringConstraints(pattern=r"。$", max_length=LONGEST_DEFINITION)]
    home: Annotated[str, StringConstraints(pattern=r"^[a-z-]+\.md#[a-z0-9-]+$")]
    group: Kebab
    quiet: bool = False

    @property
    def forms(self) -> list[str]:
        return list(dict.fromkeys(form for form in (self.zh, self.en, *self.short, *self.aliases) if form))

    @property
    def name(self) -> str:
        return self.zh or self.en or self.id

    @property
    def anchor(self) -> str:
        return PREFIX + self.id

    @property
    def home_url(self) -> str:
        """The address of its section below the site's root: "pods/#what-is-a-pod"."""
        return self.home.replace(".md#", "/#")


class Group(BaseModel):
    """A part of the glossary page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Kebab
    title: Text


class Glossary(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    groups: tuple[Group, ...] = Field(min_length=1)
    terms: tuple[Term, ...] = ()


class GlossaryError(ValueError):
    """A glossary that cannot be used; the message has one Chinese line for each fault, with its line number."""

    def __init__(self, faults: Iterable[tuple[int, str]]) -> None:
        super().__init__("\n".join(f"docs/{NAME}:{line}: {fault}" for line, fault in sorted(faults)))


def read(text: str) -> Glossary:
    """Return the glossary of a file; raises GlossaryError with every fault and its line."""
    try:
        node, data = yaml.compose(text, yaml.SafeLoader), yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise GlossaryError([(mark.line + 1 if mark else 1, f"不是有效的 YAML（{getattr(error, 'problem', error)}）；值里有冒号或引号时用双引号括起来")]) from None
    try:
        glossary = Glossary.model_validate(data)
    except ValidationError as error:
        raise GlossaryError((line_of(node, fault["loc"]), message(fault)) for fault in error.errors()) from None
    faults = [(line_of(node, ("terms", number)), fault) for number, fault in clashes(glossary)]
    if faults:
        raise GlossaryError(faults)
    return glossary


def clashes(glossary: Glossary) -> Iterator[tuple[int, str]]:
    """Yield (number of the entry, Chinese) for ids and forms that two entries claim, unknown groups, and nameless entries."""
    groups = {group.id for group in glossary.groups}
    owners: dict[str, Term] = {}
    ids: set[str] = set()
    for number, term in enumerate(glossary.terms):
        if term.id in ids:
            yield number, f"id“{term.id}”已经有了；请换一个"
        ids.add(term.id)
        if term.group not in groups:
            yield number, f"没有 {term.group} 这一组；可以写 {'、'.join(sorted(groups))}"
        if not (term.zh or term.en):
            yield number, f"{term.id} 没有名字；zh 与 en 至少写一个"
        for form in {form.lower() for form in term.forms}:
            if owners.setdefault(form, term).id != term.id:
                yield number, f"“{form}”已经属于 {owners[form].id}；一种写法只能属于一个术语"


def lost_homes(glossary: Glossary, exists: Callable[[str], bool], text: str) -> list[tuple[int, str]]:
    """Return the entries of `text` whose home is no section: (line, Chinese); `exists` is asked about "pods/#what-is-a-pod"."""
    node = yaml.compose(text, yaml.SafeLoader)
    return [(line_of(node, ("terms", number, "home")), f"{term.home} 没有这一节；请写 文件名.md#标题的 id") for number, term in enumerate(glossary.terms) if not exists(term.home_url)]


def line_of(node: yaml.Node, place: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of a place in a YAML tree; of the nearest one above it when it is not there."""
    line = node.start_mark.line + 1 if node else 1
    for step in place:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
            continue
        else:
            return line
        line = node.start_mark.line + 1
    return line


def message(fault: dict) -> str:
    """Say in Chinese what one error of pydantic means and what to write instead."""
    key = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), NAME)
    if fault["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, Term.model_fields, n=1)
        return f"不认识的键 {key}{f'（是不是 {near[0]}？）' if near else ''}；可以写 {'、'.join(Term.model_fields)}"
    if fault["type"] == "missing":
        return f"缺少 {key}"
    rules = {
        "id": "只用小写英文字母、数字和连字符", "group": "只用小写英文字母、数字和连字符", "home": "写成 文件名.md#标题的 id",
        "definition": f"一句话，以“。”结尾，不超过 {LONGEST_DEFINITION} 个字", "short": "写成列表，例如 [svc]", "aliases": "写成列表，例如 [服务发现]",
        "quiet": "写 true 或不写", "terms": "写成列表", "groups": "写成列表，每项有 id 和 title",
    }
    return f"{key} 不合要求：{rules.get(key, '要是文字，不能为空')}"
