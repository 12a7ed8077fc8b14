import { pluralsOf, wordsIn } from "../form.ts";

const plural = pluralsOf("en");

/** Spans of time, in the unit in which one would say them. */
export const spansWords = wordsIn({
  en: {
    milliseconds: "{n} ms",
    seconds: "{n} s",
    minutes: "{n} min",
    hours: "{n} h",
    days: plural({ one: "1 day", other: "{n} days" }),
    months: plural({ one: "1 month", other: "{n} months" }),
    years: plural({ one: "1 year", other: "{n} years" }),
    ahead: "in {span}",
    ago: "{span} ago",
  },
  zh: {
    milliseconds: "{n} 毫秒",
    seconds: "{n} 秒",
    minutes: "{n} 分钟",
    hours: "{n} 小时",
    days: "{n} 天",
    months: "{n} 个月",
    years: "{n} 年",
    ahead: "{span}后",
    ago: "{span}前",
  },
});
