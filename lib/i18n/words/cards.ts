import { pluralsOf, wordsIn } from "../say.ts";

const plural = pluralsOf("en");

/** The list of all cards, and what the page of a card adds to its texts. */
export const cardsWords = wordsIn({
  en: {
    heading: "Cards",
    intro: plural({
      one: "One card, in the order in which they are best learned.",
      other: "{n} cards, in the order in which they are best learned.",
    }),
    /** In the title of the window. */
    searched: "“{search}”",
    pageOf: "page {page} of {pages}",
    search: "Search",
    topic: "Topic",
    level: "Level",
    memory: "Memory",
    missed: "Missed",
    any: "all",
    show: "Show",
    clear: "Clear",
    found: plural({ one: "One card matches.", other: "{n} cards match." }),
    foundMore: "The search finds more than {max} cards, and only so many are looked at. Another word narrows it down.",
    none: "No card matches all of this. Try fewer words, or clear a filter.",
    back: "All cards",
    keyPoints: "Key points",
    requires: "Better learned first:",
    retired: "This card is no longer asked.",
    oneByOne: "Key points, one by one: say each, then open it",
    point: "Point {n} of {of}",
    levels: { junior: "junior", mid: "mid", senior: "senior" },
  },
  zh: {
    heading: "卡片",
    intro: "共 {n} 张，按适合学习的顺序排列。",
    searched: "「{search}」",
    pageOf: "第 {page} / {pages} 页",
    search: "搜索",
    topic: "主题",
    level: "级别",
    memory: "记忆状态",
    missed: "答错",
    any: "全部",
    show: "查看",
    clear: "清除",
    found: "符合条件的有 {n} 张。",
    foundMore: "能搜到的卡片超过 {max} 张，这里最多看这么多。多加一个词可以缩小范围。",
    none: "没有符合全部条件的卡片。少写几个词，或者放宽筛选试试。",
    back: "全部卡片",
    keyPoints: "要点",
    requires: "建议先学：",
    retired: "这张卡片已不再提问。",
    oneByOne: "逐条练要点：先说，再点开",
    point: "要点 {n} / {of}",
    levels: { junior: "初级", mid: "中级", senior: "高级" },
  },
});
