"""How long a keystroke takes until its results are painted, on a phone four times slower than this machine, today and with far more notes.

Run by a person, after a build: `python scripts/bench_search.py [site] [--times 1 10 100]`; prints the table of README.
More notes are made up of today's sentences, shuffled, with a number in every heading and in a tenth of the sentences.
"""

import argparse
import json
import random
import re
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import brotli
from playwright.sync_api import Page, sync_playwright

from compact_json import compact_json
from find_browser import ensure_browser, launch_arguments

SLOWDOWN = 4
QUERIES = ("污点", "滚动更新", "nodeport", "etcd为什么要奇数个节点", "CSI 驱动 工作流程", "statefullset", "儲存卷", "volumeMode: Block", "怎么限制 Pod 用的内存", "滚动跟新", "10.96.0.0/12", "持久卷")
SENTENCE = re.compile(r"[^。；]+[。；]?")

# Types one text and waits until the browser has painted what it brought about; returns milliseconds.
KEYSTROKE = """async (text) => {
    const field = document.querySelector('site-search input');
    await new Promise((done) => setTimeout(done, 60));
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await new Promise((done) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    }));
    return performance.now() - start;
}"""
LONGEST_TASK = "new PerformanceObserver((list) => { for (const {duration} of list.getEntries()) window.longest = Math.max(window.longest ?? 0, duration) }).observe({type: 'longtask'})"


def multiplied(headings: dict, texts: list, times: int) -> tuple[dict, list]:
    """Return both files of the index (search_index.py) for `times` as many sections; the same ones in every run."""
    if times == 1:
        return headings, texts
    dice = random.Random(times)
    preface, *said = texts
    sentences = [sentence for text, _ in said for sentence in SENTENCE.findall(text)]
    sections, bodies = [], []
    for copy in range(times):
        for section, (text, quotes) in zip(headings["sections"], said, strict=True):
            page, anchor, level, heading, standing = section
            sections.append([page, f"{anchor}-{copy}", level, f"{heading}（{copy}）", standing])
            made = [dice.choice(sentences) + (f"第 {copy} 处。" if dice.random() < 0.1 else "") for _ in SENTENCE.findall(text)]
            bodies.append(["".join(made), quotes])
    return {**headings, "sections": sections}, [preface, *bodies]


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def keystrokes(page: Page) -> list[float]:
    """Type every query letter by letter; returns what each keystroke took, in milliseconds."""
    return [page.evaluate(KEYSTROKE, query[:length]) for query in QUERIES for length in range(1, len(query) + 1)]


class Host(SimpleHTTPRequestHandler):
    """Serves a site, with other files of the search's index in place of its own."""

    index: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        body = self.index.get(self.path.rpartition("/")[2].partition("-")[0]) if "/assets/search/" in self.path else None
        if body is None:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        pass


def measure(page: Page, address: str) -> tuple[list[float], float]:
    """Open the search; returns the keystrokes' times and the longest task while the texts were read, in ms."""
    page.add_init_script(LONGEST_TASK)
    page.goto(address)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.keyboard.press("/")
    page.locator("site-search input").fill("Pod")
    page.locator("site-search [role=status]").filter(has_text="找到").filter(has_not_text="正在读取").wait_for(timeout=300_000)
    longest = page.evaluate("window.longest ?? 0")
    return keystrokes(page), longest


def main(arguments: list[str]) -> int:
    """Measure and print the table; return the exit code."""
    parser = argparse.ArgumentParser(description="搜索的耗时与体积")
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    options = parser.parse_args(arguments)
    found = {name: next(options.site.glob(f"assets/search/{name}-*.{kind}"), None) for name, kind in (("headings", "json"), ("texts", "txt"))}
    if None in found.values():
        print(f"{options.site} 里没有搜索的索引；请先运行 make build。", file=sys.stderr)
        return 1
    headings, *texts = (json.loads(line) for file in found.values() for line in file.read_text(encoding="utf-8").split("\n"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(options.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("| 内容 | 节数 | 目录 | 正文 | 一次按键到画出结果：中位 | 第 95 百分位 | 读入正文时最长的停顿 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure_browser(), args=launch_arguments())
        for times in options.times:
            made = dict(zip(found, multiplied(headings, texts, times), strict=True))
            Host.index = {"headings": compact_json(made["headings"]).encode(), "texts": "\n".join(map(compact_json, made["texts"])).encode()}
            sizes = [f"{len(brotli.compress(body, quality=11 if times == 1 else 5)) / 1024:,.0f} KB" for body in Host.index.values()]
            page = browser.new_page(locale="zh-CN")
            taken, longest = measure(page, f"http://127.0.0.1:{server.server_port}/about/")
            page.close()
            name = "今天" if times == 1 else f"{times} 倍"
            print(f"| {name} | {len(made['headings']['sections']):,} | {' | '.join(sizes)} | {percentile(taken, 0.5):.0f} ms | {percentile(taken, 0.95):.0f} ms | {longest:.0f} ms |", flush=True)
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
