"""A reader's browser: Chromium against the built site, over HTTP, with anything unexpected as a failure."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from find_browser import ensure_browser, launch_arguments
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import built_pages
import page_faults


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder below a path, and its 404.html for everything unknown, as Pages and its like do."""

    protocol_version = "HTTP/1.1"
    base = "/"
    aliases: dict[str, Path] = {}

    def translate_path(self, path: str) -> str:
        for prefix, folder in self.aliases.items():
            if path.startswith(prefix):
                return str(folder / path.removeprefix(prefix).partition("?")[0])
        return super().translate_path("/" + path.removeprefix(self.base)) if path.startswith(self.base) else "/nowhere"

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(folder: Path, base: str = "/", aliases: dict[str, Path] | None = None) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; yields the address of its root."""
    handler = type("Host", (StaticHost,), {"base": base, "aliases": aliases or {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{base}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The built site's address."""
    yield from serve(site)


@pytest.fixture(scope="session")
def published_url(published_site: Path) -> Iterator[str]:
    """The published site's address, below /notes/."""
    yield from serve(published_site, "/notes/")


@pytest.fixture(scope="session")
def modules_url() -> Iterator[str]:
    """The address of the modules as they are written, for tests of their pure functions."""
    yield from serve(Path(__file__).parents[2] / "overrides/assets/javascripts")


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """The address below the root of every page that is read, 404.html included; not of those that only send one on."""
    return [built_pages.page_url(site, file) for file in built_pages.article_files(site)]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=ensure_browser(), args=launch_arguments())
        yield chromium
        chromium.close()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes readers: a fresh profile each; what page_faults.py records of their pages, with or without the console, fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(console: bool = True, **options) -> BrowserContext:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "zh-CN", **options})
        page_faults.record(context, faults, console)
        contexts.append(context)
        return context

    yield open_one
    for context in contexts:
        context.close()
    assert not faults, faults


@pytest.fixture
def page(open_context) -> Page:
    """A reader at a desk, 1440 px wide."""
    return open_context().new_page()


@pytest.fixture
def phone(open_context) -> Page:
    """A reader on a phone, 375 px wide, by touch."""
    return open_context(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True).new_page()


@pytest.fixture
def without_script(open_context) -> Page:
    """A reader whose browser runs no script."""
    return open_context(java_script_enabled=False).new_page()
