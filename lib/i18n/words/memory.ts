import { pluralsOf, wordsIn } from "../form.ts";

const plural = pluralsOf("en");

/** What is known of one card’s memory. */
export const memoryWords = wordsIn({
  en: {
    heading: "Your memory of this card",
    state: "State",
    states: { new: "new", learning: "learning", review: "in review", relearning: "relearning" },
    due: "Next review",
    dueNow: "now",
    answers: "Answers",
    lapses: plural({ one: ", forgotten once", other: ", forgotten {n} times" }),
    stability: "Stability (time to 90% recall)",
    recall: "Chance of recall now",
    suspended: "Suspended: this card does not come up.",
    buried: "Put off: it can come up again {when}.",
    actions: { resume: "Resume", bury: "Put off until tomorrow", suspend: "Suspend", reset: "Start over" },
    said: {
      resume: "Resumed: this card comes up again.",
      bury: "Put off until tomorrow. If you did not mean to, undo it in Review.",
      suspend: "Suspended. If you did not mean to, undo it in Review.",
      reset: "The card is new again. If you did not mean to, undo it in Review.",
    },
  },
  zh: {
    heading: "你对这张卡片的记忆",
    state: "状态",
    states: { new: "新卡", learning: "学习中", review: "复习中", relearning: "重新学习" },
    due: "下次复习",
    dueNow: "现在",
    answers: "作答次数",
    lapses: "，忘过 {n} 次",
    stability: "稳定性（回忆概率降到 90% 所需时间）",
    recall: "此刻的回忆概率",
    suspended: "已暂停，不再提问。",
    buried: "已推迟，{when}可再次出现。",
    actions: { resume: "恢复", bury: "推到明天", suspend: "暂停", reset: "从头再来" },
    said: {
      resume: "已恢复，会再次提问。",
      bury: "已推到明天；点错了，可以在复习页撤销。",
      suspend: "已暂停；点错了，可以在复习页撤销。",
      reset: "又是新卡了；点错了，可以在复习页撤销。",
    },
  },
});
