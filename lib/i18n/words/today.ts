import { pluralsOf, wordsIn } from "../form.ts";

const plural = pluralsOf("en");
const zhPlural = pluralsOf("zh");

/** The first page. */
export const todayWords = wordsIn({
  en: {
    heading: "Today",
    due: "due",
    missed: "missed",
    fresh: "new",
    start: "Start reviewing",
    minutes: plural({ one: "about a minute", other: "about {n} minutes" }),
    answered: plural({ one: "One answer today.", other: "{n} answers today." }),
    doneHeading: "Done for today",
    done: "Nothing is due. What you know is resting; that is how it sticks.",
    nextDue: "More cards will be ready {when}.",
    welcomeHeading: "Welcome",
    welcome:
      "You are asked a question as an interviewer would ask it. Say your answer aloud, or type it; then compare, run the simulation, and grade yourself. What you miss is sent again.",
    missedNote: plural({
      one: "You missed one card and have not recalled it on a later day yet.",
      other: "You missed {n} cards and have not recalled them on a later day yet.",
    }),
    drill: "See what you missed",
    mayWait: plural({
      one: "One of the {all} can wait until tomorrow with hardly any loss. Start, and stop when you like.",
      other: "{n} of the {all} can wait until tomorrow with hardly any loss. Start, and stop when you like.",
    }),
    interview: plural({
      "=0": "Your interview is today.",
      "=1": "Your interview is tomorrow.",
      other: "{n} days until your interview.",
    }),
    clock: plural({
      one: "One entry of your log is dated in the future (up to {latest}): this machine’s clock was ahead then, or is behind now. Their order counts, not their dates, so no card is held back.",
      other:
        "{n} entries of your log are dated in the future (up to {latest}): this machine’s clock was ahead then, or is behind now. Their order counts, not their dates, so no card is held back.",
    }),
    browse: "Browse all cards",
  },
  zh: {
    heading: "今天",
    due: "到期",
    missed: "答错",
    fresh: "新卡",
    start: "开始复习",
    minutes: "约 {n} 分钟",
    answered: "今天已作答 {n} 次。",
    doneHeading: "今天完成了",
    done: "没有到期的卡片。让记忆歇一歇，才记得牢。",
    nextDue: "{when}又有卡片可以复习。",
    welcomeHeading: "欢迎",
    welcome:
      "这里像面试官那样向你提问：先把答案说出口，或者写下来；再对照答案、运行模拟、给自己评分。没答上来的，会重传给你。",
    missedNote: "有 {n} 张卡片答错了，还没有在之后的某一天答上来。",
    drill: "看看答错了什么",
    mayWait: "这 {all} 张里有 {n} 张等到明天也几乎没有损失。先做起来，想停就停。",
    interview: zhPlural({ "=0": "今天面试。", "=1": "明天面试。", other: "离面试还有 {n} 天。" }),
    clock:
      "你的记录里有 {n} 条的日期在未来（最晚 {latest}）：这台机器的时钟当时快了，或者现在慢了。算数的是先后次序，不是日期，不会因此推迟任何卡片。",
    browse: "浏览全部卡片",
  },
});
