import { pluralsOf, wordsIn } from "../form.ts";

const plural = pluralsOf("en");

/** The search for one’s own weights. */
export const optimiserWords = wordsIn({
  en: {
    heading: "Your own weights",
    intro:
      "The schedule follows weights fitted to the answers of thousands of people. Your own log may yield weights that predict your recall better: they are trained on its earlier part, tested on the later part, and kept only if they do better there.",
    reviews: plural({
      one: "One of your answers can be used for this.",
      other: "{n} of your answers can be used for this.",
    }),
    missing: plural({
      one: "One more is needed: an answer a day or more after the previous one to the same card.",
      other: "{n} more are needed: answers a day or more after the previous one to the same card.",
    }),
    start: "Find my weights",
    running: "A search is under way.",
    progress: "Progress of the search",
    cancel: "Cancel",
    cancelled: "Cancelled. The weights are as they were.",
    before: "Log loss of the old weights",
    after: "Log loss of the new weights",
    kept: "The new weights predict your recall better. They apply from now on.",
    notKept: "The new weights are no better, so the old ones stay.",
    lossNote: "Measured on answers not used for training; lower is better, and 0.69 is a coin toss.",
    own: "Your own weights are in use.",
    published: "Back to the published weights",
    dropped: "The published weights are in use.",
    failed: {
      unavailable: "There is no build of the optimiser for this machine. Everything else works without it.",
      unexpected: "Something unexpected happened. The weights are as they were.",
    },
  },
  zh: {
    heading: "你自己的权重",
    intro:
      "复习安排依据一组权重，它们来自成千上万人的作答记录。从你自己的记录里，或许能找出预测得更准的权重：用较早的部分训练，用较晚的部分检验，确有改进才采用。",
    reviews: "你的作答中有 {n} 次可以用上。",
    missing: "还差 {n} 次：与同一张卡片的上一次作答相隔一天以上的才算。",
    start: "寻找我的权重",
    running: "正在寻找。",
    progress: "寻找的进度",
    cancel: "取消",
    cancelled: "已取消，权重没有变。",
    before: "原有权重的对数损失",
    after: "新权重的对数损失",
    kept: "新权重对你的预测更准，从现在起生效。",
    notKept: "新权重并不更准，继续使用原有权重。",
    lossNote: "在没有参与训练的作答上计算；越低越好，0.69 等于抛硬币。",
    own: "正在使用你自己的权重。",
    published: "改回公布的权重",
    dropped: "正在使用公布的权重。",
    failed: {
      unavailable: "优化器没有适合本机的版本。其他功能不受影响。",
      unexpected: "出了意外，权重没有变。",
    },
  },
});
