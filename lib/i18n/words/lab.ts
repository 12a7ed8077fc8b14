import { wordsIn } from "../say.ts";

/** The gallery of scenarios, and links that lead to none. */
export const labWords = wordsIn({
  en: {
    heading: "Lab",
    intro:
      "{n} scenarios to play, break and change. Each has its own address: you can share what you make of it as a link.",
    groups: {
      opening: "Opening",
      listening: "Listening",
      closing: "Closing",
      "time-wait": "TIME-WAIT",
      resets: "Resets and lost memory",
    },
    empty: "Or begin with an empty one.",
    own: "A scenario of your own, or one that somebody shared with you.",
    back: "All scenarios",
    brokenHeading: "This link does not lead to a scenario",
    trouble: {
      version: "It was written by another version of this program.",
      "too-long": "It is longer than a link can be; ask for the scenario as a file.",
      broken: "A part of it is missing or garbled. Was it cut off when it was copied?",
      invalid: "It holds a scenario that cannot run:",
      "too-much": "It holds a scenario that is too much to be watched:",
    },
    excess:
      "{path}: with these {bytes} bytes, in segments of at most {perSegment}, there are {segments} segments; a film has at most {max} steps.",
  },
  zh: {
    heading: "实验室",
    intro: "{n} 个场景，任你播放、破坏、修改。每个场景都是一个网址：你做出的版本可以用链接转给别人。",
    groups: {
      opening: "建立连接",
      listening: "监听",
      closing: "关闭连接",
      "time-wait": "TIME-WAIT",
      resets: "重置与失忆",
    },
    empty: "也可以从空白场景开始。",
    own: "你自己的场景，或别人转给你的场景。",
    back: "全部场景",
    brokenHeading: "这个链接打不开场景",
    trouble: {
      version: "它出自本程序的另一个版本。",
      "too-long": "它超过了链接允许的长度；请让对方把场景存成文件发给你。",
      broken: "有一部分缺失或损坏，是不是复制时被截断了？",
      invalid: "里面的场景无法运行：",
      "too-much": "里面的场景太长，没法观看：",
    },
    excess:
      "{path}：加上这 {bytes} 字节，每段最多 {perSegment} 字节，共需 {segments} 个报文段；一部影片最多 {max} 步。",
  },
});
