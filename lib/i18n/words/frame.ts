import { wordsIn } from "../form.ts";

/** What stands around every page, and what several pages share. */
export const frameWords = wordsIn({
  en: {
    title: "Retransmit",
    tagline: "How TCP connections open and close, asked again until you know it.",
    nav: {
      label: "Main",
      today: "Today",
      review: "Review",
      cards: "Cards",
      claims: "Claims",
      lab: "Lab",
      interview: "Interview",
      progress: "Progress",
    },
    /** Between the items of a list. */
    comma: ", ",
    /** Between two sentences. */
    space: " ",
    skip: "Skip to the content",
    /** What follows is quoted. */
    ignored: "Left out of this address, since it says nothing here or was said before:",
    theme: "Light or dark",
    language: "Language",
    noScripts:
      "Scripts are switched off in this browser. You can read the cards, the claims and your progress; reviews, exercises, interviews, simulations, settings and the switch between light and dark need scripts.",
    pages: {
      label: "Pages",
      at: "Page {n} of {of}",
      previous: "Previous page",
      next: "Next page",
    },
    notFound: {
      heading: "There is no such page",
      text: "The address may be mistyped, or the card has another name now.",
      home: "To the start page",
      unknownLanguage: "Retransmit speaks English and Chinese.",
    },
  },
  zh: {
    title: "Retransmit",
    tagline: "TCP 连接如何建立与关闭：没答上来的，一再重传，直到你掌握。",
    nav: {
      label: "主导航",
      today: "今天",
      review: "复习",
      cards: "卡片",
      claims: "核对",
      lab: "实验室",
      interview: "面试",
      progress: "进度",
    },
    comma: "、",
    space: "",
    skip: "跳到正文",
    ignored: "网址里的这些部分在这里没有意义，或前面已经出现过，没有采用：",
    theme: "浅色或深色",
    language: "语言",
    noScripts:
      "这个浏览器没有启用脚本。卡片、核对和进度可以照常阅读；复习、练习、面试、模拟、设置以及浅色与深色的切换需要脚本。",
    pages: {
      label: "分页",
      at: "第 {n} 页，共 {of} 页",
      previous: "上一页",
      next: "下一页",
    },
    notFound: {
      heading: "没有这个页面",
      text: "地址可能有误，或者卡片改了名字。",
      home: "回到首页",
      unknownLanguage: "Retransmit 只有中文和英文两种语言。",
    },
  },
});
