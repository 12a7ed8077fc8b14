import { withWords, wordsIn } from "../form.ts";
import { failedWords } from "./failed.ts";
import { playerWords } from "./player.ts";

/** What the exercises say. */
export const exerciseWords = withWords(
  wordsIn({
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
      result: "{right} of {of} right.",
      allCorrect: "All correct.",
      noAnswer: "Not answered.",
      place: "Place {place}: {segment}",
      up: "Move up: {segment}",
      down: "Move down: {segment}",
      row: "Row {n}",
      columns: { way: "Segment", state: "{host} is then in" },
      lost: "lost",
      play: "Play the film of this question",
      played: "The film of this question",
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
      result: "{of} 处中答对 {right} 处。",
      allCorrect: "全部正确。",
      noAnswer: "没有作答。",
      place: "第 {place} 位：{segment}",
      up: "上移：{segment}",
      down: "下移：{segment}",
      row: "第 {n} 行",
      columns: { way: "报文段", state: "{host}随后处于" },
      lost: "丢失",
      play: "播放本题的影片",
      played: "本题的影片",
      try: "自己答一答",
      check: "核对",
      again: "再来一题",
      proposed: "按你的答案，建议：",
    },
  }),
  { failed: failedWords, player: playerWords },
);

export type ExerciseWords = (typeof exerciseWords)["en"];
