import { pluralsOf, wordsIn } from "../form.ts";

const plural = pluralsOf("en");

/** What a screen says of what came to nothing: the server did not answer, or not in words; a field was full. */
export const failedWords = wordsIn({
  en: {
    offline: "The server cannot be reached. Your answer is still here; try again.",
    unreachable: "The server cannot be reached. Nothing was changed; try again.",
    unexpected: "Something unexpected happened. Nothing was recorded; try again.",
    leftOut: plural({
      one: "At most {max} characters fit here. The last one did not fit and was left out.",
      other: "At most {max} characters fit here. The last {n} did not fit and were left out.",
    }),
  },
  zh: {
    offline: "连不上服务器。你的答案还在这里，请再试一次。",
    unreachable: "连不上服务器，什么都没有改动，请再试一次。",
    unexpected: "出了意外，没有记录，请再试一次。",
    leftOut: "这里最多能放 {max} 个字符，多出的 {n} 个没有放进来。",
  },
});
