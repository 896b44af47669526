"""The anchors that a page of kubernetes.io has are known from its source in kubernetes/website.

Run by check_sources.py, and by the tests.

kubernetes.io is built by Hugo with `autoHeadingIDType = "blackfriday"` (hugo.toml): a heading's own `{#id}`, else its
source line with every run of other characters than letters and digits turned into one `-`, `-1` appended if it is taken
(blackfriday's SanitizedAnchorName; goldmark and Hugo, markup/goldmark/autoid.go).
"""

import re
import tomllib

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

#: The attributes at the end of a heading: `{#id}`, `{ #id .class }`.
ATTRIBUTES = re.compile(r"\{(?P<list>[^{}]*)\}\s*$")

#: The shortcode that a heading common to many pages is written with: `{{% heading "whatsnext" %}}`.
COMMON_HEADING = re.compile(r"\{\{%\s*heading\s+\"(?P<name>\w+)\"\s*%\}\}")

_MARKDOWN = MarkdownIt("commonmark").enable("table")


def common_headings(translations: str) -> dict[str, str]:
    """Read i18n/en/en.toml: the name in the shortcode → the heading (`whatsnext` → `What's next`)."""
    entries = tomllib.loads(translations)
    return {name.removesuffix("_heading"): entry["other"] for name, entry in entries.items() if name.endswith("_heading")}


def page_ids(source: str, common: dict[str, str]) -> frozenset[str]:
    """Give the ids of a page's headings and HTML elements.

    source: a content file with its front matter; common: what `common_headings` returned. A heading with another
    shortcode and no id of its own is left out: what it becomes is not known here.
    """
    tokens = _MARKDOWN.parse(without_front_matter(source))
    found: set[str] = set()
    for token, content in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open":
            found.add(heading_id(content.content, common, found))
    for token in tokens:
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                html = LexborHTMLParser(part.content)
                found |= {node.attributes["id"] for node in html.css("[id]")} | {node.attributes["name"] for node in html.css("a[name]")}
    return frozenset(id_ for id_ in found if id_)


def heading_id(text: str, common: dict[str, str], taken: set[str]) -> str:
    """Give the id of a heading (its source without `#`s), "" if it cannot be known."""
    attributes = ATTRIBUTES.search(text)
    own = [part[1:] for part in attributes["list"].split() if part.startswith("#")] if attributes else []
    if own:
        return own[0]
    line = COMMON_HEADING.sub(lambda match: common.get(match["name"], match[0]), text.split("\n")[-1])
    if "{{" in line:
        return ""
    first = slug(line) or "heading"
    return next(id_ for id_ in (first, *(f"{first}-{number}" for number in range(1, len(taken) + 2))) if id_ not in taken)


def slug(text: str) -> str:
    """Turn a text into an id as blackfriday does: `Pod's DNS Policy` → `pod-s-dns-policy`."""
    return "-".join("".join(letter if letter.isalpha() or letter.isnumeric() else " " for letter in text).lower().split())


def without_front_matter(source: str) -> str:
    """Take off what stands between the two `---` lines at the top."""
    if source.startswith("---\n"):
        return source.partition("\n---\n")[2]
    return source
