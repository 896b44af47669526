"""The checks on built HTML, each against the smallest site that breaks it."""

from pathlib import Path

import pytest
from site_checks import problems
from site_reader import css_addresses, srcset_addresses

PAGE = """<!doctype html><html lang="zh-Hans"><head><title>{title}</title>
<meta name="description" content="一句话。">{head}</head>
<body><main><article>{body}</article></main>{end}</body></html>"""


def page(body: str = "", title: str = "页", h1: str = '<h1 id="{id}">标题</h1>', head: str = "", end: str = "") -> str:
    anchor = "h-" + "".join(c for c in title if c.isascii() and c.isalnum())
    return PAGE.format(title=title, head=head, end=end, body=h1.format(id=anchor) + body)


@pytest.fixture
def check(tmp_path: Path):
    """Write a tiny site and list its problems."""

    def write_and_check(files: dict[str, str] | str, base_path: str = "/") -> list[str]:
        files = {"index.html": files} if isinstance(files, str) else files
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        return problems(tmp_path, base_path)

    return write_and_check


def test_a_good_site_has_no_problem(check):
    assert check(
        {
            "index.html": page(
                '<h2 id="two">二</h2><h3 id="three">三</h3><h2 id="four">四</h2>'
                '<a href="pods/#a">甲</a><a href="./pods/">乙</a><a href="#two">丙</a><a href="#">顶</a>'
                '<a href="https://kubernetes.io/#x">外</a><a href="mailto:a@b.cn">信</a><a id="x">无址</a>'
                '<a href="#%E8%8A%82">编码</a><i id="节"></i>'
                '<img src="a.png" alt=""><img src="data:image/png;base64,AA" alt="点" srcset="a.png 1x, %62.png 2x">'
                '<svg><symbol id="s"/><use href="#s"/><a xlink:href="pods/index.html#a"><text>t</text></a></svg>',
                head='<link rel="stylesheet" href="a.css"><link rel="canonical" href="https://k.example/">'
                '<script src="a.js"></script><script type="application/ld+json">{}</script>'
                '<script type="speculationrules">{}</script><style>p { background: url("a.png") }</style>',
            ),
            "pods/index.html": page('<p id="a"><a href="..">上</a><a href="../#two">二</a></p>', "pods"),
            "404.html": page('<h2 id="two">二</h2><a href="/pods/#a">甲</a><a href="/.">首页</a><a href="#two">乙</a>', "404"),
            "a.css": "@import 'b.css'; /* url(https://x.cn/) */ p::after { content: 'url(https://y.cn/)' }",
            "b.css": ":root { --x: url(a.png); background: url(data:image/svg+xml;utf8,x) }",
            "a.png": "",
            "b.png": "",
            "a.js": "",
        }
    ) == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (page('<p id="x"></p><i id="x"></i>'), "id“x”出现了 2 次"),
        (page(h1=""), "<main> 里有 0 个一级标题"),
        (page('<h1 id="b">又一个</h1>'), "<main> 里有 2 个一级标题"),
        (page('<h3 id="b">三</h3>'), "标题“三”是 h3，跳过了 h2"),
        (page('<h2 id="b">二</h2><h4 id="c">四<a class="headerlink" href="#c">¶</a></h4>'), "标题“四”是 h4，跳过了 h3"),
        (page("<img src='data:,'>"), "没有 alt"),
        (page(title=""), "缺少 <title>"),
        (page().replace('content="一句话。"', 'content=" "'), '缺少 <meta name="description">'),
        (page().replace("description", "keywords"), '缺少 <meta name="description">'),
        (page("<script>alert(1)</script>"), "有内联脚本 <script>alert(1)</script>"),
        (page('<script type="module">x</script>'), "有内联脚本"),
        (page('<p onclick="x()">甲</p>'), '<p onclick="x()"> 是内联'),
        (page('<svg><g style="fill:red"/></svg>'), '<g style="fill:red"> 是内联'),
        (page('<a href="javascript:x()">甲</a>'), "是一段脚本"),
    ],
)
def test_a_fault_within_one_page_is_named(check, html, said):
    (problem,) = check(html)
    assert problem.startswith("index.html：") and said in problem, problem


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="pod/">甲</a>', '<a href="pod/"> 指向的文件 pod/ 不存在'),
        ('<a href="pods.md">甲</a>', "不存在"),
        ('<a href="#nowhere">甲</a>', "指向的 id“nowhere”在 index.html 里不存在"),
        ('<a href="pods/#wat">甲</a>', "指向的 id“wat”在 pods/index.html 里不存在（是不是 what？）"),
        ('<a href="empty/">甲</a>', "不存在"),
        ('<a href="../x/">甲</a>', "跳出了站点的根目录"),
        ('<a href="/pods/">甲</a>', "是绝对路径"),
        ('<img src="a.pgn" alt="">', '<img src="a.pgn"> 指向的文件 a.pgn 不存在（是不是 a.png？）'),
        ('<img src="a.png" srcset="a.png 1x, c.png 2x" alt="">', "c.png 不存在"),
        ('<picture><source srcset="c.webp"></picture>', "c.webp 不存在"),
        ('<script src="a.jss"></script>', "a.jss 不存在"),
        ('<link rel="stylesheet" href="styles.css">', "styles.css 不存在"),
        ('<link rel="next" href="nowhere/">', "nowhere/ 不存在"),
        ('<svg><use href="#nope"/></svg>', "id“nope”"),
        ('<svg><a xlink:href="nope/">x</a></svg>', "nope/ 不存在"),
        ("<style>p { background: url(nope.png) }</style>", "nope.png 不存在"),
        ('<video poster="nope.png"></video>', "nope.png 不存在"),
    ],
)
def test_an_address_that_leads_nowhere_is_named(check, html, said):
    files = {
        "index.html": page(html),
        "pods/index.html": page('<h2 id="what">什么</h2>', "pods"),
        "empty/a.txt": "",
        "a.png": "",
    }
    (problem,) = check(files)
    assert problem.startswith("index.html：") and said in problem, problem


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://x.cn/a.js"></script>',
        '<script src="//x.cn/a.js"></script>',
        '<img src="http://x.cn/a.png" alt="">',
        '<img src="data:," srcset="https://x.cn/a.png 2x" alt="">',
        '<link rel="stylesheet" href="https://x.cn/a.css">',
        '<link rel="preload" as="font" href="https://x.cn/a.woff2">',
        '<link rel="preconnect" href="https://x.cn">',
        '<link rel="shortcut icon" href="https://x.cn/a.ico">',
        '<iframe src="https://x.cn/"></iframe>',
        '<form action="https://x.cn/"></form>',
        '<style>@import "https://x.cn/a.css";</style>',
        "<style>p { background: url( 'https://x.cn/a.png' ) }</style>",
        '<svg><image href="https://x.cn/a.png"/></svg>',
    ],
)
def test_a_load_from_another_host_is_named(check, html):
    (problem,) = check(page(html))
    assert problem.startswith("index.html：") and "x.cn" in problem and "向别的主机要东西" in problem, problem


def test_a_style_sheet_that_asks_another_host_or_a_lost_file_is_named(check):
    found = check({"css/a.css": "p { background: url(//x.cn/a.png) } i { background: url(../a.png) }"})
    assert len(found) == 2
    assert "css/a.css：url(//x.cn/a.png) 会向别的主机要东西" in found[1]
    assert "css/a.css：url(../a.png) 指向的文件 a.png 不存在" in found[0]


def test_one_heading_id_on_two_pages_is_named_with_both(check):
    twin = '<h2 id="summary">总结</h2>'
    (problem,) = check({"a/index.html": page(twin, "a"), "b/index.html": page(twin, "b")})
    assert problem.startswith("a/index.html、b/index.html：标题或图的 id“summary”")


def test_one_title_on_two_pages_is_named_with_both(check):
    (problem,) = check({"a.html": page(title="甲"), "b.html": page(title="甲", h1='<h1 id="b">乙</h1>')})
    assert problem.startswith("a.html、b.html：<title>“甲”")


def test_the_404_page_writes_addresses_from_the_root_of_the_host(check):
    assert "以 / 开头" in check({"404.html": page('<a href="pods/">甲</a>'), "pods/index.html": page(title="p")})[0]


def test_the_404_page_stays_under_the_path_at_which_the_site_is_served(check):
    files = {"404.html": page('<a href="/notes/pods/">甲</a>'), "pods/index.html": page(title="p")}
    assert check(files, "/notes/") == []
    assert "不存在" in check(files)[0]
    assert "不在站点的路径 /other/ 之下" in check(files, "/other/")[0]


def test_addresses_in_style_sheets_are_told_from_comments_and_strings():
    css = """@import "a.css"; @import url(b.css); /* url(c) */ p { content: "url(d)"; background: url( 'e f.png' ), url("g") }"""
    assert css_addresses(css) == ["a.css", "b.css", "e f.png", "g"]


def test_addresses_in_srcset_lose_their_widths():
    assert srcset_addresses("a.png 1x, b.png 2x") == ["a.png", "b.png"]
    assert srcset_addresses("a,b.png") == ["a,b.png"]
