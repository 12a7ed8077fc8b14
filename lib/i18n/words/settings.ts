import { wordsIn } from "../form.ts";

/** The form of the settings. */
export const settingsWords = wordsIn({
  en: {
    heading: "Settings",
    note: "Changes apply to answers from now on. Nothing is rescheduled: each card keeps its date until you answer it again.",
    groups: { schedule: "Schedule", reviewing: "Reviewing", days: "Time", interview: "Interview" },
    fields: {
      desiredRetention: "Desired retention, in %",
      maximumInterval: "Longest interval, in days",
      fuzz: "Spread due dates",
      newPerDay: "New cards a day",
      grades: "Grades",
      showIntervals: "Show when each grade brings the card back",
      leechLapses: "Tell me when a card has been forgotten this many times",
      zone: "Time zone",
      rolloverHour: "Hour at which a new day begins",
      "interview.day": "Day of the interview",
      "interview.retention": "Chance of recall on that day, in %",
    },
    hints: {
      desiredRetention:
        "How likely you should be to recall a card when it comes back. Higher means more reviews: at 95%, intervals are less than half as long as at 90%; at 80%, about three times as long.",
      fuzz: "Cards learned together come back a little apart, not all on one day.",
      grades:
        "With two, there is nothing to weigh up: you knew it, or you did not. The schedule is hardly any less accurate.",
      showIntervals:
        "Without intervals, you grade how well you knew the card, not when you would like to see it again.",
      leechLapses:
        "More of the same rarely helps such a card. It is never suspended behind your back. 0 turns this off.",
      rolloverHour: "From 0 to 23. Before that hour, it is still the day before.",
      interview:
        "Cards whose chance of recall would be below your target that day come back shortly before the interview. Leave the day empty if you have none.",
    },
    gradeChoices: { 2: "Two: Again, Good", 4: "Four: Again, Hard, Good, Easy" },
    machineZone: "Same as this machine ({zone})",
    errors: {
      desiredRetention: "A number from 70 to 97.",
      maximumInterval: "A whole number from 1 to 36500.",
      newPerDay: "A whole number from 0 to 100.",
      leechLapses: "A whole number from 0 to 50.",
      zone: "There is no time zone with this name.",
      rolloverHour: "A whole number from 0 to 23.",
      "interview.day": "Today or a later day; leave it empty if there is no interview.",
      "interview.retention": "A number from 70 to 97.",
    },
    save: "Save",
    saving: "Saving …",
    saved: "Saved.",
    notSaved: "Nothing was saved. Please check the marked fields.",
  },
  zh: {
    heading: "设置",
    note: "改动从下一次作答起生效。已有的安排不变：每张卡片在你再次作答之前，日期照旧。",
    groups: { schedule: "安排", reviewing: "复习", days: "时间", interview: "面试" },
    fields: {
      desiredRetention: "目标记忆保持率（%）",
      maximumInterval: "最长间隔（天）",
      fuzz: "错开到期日",
      newPerDay: "每天新卡数",
      grades: "评分",
      showIntervals: "显示每种评分对应的间隔",
      leechLapses: "同一张卡片忘记几次后提醒我",
      zone: "时区",
      rolloverHour: "新的一天从几点开始",
      "interview.day": "面试日期",
      "interview.retention": "当天的目标回忆概率（%）",
    },
    hints: {
      desiredRetention:
        "卡片再次出现时，你希望还记得它的概率。定得越高，复习越多：与 90% 相比，95% 的间隔不到一半，80% 的间隔约为三倍。",
      fuzz: "一起学的卡片不会都挤在同一天到期。",
      grades: "只留两种，就不必斟酌：要么记得，要么忘了；安排的准确度几乎不受影响。",
      showIntervals: "不显示间隔，评分时想的就是记得怎么样，而不是希望它什么时候再出现。",
      leechLapses: "这样的卡片，照旧重复多半没有用。系统不会擅自暂停它。填 0 表示不提醒。",
      rolloverHour: "0 到 23。在这个钟点之前，仍算前一天。",
      interview: "到那天回忆概率会低于目标的卡片，会在面试前不久再次出现。没有面试就把日期留空。",
    },
    gradeChoices: { 2: "两种：重来、良好", 4: "四种：重来、困难、良好、轻松" },
    machineZone: "与本机一致（{zone}）",
    errors: {
      desiredRetention: "请填 70 到 97 之间的数。",
      maximumInterval: "请填 1 到 36500 之间的整数。",
      newPerDay: "请填 0 到 100 之间的整数。",
      leechLapses: "请填 0 到 50 之间的整数。",
      zone: "没有这个时区。",
      rolloverHour: "请填 0 到 23 之间的整数。",
      "interview.day": "请填今天或以后的日期；没有面试就留空。",
      "interview.retention": "请填 70 到 97 之间的数。",
    },
    save: "保存",
    saving: "保存中……",
    saved: "已保存。",
    notSaved: "没有保存，请检查标出的地方。",
  },
});
