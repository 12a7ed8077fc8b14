import { pluralsOf, wordsIn } from "../form.ts";

const plural = pluralsOf("en");

/** What is said of the log as a table: handing it out, what became of one taken over, what is wrong with one. */
export const logWords = wordsIn({
  en: {
    heading: "Your log",
    intro:
      "All your answers except undone ones and drills, as a CSV table in the format FSRS optimisers read: one answer per line, times and durations in milliseconds, the state as it was before the answer. A card that was reset and not answered since has a line with a grade of 0.",
    notInIt:
      "The table carries your answers and nothing else. Which cards are suspended, put off or called into the queue, notes, ticked points, exercises, interviews and settings are only in the backup.",
    export: "Export the log",
    /** "3 answers to 2 cards". */
    answers: plural({ one: "1 answer", other: "{n} answers" }),
    cards: plural({ one: "1 card", other: "{n} cards" }),
    answersToCards: "{answers} to {cards}",
    running: "Importing, {percent} % done: {what} so far. You can leave this page meanwhile.",
    cancelled: "Cancelled. {what} had been imported and stay. Import the same file again to go on from there.",
    failed:
      "The import stopped. {why} {what} had been imported and stay. Import the same file again to go on from there.",
    unexpected: "Something unexpected happened.",
    imported: "Imported: {what}.",
    begun: "Left out because they already have a history here: {cards}.",
    unknown: "Left out because they are unknown here: {cards}.",
    ahead: plural({
      one: "One line is dated in the future. The order is kept; the dates hold no card back.",
      other: "{n} lines are dated in the future. The order is kept; the dates hold no card back.",
    }),
    unused: "Columns not used: {names}.",
    unusedOfMore: "Columns not used: {names} and {n} more.",
    noName: "(no name)",
    notBrought:
      "Cards that were suspended, put off or called into the queue are not so here, and notes, ticks, exercises, interviews and settings did not come along: only the backup has them.",
    refused: {
      "not-csv": "The log must be sent as text/csv. Nothing was imported.",
      "not-text":
        "This file is not text in UTF-8 or UTF-16. Save it as CSV (UTF-8) first: a spreadsheet or an archive cannot be read. Nothing was imported.",
      "too-large": "The file is larger than 64 MB. Nothing was imported. The backup has no such limit.",
      "bad-lines": "Nothing was imported because some lines are not as they should be:",
      running: "Another import is under way. Wait until it is done, or cancel it.",
    },
    line: "Line {line}: {trouble}",
    more: plural({ one: "and one more line", other: "and {n} more lines" }),
    /** What is wrong with a line as such. */
    lineTroubles: {
      empty: "there is no header; it must name card_id, review_time and review_rating",
      quote: "a quotation mark is opened and never closed",
      long: "it is too long to be a line of a log",
      "too-many": "there must be no more than 1,000,000 answers in a file",
    },
    /** What is wrong with what stands in it: {found}, which is also {quoted}, or {n} values. */
    troubles: {
      missing: "there is no column {column}; the header says: {found}",
      repeated: "there are two columns {column}",
      fields: plural({
        one: "it has one value, which is not as many as the header has columns",
        other: "it has {n} values, which is not as many as the header has columns",
      }),
      card: "{column} must look like topic/card, not {quoted}",
      time: "{column} must be whole milliseconds since 1970, such as 1767268800000, not {quoted}",
      seconds: "{column} is in seconds here ({found}); it must be in milliseconds, a thousand times as much",
      rating: "{column} must be 1, 2, 3 or 4, or 0 for a reset, not {quoted}",
      state: "{column} must be 0, 1, 2 or 3, not {quoted}",
      duration: "{column} must be in milliseconds, from 0 to a day, not {quoted}",
      twice: "{column}: this card has another answer at {found}",
    },
    quoted: "“{found}”",
    nothing: "empty",
    /** With which one is imported. */
    form: {
      file: "Log to import (.csv)",
      note: "Only cards with no history here are imported. Importing the same file twice adds nothing. If any line is wrong, nothing is imported.",
      act: "Import",
      reading: "Reading the file …",
      progress: "Progress of the import",
      cancel: "Cancel",
      noFile: "Choose a file first.",
    },
  },
  zh: {
    heading: "你的记录",
    intro:
      "全部作答（已撤销的和额外练习除外），导出为 FSRS 优化器通用的 CSV 表格：每行一次作答，时间与用时以毫秒计，状态为作答之前的状态。重置后尚未再作答的卡片另有一行，评分为 0。",
    notInIt: "表格里只有作答。哪些卡片已暂停、推迟或叫进了队列，以及笔记、勾选的要点、练习、面试和设置，都只在备份里。",
    export: "导出记录",
    answers: "{n} 次作答",
    cards: "{n} 张卡片",
    answersToCards: "{cards}的 {answers}",
    running: "正在导入，已完成 {percent}%：目前 {what}。可以先离开本页。",
    cancelled: "已取消。已经导入的 {what}会保留；再次导入同一个文件，就会从这里继续。",
    failed: "导入中断。{why}已经导入的 {what}会保留；再次导入同一个文件，就会从这里继续。",
    unexpected: "出了意外。",
    imported: "已导入 {what}。",
    begun: "{cards}在这里已有记录，未导入。",
    unknown: "{cards}这里没有，未导入。",
    ahead: "有 {n} 行的日期在未来；先后次序照旧，不会因此推迟任何卡片。",
    unused: "没有用到的列：{names}。",
    unusedOfMore: "没有用到的列：{names}等，另有 {n} 列。",
    noName: "（无名）",
    notBrought: "暂停、推迟、叫进队列的状态没有随表格带来，笔记、勾选、练习、面试和设置也没有：这些只在备份里。",
    refused: {
      "not-csv": "记录必须以 text/csv 发送，什么都没有导入。",
      "not-text":
        "这个文件不是 UTF-8 或 UTF-16 编码的文本。请先另存为 CSV（UTF-8）；电子表格和压缩文件无法读取。什么都没有导入。",
      "too-large": "文件超过 64 MB，什么都没有导入。备份没有这个限制。",
      "bad-lines": "有些行不符合要求，什么都没有导入：",
      running: "另一次导入正在进行。请等它完成，或先取消它。",
    },
    line: "第 {line} 行：{trouble}",
    more: "另有 {n} 行",
    lineTroubles: {
      empty: "没有表头；表头应包含 card_id、review_time 和 review_rating",
      quote: "有一个引号没有闭合",
      long: "太长，不可能是一行记录",
      "too-many": "一个文件里的作答不能超过 1,000,000 次",
    },
    troubles: {
      missing: "缺少 {column} 列；表头是：{found}",
      repeated: "{column} 列出现了两次",
      fields: "有 {n} 个值，与表头的列数不符",
      card: "{column} 的形式应为 topic/card，这里是{quoted}",
      time: "{column} 应为自 1970 年起的整毫秒数，如 1767268800000，这里是{quoted}",
      seconds: "{column} 用的是秒（{found}）；应以毫秒计，即乘以一千",
      rating: "{column} 应为 1、2、3 或 4，重置为 0，这里是{quoted}",
      state: "{column} 应为 0、1、2 或 3，这里是{quoted}",
      duration: "{column} 应以毫秒计，从 0 到一天，这里是{quoted}",
      twice: "{column}：这张卡片在 {found} 这一时刻另有一次作答",
    },
    quoted: "“{found}”",
    nothing: "空的",
    form: {
      file: "要导入的记录（.csv）",
      note: "只导入在这里还没有任何记录的卡片。同一个文件导入两次，不会重复。只要有一行不对，就什么都不导入。",
      act: "导入",
      reading: "正在读取文件……",
      progress: "导入进度",
      cancel: "取消",
      noFile: "请先选择文件。",
    },
  },
});
