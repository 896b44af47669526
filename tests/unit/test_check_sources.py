"""A checkout of the official documentation is read as Hugo reads it, and what is missing in it is named.

Run by `make check` and `make test`; each test writes its own tiny checkout.
"""

from datetime import date
from pathlib import Path

import pytest

import check_sources
from cited_links import Link
from cited_pages import Cited, Page, dump, read
from website_headings import common_headings, page_ids, slug

TRANSLATIONS = """
[whatsnext_heading]
other = "What's next"

[version_menu]
other = "Versions"
"""

SERVICE = """---
title: Service
---

## Port definitions {#field-spec-ports}

### `hostPath` volume types

## Pod's DNS Policy
## Example
## Example

```shell
# not a heading
## Example
```

<!--
## Hidden
-->

* <a id="proxy-modes"></a> a list
  <a name="ips-and-vips"></a>

Setext heading
--------------

## {{% heading "whatsnext" %}}
## Kubernetes {{< skew currentVersion >}}
"""

REFERENCE = """---
title: kubectl get
---
<table><tbody>
<tr><td colspan="2">-o, --output string</td></tr><tr><td></td><td>Output format.</td></tr>
<tr><td colspan="2">--chunk-size int&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Default: 500</td></tr>
</tbody></table>
"""

POST = """---
layout: blog
title: "Ingress NGINX Retirement"
slug: ingress-nginx-retirement
date: 2025-11-11T10:30:00-08:00
---
## Available *options*
"""


@pytest.fixture
def website(tmp_path: Path) -> check_sources.Website:
    """A checkout with four pages."""
    files = {
        "i18n/en/en.toml": TRANSLATIONS,
        "content/en/docs/concepts/service.md": SERVICE,
        "content/en/docs/home/_index.md": "---\ntitle: Home\n---\n",
        "content/en/blog/_posts/2025/retirement.md": POST,
        "content/en/docs/reference/kubectl/generated/kubectl_get/_index.md": REFERENCE,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return check_sources.Website(tmp_path)


def test_the_anchors_of_a_page_are_those_that_hugo_makes():
    assert page_ids(SERVICE, common_headings(TRANSLATIONS)) == {
        "field-spec-ports", "hostpath-volume-types", "pod-s-dns-policy", "example", "example-1",
        "proxy-modes", "ips-and-vips", "setext-heading", "what-s-next",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "id_"),
    [("Pod lifetime", "pod-lifetime"), ("A/AAAA records", "a-aaaa-records"), ("iptables proxy mode (`iptables`)", "iptables-proxy-mode-iptables"), ("Über v1.37", "über-v1-37")],
)
def test_a_heading_without_an_id_of_its_own_gets_blackfridays(heading: str, id_: str):
    assert slug(heading) == id_


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://kubernetes.io/docs/concepts/service/", "content/en/docs/concepts/service.md"),
        ("https://kubernetes.io/docs/home/", "content/en/docs/home/_index.md"),
        ("https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/", "content/en/blog/_posts/2025/retirement.md"),
        ("https://kubernetes.io/blog/2025/11/12/ingress-nginx-retirement/", ""),
        ("https://kubernetes.io/docs/gone/", ""),
    ],
)
def test_an_address_leads_to_its_source(website, url: str, source: str):
    assert website.source(url) == source


@pytest.mark.parametrize(
    ("front_matter", "name", "path"),
    [
        ("date: 2018-01-10\nslug: a\nurl: /:section/:year/:month/:slug/", "a.md", "/blog/2018/01/a/"),
        ("slug: b", "2026-03-20-b.md", "/blog/2026/03/20/b/"),
        ("title: c", "2026-03-20-c.md", ""),
        ("slug: d", "d.md", ""),
    ],
)
def test_a_post_is_published_where_its_front_matter_says(front_matter: str, name: str, path: str):
    assert check_sources.post_path(f"---\n{front_matter}\n---\ntext", name) == path


def link(fragment: str, page: str = "concepts/service") -> Link:
    """A link in line 7 of docs/services.md."""
    return Link("docs/services.md", 7, f"https://kubernetes.io/docs/{page}/", fragment)


def test_what_exists_passes_and_other_hosts_are_left_alone(website):
    found = [link(""), link("field-spec-ports"), link("", "home"), Link("docs/csi.md", 1, "https://github.com/a/b", "c")]
    assert check_sources.missing(found, website) == []


@pytest.mark.parametrize(("wrong", "said"), [(link("port-definitions"), "没有锚点 port-definitions"), (link("hidden"), "没有锚点 hidden"), (link("", "gone"), "没有源文件")])
def test_a_missing_page_or_anchor_is_named_with_page_and_line(website, wrong: Link, said: str):
    (fault,) = check_sources.missing([link(""), wrong], website)
    assert fault.startswith("docs/services.md:7: ") and said in fault


def test_a_flag_that_its_reference_lacks_is_named(website):
    table = 'kubectl get: {source: https://kubernetes.io/docs/reference/kubectl/generated/kubectl_get/, flags: ["-o, --output string", "--chunk-size int"]}'
    assert check_sources.unknown_flags(table, website) == []
    (fault,) = check_sources.unknown_flags(table.replace("--chunk-size int", "--chunk-size"), website)
    assert "里没有“--chunk-size”" in fault
    (fault,) = check_sources.unknown_flags(table.replace("_get/", "_gett/"), website)
    assert "没有源文件" in fault


def test_the_list_keeps_what_a_person_saw_and_marks_what_nobody_has_seen(website):
    then, today = date(2026, 1, 2), date(2026, 11, 24)
    other = "https://github.com/a/b"
    old = Cited(None, None, {
        other: Page(other, ["x", "y"], then, "current"),
        link("").url: Page(link("").url, ["gone"], then, "old"),
        "https://stale.org/": Page("https://stale.org/", [], then, "current"),
    })  # fmt: skip
    found = [link("example-1"), Link("p", 1, other, "x"), Link("p", 2, "https://new.org/", "z"), link("", "gone")]
    pages = check_sources.updated(found, old, website, today)
    assert pages == {
        link("").url: Page(link("").url, ["example-1"], today, "current", "content/en/docs/concepts/service.md"),
        other: Page(other, ["x"], then, "current"),
        "https://new.org/": Page("https://new.org/", ["z"]),
        link("", "gone").url: Page(link("", "gone").url),
    }
    kept = Cited("abc", then, pages)
    assert read(dump(kept)) == Cited("abc", then, dict(sorted(pages.items())))
    assert [line for line in dump(kept).splitlines() if "checked:" in line] == [f"checked: {today}", f"    checked: {then}"], "一次核对只改一行日期"


def run(monkeypatch, tmp_path: Path, page: str, *arguments: str) -> int:
    """Run the command on a site with one page; the list is tmp_path/cited.yml."""
    root = tmp_path / "notes"
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "docs/a.md").write_text(page, encoding="utf-8")
    (root / "kubectl.yml").write_text("{}", encoding="utf-8")
    for name, value in {"ROOT": root, "LIST": root / "cited.yml", "COMMANDS": root / "kubectl.yml"}.items():
        monkeypatch.setattr(check_sources, name, value)
    return check_sources.main(list(arguments))


def test_the_command_writes_only_when_told_and_fails_on_what_is_missing(website, tmp_path, monkeypatch, capsys):
    right, wrong = "[a](https://kubernetes.io/docs/concepts/service/#example)\n", "[a](https://kubernetes.io/docs/concepts/service/#gone)\n"
    checkout, listed = str(website.checkout), tmp_path / "notes/cited.yml"
    assert run(monkeypatch, tmp_path, right, checkout) == 1 and not listed.exists()
    assert "docs/a.md:1: " in capsys.readouterr().out
    assert run(monkeypatch, tmp_path, right, checkout, "--write") == 0
    written = listed.read_text(encoding="utf-8")
    assert read(written).pages["https://kubernetes.io/docs/concepts/service/"].fragments == ["example"]
    assert run(monkeypatch, tmp_path, right, checkout) == 0 and listed.read_text(encoding="utf-8") == written
    assert run(monkeypatch, tmp_path, wrong, checkout) == 1
    assert "没有锚点 gone" in capsys.readouterr().out


def test_a_folder_that_is_no_checkout_is_refused(tmp_path, monkeypatch, capsys):
    assert run(monkeypatch, tmp_path, "text\n", str(tmp_path / "nothing")) == 2
    assert "不像 kubernetes/website 的检出" in capsys.readouterr().err
