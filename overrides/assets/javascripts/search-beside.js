// What the search shows beside its results: what to begin with, what was searched before, and how to report a missing word.
import { copyText } from "./copy-text.js";
import { hot } from "./search-suggest.js";
import { button, make, wordLine } from "./search-view.js";

const RECENT = "search-recent", KEPT = 6;

const recalled = ({ recall }) => JSON.parse(recall(RECENT) ?? "[]");

/** Remembers a query as the latest one. @param {object} memory as SearchPanel takes it @param {string} query */
export function keep(memory, query) {
  memory.remember(RECENT, JSON.stringify([query, ...recalled(memory).filter((word) => word !== query)].slice(0, KEPT)));
}

/** What stands below an empty field. @param {(word: string) => void} search @returns {HTMLElement[]} */
export function beginning(corpus, { pages }, memory, search) {
  const recent = recalled(memory);
  const lines = recent.length ? [wordLine("最近搜索：", recent, search)] : [];
  lines[0]?.append(button("清除", () => { memory.remember(RECENT, null); search(""); }, "search-word search-word--quiet"));
  const chapters = make("div", "search-line", make("span", "search-line__name", "章节："));
  for (const { name, url } of pages) {
    const link = make("a", "search-word", name);
    link.href = url;
    chapters.append(link);
  }
  return [...lines, wordLine("常见的词：", hot(corpus), search), chapters];
}

/** The way to say that a word is missing: an issue where there is a repository, else a text to send to someone. */
export function report({ repository, root }, query) {
  const text = `在 ${root.href} 搜索“${query}”没有找到，希望补上。`;
  if (repository) return button("告诉我们缺了这个词", () => open(`${repository.replace(/\/$/, "")}/issues/new?${new URLSearchParams({ title: `搜索不到：${query}`, body: text })}`, "_blank", "noopener"), "search-panel__report");
  const copy = button("复制一句话，告诉发给您链接的人", async () => {
    copy.textContent = (await copyText(text)) ? "已复制" : text;
  }, "search-panel__report");
  return copy;
}
