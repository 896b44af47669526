// Cuts a query into terms, with the help of what occurs in the corpus. Pure: touches no page.
import { keyOf } from "./search-corpus.js";
import { count } from "./search-find.js";

/**
 * @typedef {{text: string, kind: "word"|"stop"|"glue"|"part"|"unknown", start: number}} Piece text: folded; word: looked for;
 *   stop: only helps to ask; glue: says what is asked about the others; part: a single Han character
 */

const STOP = new Set(("什么 什么是 是什么 为什么 为何 为啥 啥 啥是 怎么 怎么样 怎样 如何 怎么办 怎么写 哪些 哪个 哪种 哪几种 哪几个 哪里 哪 吗 呢 吧 啊 的 地 得 了 着 过 和 与 跟 同 及 以及 或 或者 还是 " +
  "是 有 有没有 没有 有什么 有哪些 有几个 有几种 在 里 里面 中 上 下 到 从 把 被 让 给 对 向 由 要 会 能 能不能 可以 可不可以 应该 应当 需要 必须 是不是 是否 会不会 不 不能 不会 没 就 都 也 还 才 又 再 " +
  "用 请问 个 种 台 次 一个 两个 几个 几种 多少 某个 某 这个 那个 这 那 时 时候 什么时候 何时 之间 之后 以后 之前 后 前 我 我的 你 它 它们 其 做 去 来 呀 嘛 么 干什么 干嘛 是干嘛的 " +
  "a an the of to in on at for with from by is are be do does can how what why when which who it its i my and or vs not").split(" "));
const GLUE = new Set("k8s kubernetes 区别 差别 差异 不同 对比 比较 关系 作用 原因 原理 流程 步骤 方法 方式 办法 意思 含义 概念 定义 介绍 详解 例子 示例 类型 种类 问题 情况 使用 指定 一直 总是 多个 同时 不同 发生 会 解决 进行 实现 选择 相关 具体 常见 支持 查看 difference example".split(" "));
const HAN = /\p{Script=Han}/u, LATIN = /[a-z0-9]/;
const OPENS = /^[^\p{L}\p{N}/.~$*-]/u, CLOSES = /[^\p{L}\p{N}/*~]$/u; // signs at the ends of a piece of code that do not belong to it
const OFTEN = 3; // sections that make a find more than chance
const LONGEST = 14; // cells of a piece
const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });

/** @param {string} folded query @returns {{text: string, start: number, kind: string}[]} Han characters, Latin words, other signs */
export function cells(folded) {
  return Array.from(folded.matchAll(/[a-z0-9]+|\s+|./gsu), (match) => {
    const kind = LATIN.test(match[0]) ? "latin" : HAN.test(match[0]) ? "han" : match[0].trim() ? "sign" : "space";
    return { text: match[0], start: match.index, kind };
  });
}

/**
 * The cheapest way to cut the query: few pieces, known words before chance finds.
 * @param {object} corpus @param {string} query @param {boolean} fine no chance finds longer than a word
 * @returns {Piece[]} without spaces and signs
 */
export function cut(corpus, query, fine = false) {
  const folded = corpus.fold(query.slice(0, 200)).trim();
  const row = cells(folded);
  const edges = wordEdges(folded);
  const best = [{ cost: 0 }];
  for (let end = 1; end <= row.length; end++) {
    best[end] = { cost: Infinity };
    for (let begin = end - 1; begin >= Math.max(0, end - LONGEST); begin--) {
      const piece = price(corpus, folded, row, begin, end, edges, fine);
      const cost = best[begin].cost + (piece?.cost ?? Infinity);
      if (cost < best[end].cost) best[end] = { cost, begin, piece };
    }
  }
  const pieces = [];
  for (let end = row.length; end > 0; end = best[end].begin) {
    const { begin, piece } = best[end];
    if (piece.kind) pieces.unshift({ text: piece.text, kind: piece.kind, start: row[begin].start });
  }
  return joinUnknown(pieces);
}

/** What it costs to take cells begin…end as one piece; undefined when they cannot be one. */
function price(corpus, folded, row, begin, end, edges, fine) {
  const first = row[begin], last = row[end - 1];
  const start = first.start, stop = last.start + last.text.length;
  const text = folded.slice(start, stop);
  const one = end - begin === 1;
  if (one && first.kind === "space") return { cost: 0 };
  if (one && first.kind === "sign") return { cost: 0.1 };
  if (first.kind === "space" || last.kind === "space") return undefined;
  const word = corpus.words.get(keyOf(text));
  if (word && first.kind !== "sign" && !(fine && !word.homes.size && innerEdges(edges, start, stop).length)) return { cost: 0.8, text, kind: STOP.has(text) ? "stop" : GLUE.has(text) ? "glue" : "word" };
  if (STOP.has(text)) return { cost: 0.5, text, kind: "stop" };
  if (GLUE.has(text)) return { cost: 0.8, text, kind: "glue" };
  const kinds = new Set(row.slice(begin, end).map((cell) => cell.kind));
  if (kinds.has("space")) return undefined;
  const known = count(corpus, text, OFTEN);
  if (one && first.kind === "latin") return known ? { cost: 1, text, kind: "word" } : { cost: 1.8, text, kind: "unknown" };
  if (one) return known ? { cost: 1.5, text, kind: "part" } : { cost: 1.6, text, kind: "unknown" };
  if (!known) return undefined;
  if (kinds.size === 1 && kinds.has("han")) {
    const inner = innerEdges(edges, start, stop);
    const within = [start, ...inner, stop].slice(0, -1).map((from, at) => folded.slice(from, inner[at] ?? stop));
    const loose = end - begin > 2 && inner.length > 0 && within.some((part) => STOP.has(part));
    const astray = !edges.has(start) + !edges.has(stop);
    const chance = (inner.length || astray) && known < OFTEN;
    if (chance && end - begin > 3) return undefined;
    if (fine && end - begin > 2 && (inner.length || astray)) return undefined;
    return { cost: 1 + 0.3 * astray + 1.2 * (astray > 0 && inner.length > 0) + 0.2 * inner.length + 0.7 * loose + 0.6 * chance, text, kind: "word" };
  }
  if (!kinds.has("han") && kinds.has("latin") && !fine && !OPENS.test(text) && !CLOSES.test(text)) return { cost: 1, text, kind: "word" };
  return undefined;
}

/** Where words begin and end by the browser's dictionary; where it has none, everywhere. */
function wordEdges(folded) {
  const edges = new Set([0, folded.length]);
  if (segmenter) for (const { index } of segmenter.segment(folded)) edges.add(index);
  else for (let at = 1; at < folded.length; at++) edges.add(at);
  return edges;
}

function innerEdges(edges, start, stop) {
  return Array.from({ length: stop - start - 1 }, (_, at) => start + 1 + at).filter((at) => edges.has(at));
}

/** Single characters side by side, which nothing holds together in the corpus, are one unknown word. */
function joinUnknown(pieces) {
  const joined = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const loose = (one) => one.kind === "part" || (one.kind === "unknown" && HAN.test(one.text));
    if (before && loose(before) && loose(piece) && before.start + before.text.length === piece.start) {
      before.text += piece.text;
      before.kind = "unknown";
    } else joined.push(piece);
  }
  return joined;
}
