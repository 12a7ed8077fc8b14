import { wordsIn } from "../say.ts";

/** What a screen says of a request that the server did not answer, or not in words. */
export const failedWords = wordsIn({
  en: {
    offline: "The server cannot be reached. Your answer is still here; try again.",
    unreachable: "The server cannot be reached. Nothing was changed; try again.",
    unexpected: "Something unexpected happened. Nothing was recorded; try again.",
  },
  zh: {
    offline: "连不上服务器。你的答案还在这里，请再试一次。",
    unreachable: "连不上服务器，什么都没有改动，请再试一次。",
    unexpected: "出了意外，没有记录，请再试一次。",
  },
});
