"""How good the search's answers are: the readers' queries, the sections that answer them, and shares by category.

Used by tests/browser/test_search_quality.py and, through it, by `make search-report`. Knows no browser.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from content.note_sections import read_sections

HERE = Path(__file__).parent
NO_ANSWER = "no-answer"
"""The category whose queries must find nothing."""

LEAST_FIRST, LEAST_THREE = 0.96, 0.99
"""Shares of all queries with a right section first, and among the first three."""

LEAST_FIRST_OF_CATEGORY, LEAST_THREE_OF_CATEGORY = 0.90, 0.97
MOST_WITHOUT = 0.005
"""Share of the queries with an answer for which nothing is found."""


@dataclass(frozen=True)
class Query:
    """What a reader types: id, category, text; right: addresses below the site's root that answer it ("pods/#what-is-a-pod")."""

    id: str
    category: str
    text: str
    right: frozenset[str]


@dataclass
class Score:
    """Counts of one category: asked, answered first, among the first three, not at all; misses: one line each."""

    asked: int = 0
    first: int = 0
    three: int = 0
    nothing: int = 0
    misses: list[str] = field(default_factory=list)


def address(place: str) -> str:
    """Return note_sections.yml's place as an address below the site's root: "pods#id" is "pods/#id", "index" the home page's h1."""
    page, _, anchor = place.partition("#")
    return f"#{anchor or 'home'}" if page == "index" else f"{page}/#{anchor}"


def read_queries(file: Path, better: Path | None = HERE / "search_better.yml") -> list[Query]:
    """Read a list of queries: `lines` of the notes are mapped through note_sections.yml, `sections` are page#id.

    `better`: id of a query → sections that answer it better than the notes did. Raises ValueError for an id that no query has.
    """
    notes = read_sections((HERE / "note_sections.yml").read_text(encoding="utf-8"))
    extra = yaml.safe_load(better.read_text(encoding="utf-8")) if better else {}
    found = []
    for query in json.loads(file.read_text(encoding="utf-8"))["queries"]:
        places = [*query.get("sections", []), *(place for line in query.get("lines", []) for place in notes[line]), *extra.pop(query["id"], {"sections": []})["sections"]]
        found.append(Query(query["id"], query["category"], query["q"], frozenset(map(address, places))))
    if extra:
        raise ValueError(f"{better}：没有这些查询：{'、'.join(extra)}")
    return found


def grade(answers: Iterable[tuple[Query, list[str]]]) -> dict[str, Score]:
    """Count, by category, how the found addresses (best first) of each query compare with the right ones."""
    scores: dict[str, Score] = {}
    for query, found in answers:
        score = scores.setdefault(query.category, Score())
        score.asked += 1
        if query.category == NO_ANSWER:
            score.first += not found
            score.three += not found
        else:
            score.first += found[:1] != [] and found[0] in query.right
            score.three += not query.right.isdisjoint(found[:3])
            score.nothing += not found
        if (found[:1] != []) == (query.category == NO_ANSWER) or (found and found[0] not in query.right):
            score.misses.append(f"{query.id} “{query.text}”：{' '.join(found[:3]) or '没有结果'}，应是 {' '.join(sorted(query.right)) or '没有结果'}")
    return scores


def total(scores: dict[str, Score]) -> Score:
    """Sum up the categories with an answer."""
    counted = [score for category, score in scores.items() if category != NO_ANSWER]
    return Score(*(sum(getattr(score, name) for score in counted) for name in ("asked", "first", "three", "nothing")))


def faults(scores: dict[str, Score]) -> list[str]:
    """Say in Chinese which of the figures above are not reached."""
    found = []
    for category, score in scores.items():
        first, three = (1, 1) if category == NO_ANSWER else (LEAST_FIRST_OF_CATEGORY, LEAST_THREE_OF_CATEGORY)
        if score.first < first * score.asked or score.three < three * score.asked:
            found.append(f"{category} 没有达到第一 {first:.0%}、前三 {three:.0%}")
    whole = total(scores)
    if whole.first < LEAST_FIRST * whole.asked or whole.three < LEAST_THREE * whole.asked:
        found.append(f"全部没有达到第一 {LEAST_FIRST:.0%}、前三 {LEAST_THREE:.0%}")
    if whole.nothing > MOST_WITHOUT * whole.asked:
        found.append(f"{whole.nothing} 个有答案的查询没有结果，超过 {MOST_WITHOUT:.1%}")
    return found


def table(scores: dict[str, Score]) -> str:
    """Return the shares by category as a table in Markdown, the sum last."""
    rows = [*scores.items(), ("全部（不含 no-answer）", total(scores))]
    lines = [f"| {name} | {score.asked} | {score.first / score.asked:.1%} | {score.three / score.asked:.1%} | {score.nothing} |" for name, score in rows]
    return "\n".join(["| 类别 | 查询 | 第一 | 前三 | 没有结果 |", "| --- | ---: | ---: | ---: | ---: |", *lines])
