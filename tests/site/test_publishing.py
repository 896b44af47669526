"""The site works below a path and on any static host, with a repository and without."""

import built_pages
import site_checks


def test_the_site_works_below_a_path(published_site):
    assert site_checks.problems(published_site, "/notes/") == []


def test_only_the_404_page_names_the_path_it_is_served_from(published_site):
    for file in built_pages.article_files(published_site):
        page = built_pages.parse(file)
        addresses = [node.attributes[name] for name in built_pages.ADDRESSES for node in page.css(f"[{name}]")]
        absolute = [address for address in addresses if address.startswith("/")]
        assert bool(absolute) == (file.name == "404.html"), file
        assert all(address.startswith("/notes/") for address in absolute)


def test_an_edit_link_stands_on_each_page_when_there_is_a_repository_and_nowhere_else(site, published_site):
    for file in built_pages.article_files(published_site):
        links = built_pages.parse(file).css("a[rel=edit]")
        assert len(links) == (file.name != "404.html"), file
        assert all("github.com/example/notes/edit/main/docs/" in link.attributes["href"] for link in links)
    assert not [file for file in built_pages.article_files(site) if built_pages.parse(file).css("a[rel=edit]")]


def test_every_page_says_when_it_was_last_changed(site):
    for file in built_pages.article_files(site):
        times = [time.attributes["datetime"] for time in built_pages.parse(file).css(".page-facts time")]
        assert file.name == "404.html" or (len(times) == 1 and len(times[0]) == 10), file


def test_every_page_forbids_foreign_hosts_and_inline_scripts(site):
    for file in built_pages.page_files(site):
        policy = built_pages.parse(file).css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
        assert "default-src 'none'" in policy and "script-src 'self' 'inline-speculation-rules';" in policy and "unsafe" not in policy and "http" not in policy
