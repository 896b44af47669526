"""Puts each table into a box that scrolls, has a name and takes the keyboard's focus.

A Python-Markdown extension, loaded by hooks.py.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class ScrollTables(Treeprocessor):
    """Wraps every <table> in <section class="table-scroll" tabindex="0" aria-label="表格：…">.

    The name is the table's column headings: they say what it compares, and no two tables of a page share them.
    """

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[place] = self.box(child)

    def box(self, table: Element) -> Element:
        """Return the box with the table in it."""
        names = ["".join(heading.itertext()).strip() for heading in table.iter("th")]
        box = Element("section", {"class": "table-scroll", "tabindex": "0", "aria-label": "表格：" + "、".join(names)})
        box.append(table)
        box.tail, table.tail = table.tail, None
        return box


class ScrollTablesExtension(Extension):
    """Registers the wrapper after inline markup is parsed, so that headings are plain text."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(ScrollTables(md), "scroll_tables", 5)


def makeExtension(**settings: object) -> Extension:
    """Return the extension; the name is Python-Markdown's."""
    return ScrollTablesExtension(**settings)
