import type { Language } from "#lib/i18n/languages.ts";
import type { Drawn } from "#lib/quiz/draw.ts";

/** What the exercises say; small, since it reaches the browser in both languages. */
export interface ExerciseWords {
  readonly task: Readonly<Record<Exclude<Drawn["kind"], "choice">, string>>;
  readonly one: string;
  readonly several: string;
  readonly yours: string;
  readonly right: string;
  readonly result: (right: number, of: number) => string;
  readonly noAnswer: string;
  readonly blank: string;
  readonly place: (place: number, segment: string) => string;
  readonly up: (segment: string) => string;
  readonly down: (segment: string) => string;
  readonly row: (n: number) => string;
  readonly columns: { readonly way: string; readonly state: (host: string) => string };
  readonly lost: string;
  readonly play: string;
  readonly played: string;
  readonly isRight: string;
  readonly isWrong: string;
  readonly try: string;
  readonly check: string;
  readonly again: string;
  readonly proposed: string;
}

export const WORDS: Readonly<Record<Language, ExerciseWords>> = {
  en: {
    task: {
      order: "Put the segments into the order in which they are sent.",
      fill: "Fill in the blanks: “–” where there is no ACK, and numbers as they are on the wire.",
      predict: "The film is paused. What comes next?",
      spot: "One row differs from what the simulator produced. Which one?",
    },
    one: "One answer is right.",
    several: "Several answers are right.",
    yours: "your answer",
    right: "right answer",
    result: (right, of) => (right === of ? "All correct." : `${right} of ${of} right.`),
    noAnswer: "Not answered.",
    blank: "Choose",
    place: (place, segment) => `Place ${place}: ${segment}`,
    up: (segment) => `Move up: ${segment}`,
    down: (segment) => `Move down: ${segment}`,
    row: (n) => `Row ${n}`,
    columns: { way: "Segment", state: (host) => `${host} is then in` },
    lost: "lost",
    play: "Play the film of this question",
    played: "The film of this question",
    isRight: "right",
    isWrong: "wrong",
    try: "Answer it yourself",
    check: "Check",
    again: "Ask me again",
    proposed: "Your answer suggests:",
  },
  zh: {
    task: {
      order: "按发送的先后，给这些报文段排序。",
      fill: "填出空缺：没有 ACK 的地方填「–」，数字按线路上的实际数值填写。",
      predict: "影片停在这里。接下来会怎样？",
      spot: "有一行与模拟器给出的不同。是哪一行？",
    },
    one: "只有一项正确。",
    several: "不止一项正确。",
    yours: "你的答案",
    right: "正确答案",
    result: (right, of) => (right === of ? "全部正确。" : `${of} 处中答对 ${right} 处。`),
    noAnswer: "没有作答。",
    blank: "请选择",
    place: (place, segment) => `第 ${place} 位：${segment}`,
    up: (segment) => `上移：${segment}`,
    down: (segment) => `下移：${segment}`,
    row: (n) => `第 ${n} 行`,
    columns: { way: "报文段", state: (host) => `${host}随后处于` },
    lost: "丢失",
    play: "播放本题的影片",
    played: "本题的影片",
    isRight: "正确",
    isWrong: "错误",
    try: "自己答一答",
    check: "核对",
    again: "再来一题",
    proposed: "按你的答案，建议：",
  },
};
