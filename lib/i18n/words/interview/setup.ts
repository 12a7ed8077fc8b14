import { wordsIn } from "../../form.ts";

/** What an interview can be, before it begins. */
export const interviewWords = wordsIn({
  en: {
    heading: "Mock interview",
    intro:
      "Questions against the clock, with follow-ups that depend on what you say. Nothing is revealed before the end; then you compare, judge yourself, and send what failed back into your queue.",
    start: "Start the interview",
    startPair: "Start the interview for two",
    starting: "Starting …",
    minutes: "Length",
    level: "Level",
    levelNote: "Questions are of this level or easier; follow-ups may go deeper.",
    topics: "Questions about",
    topicsAll: "everything",
    topicsWeak: "my weak spots first: what I missed or hardly remember",
    topicsSome: "these topics only",
    topicsNone: "Choose at least one topic.",
    clock: "Clock",
    clocks: {
      relaxed: { name: "Relaxed", note: "You can pause; time away does not count; when time is up, you may go on." },
      normal: {
        name: "Normal",
        note: "You can pause; time away counts; when time is up, you finish your answer and nothing more is asked.",
      },
      strict: { name: "Strict", note: "No pause; time away counts; when time is up, it ends, even in mid-sentence." },
    },
    mode: "Who sits at the screen",
    modes: {
      alone: { name: "I do", note: "The page asks, you answer." },
      pair: { name: "My interviewer", note: "You answer aloud; the screen helps whoever asks." },
    },
    language: "Language",
    languageNote: "The interview opens in this language.",
    link: "This page’s address remembers your choices: bookmark it, and when you come back, Enter starts the interview.",
    today: "Mock interview",
  },
  zh: {
    heading: "模拟面试",
    intro: "限时提问，追问取决于你的回答。结束之前不揭晓答案；结束后由你对照、评判，没答好的送回今天的队列。",
    start: "开始面试",
    startPair: "开始双人面试",
    starting: "正在开始……",
    minutes: "时长",
    level: "级别",
    levelNote: "题目不超过这个级别，追问可能更深。",
    topics: "提问范围",
    topicsAll: "全部",
    topicsWeak: "优先问我的弱项：答错过的、快要忘的",
    topicsSome: "只问这些主题",
    topicsNone: "请至少选一个主题。",
    clock: "计时",
    clocks: {
      relaxed: { name: "宽松", note: "可以暂停，离开不计时，到点也不会自动结束。" },
      normal: { name: "标准", note: "可以暂停，离开照样计时，到点后把话说完，不再提问。" },
      strict: { name: "严格", note: "不能暂停，离开照样计时，到点立即结束，话没说完也一样。" },
    },
    mode: "谁坐在屏幕前",
    modes: {
      alone: { name: "我自己", note: "页面提问，你来回答。" },
      pair: { name: "我的面试官", note: "你口头回答，屏幕给提问的人看。" },
    },
    language: "语言",
    languageNote: "面试用这种语言进行。",
    link: "本页网址会记住你的选择：存成书签，下次打开，按回车就能开始。",
    today: "模拟面试",
  },
});
