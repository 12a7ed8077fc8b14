import { pluralsOf, wordsIn } from "../../form.ts";

const plural = pluralsOf("en");
const zhPlural = pluralsOf("zh");

/** The days until the real interview. */
export const daysWords = wordsIn({
  en: {
    heading: "Until your interview",
    none: "Do you have a date? Enter it, and cards will come back in time; the days until then are planned here.",
    inDays: "My interview is on",
    set: "Plan the days",
    change: "Change the date",
    left: plural({
      "=0": "Your interview is today.",
      "=1": "Your interview is tomorrow.",
      other: "Your interview is in {n} days.",
    }),
    day: "Day",
    due: "Due",
    fresh: "New",
    mock: "Mock",
    today: "Today",
    theDay: "interview",
    rest: plural({ one: "… and one more day", other: "… and {n} more days" }),
    unmet: plural({
      one: "One new card does not fit in any more. Hold on to what you know.",
      other: "{n} new cards do not fit in any more. Hold on to what you know.",
    }),
    unmetUnless: plural({
      one: "One new card does not fit in. With {needed} a day, all would; you can change that in the settings.",
      other: "{n} new cards do not fit in. With {needed} a day, all would; you can change that in the settings.",
    }),
    note: "Cards due as things stand now; what you learn in the meantime comes on top.",
    saving: "Saving …",
    wrongDay: "Choose today or a later day.",
  },
  zh: {
    heading: "面试之前",
    none: "已经定了日子？填上日期，卡片会赶在面试前再次出现，这里也会排出每天的计划。",
    inDays: "面试日期",
    set: "制定计划",
    change: "修改日期",
    left: zhPlural({ "=0": "今天面试。", "=1": "明天面试。", other: "离面试还有 {n} 天。" }),
    day: "日期",
    due: "到期",
    fresh: "新卡",
    mock: "模拟",
    today: "今天",
    theDay: "面试",
    rest: "……还有 {n} 天",
    unmet: "还有 {n} 张新卡来不及学了，守住已经会的就好。",
    unmetUnless: "还有 {n} 张新卡排不进去；每天学 {needed} 张就都排得下，可在设置里调整。",
    note: "到期数按目前的安排推算，这期间新学的还会加进来。",
    saving: "保存中……",
    wrongDay: "请选今天或以后的日期。",
  },
});
