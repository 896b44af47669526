"""Every page and anchor of kubernetes.io that the notes cite exists in kubernetes/website, and every kubectl flag in its reference.

Run by a person, on a checkout that is up to date: `python scripts/check_sources.py CHECKOUT [--write]`.

Without --write it only reports. With it, tests/content/cited_pages.yml is brought up to date: new pages are added, those
that no page cites any more leave, and what was found gets today's date.
"""

import argparse
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from selectolax.lexbor import LexborHTMLParser

import cited_pages
from cited_links import Link, links
from website_headings import common_headings, page_ids

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests/content/cited_pages.yml"
COMMANDS = ROOT / "tests/content/kubectl.yml"
HOST = "kubernetes.io"
CONTENT = "content/en"

#: The date that a post's file name may begin with.
DATED = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})-")

#: The value that a reference page names after a flag when it is not given.
DEFAULT = re.compile(r"\s+Default: .*", re.DOTALL)


class Website:
    """A checkout of kubernetes/website: which file a page is made from, and its anchors. Raises OSError if it is none."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.common = common_headings((checkout / "i18n/en/en.toml").read_text(encoding="utf-8"))
        self.known: dict[str, frozenset[str]] = {}
        self.posts: dict[str, str] = {}

    def source(self, url: str) -> str:
        """Give the file of a page below the checkout, "" if there is none."""
        path = urlsplit(url).path.strip("/")
        if path.startswith("blog/"):
            return self.post(f"/{path}/")
        names = [f"{CONTENT}/{path}.md", f"{CONTENT}/{path}/_index.md", f"{CONTENT}/{path}/index.md"]
        return next((name for name in names if (self.checkout / name).is_file()), "")

    def post(self, path: str) -> str:
        """Give the file of a post, found by the address that its front matter makes; "" if there is none."""
        if not self.posts:
            for file in sorted((self.checkout / CONTENT / "blog/_posts").rglob("*.md")):
                self.posts.setdefault(post_path(file.read_text(encoding="utf-8"), file.name), file.relative_to(self.checkout).as_posix())
        return self.posts.get(path, "")

    def ids(self, source: str) -> frozenset[str]:
        """Give the anchors of a file."""
        if source not in self.known:
            self.known[source] = page_ids((self.checkout / source).read_text(encoding="utf-8"), self.common)
        return self.known[source]


def post_path(text: str, name: str) -> str:
    """Give the path that a post is published at: `url` or `/:section/:year/:month/:day/:slug/` (hugo.toml); "" if it names no slug."""
    data = yaml.safe_load(text.split("\n---", 1)[0].removeprefix("---")) if text.startswith("---") else None
    if not isinstance(data, dict) or "slug" not in data:
        return ""
    dated = DATED.match(name)
    day = str(data.get("date") or (dated["date"] if dated else ""))[:10].split("-")
    if len(day) != 3:
        return ""
    pattern = str(data.get("url", "/:section/:year/:month/:day/:slug/"))
    for key, value in {":section": "blog", ":year": day[0], ":month": day[1], ":day": day[2], ":slug": str(data["slug"])}.items():
        pattern = pattern.replace(key, value)
    return pattern


def missing(found: list[Link], website: Website) -> list[str]:
    """Name the links to kubernetes.io whose page or anchor does not exist, as `page:line: …`."""
    faults = []
    for link in found:
        if urlsplit(link.url).hostname != HOST:
            continue
        source = website.source(link.url)
        if not source:
            faults.append(f"{link.page}:{link.line}: {link.url} 在检出里没有源文件；页面可能改名或删除了，请改成现在的网址")
        elif link.fragment and link.fragment not in website.ids(source):
            faults.append(f"{link.page}:{link.line}: {source} 里没有锚点 {link.fragment}；请改用现在的标题，或者去掉 #{link.fragment}")
    return faults


def unknown_flags(table: str, website: Website) -> list[str]:
    """Name the entries of kubectl.yml that the command's reference page does not have."""
    faults = []
    for name, entry in yaml.safe_load(table).items():
        source = website.source(entry["source"])
        if not source:
            faults.append(f"kubectl.yml: {name} 的参考页 {entry['source']} 在检出里没有源文件")
            continue
        options = reference_flags((website.checkout / source).read_text(encoding="utf-8"))
        faults += [f"kubectl.yml: {source} 里没有“{flag}”" for flag in (*entry.get("flags", ()), *entry.get("inherited", ())) if flag not in options]
    return faults


def reference_flags(source: str) -> frozenset[str]:
    """Give the flags of a generated reference page as they stand there, without defaults: `-o, --output string`."""
    cells = LexborHTMLParser(source).css('td[colspan="2"]')
    return frozenset(DEFAULT.sub("", cell.text().replace("\u00a0", " ")).strip() for cell in cells)


def updated(found: list[Link], cited: cited_pages.Cited, website: Website, today: date) -> dict[str, cited_pages.Page]:
    """Give the pages as the file should list them.

    Pages of kubernetes.io are looked up in the checkout; of the others, new pages and new fragments are marked as not seen.
    """
    pages = {}
    for url, fragments in cited_pages.cited_fragments(found).items():
        old = cited.pages.get(url)
        source = website.source(url) if urlsplit(url).hostname == HOST else ""
        if source and fragments <= website.ids(source) | {""}:
            pages[url] = cited_pages.Page(url, sorted(fragments), today, "current", source)
        elif old and fragments <= set(old.fragments):
            pages[url] = cited_pages.Page(url, sorted(fragments), old.checked, old.seen, old.source)
        else:
            pages[url] = cited_pages.Page(url, sorted(fragments), None, "no", source)
    return pages


def commit_of(checkout: Path) -> tuple[str, date] | None:
    """Give commit and commit date of a checkout, None if it is no git work tree."""
    done = subprocess.run(["git", "-C", str(checkout), "log", "-1", "--format=%H %cs"], capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        return None
    commit, day = done.stdout.split()
    return commit, date.fromisoformat(day)


def main(arguments: list[str]) -> int:
    """Report what is missing; return 1 if anything is, 2 if the checkout cannot be used."""
    parser = argparse.ArgumentParser(description="核对页面引用的 kubernetes.io 网址、锚点和 kubectl 参数")
    parser.add_argument("checkout", type=Path, metavar="CHECKOUT", help="kubernetes/website 的检出目录")
    parser.add_argument("--write", action="store_true", help="把结果写进 tests/content/cited_pages.yml")
    options = parser.parse_args(arguments)
    commit = commit_of(options.checkout)
    try:
        website = Website(options.checkout)
    except OSError as error:
        print(f"{options.checkout} 不像 kubernetes/website 的检出（{error.strerror}：{error.filename}）；请给出它的根目录。", file=sys.stderr)
        return 2
    found = [link for page in sorted((ROOT / "docs").glob("*.md")) for link in links(page.read_text(encoding="utf-8"), page.relative_to(ROOT).as_posix())]
    cited = cited_pages.read(LIST.read_text(encoding="utf-8")) if LIST.exists() else cited_pages.Cited(None, None, {})
    faults = missing(found, website) + unknown_flags(COMMANDS.read_text(encoding="utf-8"), website)
    if options.write:
        done = cited_pages.Cited(*(commit or (None, None)), updated(found, cited, website, date.today()))
        LIST.write_text(cited_pages.dump(done), encoding="utf-8")
    else:
        faults += cited_pages.differences(found, cited)
    print("\n".join(faults) if faults else f"引用的 {len({link.url for link in found})} 个网址都核对过了。")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
