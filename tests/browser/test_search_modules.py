"""The pure functions behind the search: fold, cut, mend, rank, mark, each alone and with any characters."""

import random

import pytest

INDEX = {
    "version": 3,
    "pages": [["a/", "甲章"], ["b/", "乙章"]],
    "sections": [
        [0, "a", 1, "甲章", 0], [0, "taints", 2, "什么是污点（Taints）？", 0], [0, "affinity", 2, "亲和性", 0], [0, "a-summary", 2, "总结", 0],
        [1, "b", 1, "乙章", 0], [1, "network", 2, "网络策略", 0], [1, "proxy", 2, "kube-proxy 与 NodePort", 0], [1, "more", 2, "再谈污点", 1],
    ],
    "terms": [[["污点", "Taint", "排斥标签"], 2, 1], [["守护进程集", "DaemonSet", "ds"], 3, 2], [["滚动更新", "Rolling Update"], 2, 2]],
    "same": [["探活", "健康检查"]],
    "taiwan": [["网路", "网络"], ["储存", "存储"]],
    "traditional": "網网節节點点汙污儲储",
}
TEXTS = {
    "version": 3,
    "texts": [
        "", "污点：节点上的标记 Taints，写作 key=value:NoSchedule。" + "别的话。" * 30, "污点之外的另一种办法，滚动更新与健康检查也看它，存储卷在此。", "污点、亲和性、网络策略、kube-proxy。",
        "", "网络策略隔离 Pod，地址 10.96.0.0/12，路径 /var/lib/kubelet。", "NodePortRange 30000-32767，kube-proxy 转发。", "污点 污点 污点 DaemonSet",
    ],
    "quotes": ["", "", "", "", "", "", "旧话说 weavenet", ""],
    "definitions": ["一。", "二。", "三。"],
    "sounds": ["更跟耕", "新心欣", "污无五", "点典"],
}
SCRIPT = """async ([root, index, texts, name, calls]) => {
    const load = (module) => import(root + module);
    const [corpora, {cut}, {rank}, {excerpt, marks}, {fold, folder}, {mendHan, mendHyphened, mendLatin}, {similar, hot}, {mainland}] = await Promise.all(
        ['search-corpus.js', 'search-cut.js', 'search-rank.js', 'search-mark.js', 'search-fold.js', 'search-typos.js', 'search-suggest.js', 'search-read.js'].map(load));
    const corpus = corpora.makeCorpus(index);
    for (const _ of corpora.addHeadings(corpus));
    if (texts) {
        corpora.addPreface(corpus, texts);
        texts.texts.forEach((text, at) => corpora.addText(corpus, at, [text, texts.quotes[at]]));
    }
    const url = (hit) => corpus.sections[hit.section].url.split('#')[1];
    const can = {
        cut: (query) => cut(corpus, query).map(({text, kind}) => `${text}:${kind}`),
        rank: (query) => rank(corpus, query).hits.map(url),
        whole: (query) => { const {hits, total, mended, term} = rank(corpus, query, 2); return {shown: hits.length, total, mended, term}; },
        marked: (query) => rank(corpus, query).hits.map(({section, forms}) => {
            const {text} = corpus.sections[section], folded = corpus.texts[section];
            const {start, end} = excerpt(text, folded, forms);
            return {length: text.length, start, end, forms, marks: marks(text, folded, forms).map(([from, to]) => [from, to, folded.slice(from, to)])};
        }),
        fold: (text) => corpus.fold(text),
        mainland: (query) => mainland(corpus, query),
        mend: (word) => mendLatin(corpus, word),
        mendHyphened: (text) => mendHyphened(corpus, text),
        mendHan: (word) => mendHan(corpus, word, () => true)?.forms ?? [],
        similar: (query) => similar(corpus, query),
        hot: () => hot(corpus, 3),
    };
    return calls.map((argument) => can[name](argument));
}"""


@pytest.fixture
def each(page, modules_url):
    """each("rank", ["污点"]) returns what the function gives for each argument, with the corpus above."""
    page.goto(modules_url + "storage.js")  # any document of that origin
    return lambda name, arguments, texts=TEXTS: page.evaluate(SCRIPT, [modules_url, INDEX, texts, name, arguments])


def test_folding_makes_width_case_dashes_quotes_and_traditional_characters_equal_and_keeps_offsets(each):
    written = ["ＰＯＤ", "30000–32767", "“网络”", "網路節點", "İß", "㎏", "😀Ａ", "\u3000a\tb"]
    folded = each("fold", written)
    assert folded == ["pod", "30000-32767", '"网络"', "网路节点", "İß", "㎏", "😀a", " a b"]
    assert [len(text.encode("utf-16-le")) for text in written] == [len(text.encode("utf-16-le")) for text in folded]


@pytest.mark.parametrize(("query", "pieces"), [
    ("什么是污点", ["什么是:stop", "污点:word"]), ("污点和亲和性", ["污点:word", "和:stop", "亲和性:word"]), ("10.96.0.0/12", ["10.96.0.0/12:word"]),
    ("/var/lib/kubelet", ["/var/lib/kubelet:word"]), ("key: [x]", ["key:word", "x:unknown"]), ("kube proxy", ["kube:word", "proxy:word"]), ("火星", ["火星:unknown"]), ("“”", []),
])
def test_a_query_is_cut_into_what_occurs(each, query, pieces):
    assert each("cut", [query]) == [pieces]


@pytest.mark.parametrize(("query", "first"), [
    ("污点", "taints"), ("TAINTS", "taints"), ("排斥标签", "taints"), ("什么是污点？", "taints"), ("汙點", "taints"), ("污典", "taints"), ("ds", "affinity"), ("探活", "affinity"),
    ("網路策略", "network"), ("网络策", "network"), ("nodeport", "proxy"), ("port", "proxy"), ("kubeproxy", "proxy"), ("ｋｕｂｅ ｐｒｏｘｙ", "proxy"), ("kube-porxy", "proxy"), ("30000-32767", "proxy"), ("滚动跟新", "affinity"),
])
def test_the_right_section_comes_first(each, query, first):
    assert each("rank", [query])[0][0] == first


def test_a_supplement_comes_after_and_a_summary_last(each):
    assert each("rank", ["污点"])[0] == ["taints", "more", "affinity", "a-summary"]


@pytest.mark.parametrize("query", ["", "   ", "火星人", "quantum", "火星 污点", "。", "[](){}*+?\\", "Kafka 消费组"])
def test_a_query_without_a_known_word_or_with_too_little_known_finds_nothing(each, query):
    assert each("rank", [query]) == [[]]


def test_headings_and_short_names_answer_before_the_texts_are_there(each):
    assert [found[0] for found in each("rank", ["污点", "ds", "NodePort"], texts=None)] == ["taints", "affinity", "proxy"]


def test_the_answer_says_how_many_there_are_what_was_mended_and_which_term_it_is(each):
    term, typo, plain = each("whole", ["Taint", "滚动跟新", "办法"])
    assert term == {"shown": 2, "total": 4, "mended": None, "term": 0}
    assert typo["mended"] == "滚动更新" and typo["term"] == -1
    assert plain["mended"] is None and plain["term"] == -1


@pytest.mark.parametrize(("typed", "meant"), [("tiant", "taint"), ("taimt", "taint"), ("demonset", "daemonset"), ("kubelte", "kubelet"), ("abc", None), ("xyzzyqwerty", None)])
def test_latin_words_are_mended(each, typed, meant):
    assert each("mend", [typed])[0][:1] == ([meant] if meant else [])


@pytest.mark.parametrize(("typed", "meant"), [("滚动跟心", "滚动更新"), ("无典", "污点"), ("守护进成集", "守护进程集"), ("天气", None)])
def test_han_words_are_mended_by_sound_or_one_character(each, typed, meant):
    assert each("mendHan", [typed])[0][:1] == ([meant] if meant else [])


def test_taiwans_words_are_translated_unless_the_site_uses_them(each):
    assert each("mainland", ["網路儲存", "网络"]) == ["网络存储", "网络"]


def test_other_words_are_offered_for_one_that_finds_nothing(each):
    assert each("similar", ["污水", "rolling", "火星"])[0] == ["污点"] and each("similar", ["火星"]) == [[]]
    assert each("hot", [None])[0][0] == "污点"


PIECES = ["污点", "pod", "NodePort", "网络", "10.96", "/", ":", "-", ".", "[", "]", "\"", "'", "“", " ", "\u3000", "😀", "\ud83d", "\u0000", "é", "ﬁ", "(?:", "\\", "$&", "<b>", "網路", "什么是", "的", "\u202e", "a" * 40, "字" * 60]


def any_queries(count: int) -> list[str]:
    """Made-up queries, the same in every run: pieces that mean something, signs, and any characters."""
    dice = random.Random(20261125)
    anything = lambda: "".join(chr(dice.choice([dice.randrange(32, 127), dice.randrange(0x4E00, 0x9FFF), dice.randrange(0xA0, 0xD7FF)])) for _ in range(dice.randrange(1, 12)))
    return ["".join(dice.choice([*PIECES, anything()]) for _ in range(dice.randrange(1, 7))) for _ in range(count)] + ["污" * 5000, "a " * 5000]


def test_no_query_of_any_characters_throws_or_finds_a_section_twice(each):
    for found in each("rank", any_queries(400)):
        assert len(found) == len(set(found)) <= 8


def test_marks_are_what_was_looked_for_in_order_and_within_the_text_for_any_query(each):
    seen = 0
    for hits in each("marked", [*any_queries(300), "污点", "nodeport", "网络 策略"]):
        for hit in hits:
            assert 0 <= hit["start"] <= hit["end"] <= hit["length"] and hit["end"] - hit["start"] <= 80
            before = 0
            for start, end, text in hit["marks"]:
                assert before <= start < end <= hit["length"] and text in hit["forms"]
                before = end
                seen += 1
    assert seen > 50


def test_an_excerpt_shows_the_words_and_begins_with_their_sentence(each):
    hit = each("marked", ["亲和性 滚动更新"])[0][0]
    assert any(hit["start"] <= start and end <= hit["end"] for start, end, _ in hit["marks"])


def test_an_index_of_another_version_is_refused(page, modules_url):
    page.goto(modules_url + "storage.js")
    assert "version 1" in page.evaluate("(root) => import(root + 'search-corpus.js').then(({makeCorpus}) => { try { makeCorpus({version: 1}) } catch (error) { return error.message } })", modules_url)


def test_words_held_together_by_hyphens_are_mended_as_one(each):
    typed = ["kbe-proxy", "kube-porxy 模式", "kube-proxy", "quite-other", "a-b"]
    assert each("mendHyphened", typed) == ["kube-proxy", "kube-proxy 模式", "kube-proxy", "quite-other", "a-b"]
