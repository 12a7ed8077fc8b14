import { wordsIn } from "../form.ts";

/** What a page says that could not be shown: short, since it carries all languages to the browser. */
export const troubleWords = wordsIn({
  en: {
    heading: "Something went wrong",
    text: "The page could not be shown. Your recorded answers are safe.",
    retry: "Try again",
    /** Why the database could not be read. */
    reasons: {
      locked: "Another program is holding the database. Try again in a moment.",
      "read-only": "The database file cannot be written. Check its permissions, then try again.",
      unreachable: "The database file cannot be opened. Check the folder, then try again.",
      full: "The disk is full. Make room, then try again.",
      damaged:
        "The database file is damaged, or was removed or replaced while the server ran. Restart the server to see what is wrong.",
      "no-file": "What stands in the place of the database is not a file. Restart the server to see what is wrong.",
      "long-name": "The name of the database file is too long. Restart the server to see what to do.",
      linked: "The database file has a second name (a hard link). Restart the server to see what to do.",
      stopping: "The server is stopping. Try again when it runs again.",
    },
  },
  zh: {
    heading: "出了点问题",
    text: "页面无法显示。已记录的作答都还在。",
    retry: "重试",
    reasons: {
      locked: "另一个程序正占用数据库，请稍后再试。",
      "read-only": "数据库文件不可写。请检查权限后再试。",
      unreachable: "无法打开数据库文件。请检查所在目录后再试。",
      full: "磁盘已满。请腾出空间后再试。",
      damaged: "数据库文件已损坏，或在运行期间被移走或替换。请重启服务器查看原因。",
      "no-file": "数据库的位置上不是一个文件。请重启服务器查看原因。",
      "long-name": "数据库文件的名字太长。请重启服务器查看如何处理。",
      linked: "数据库文件有第二个名字（硬链接）。请重启服务器查看怎么办。",
      stopping: "服务器正在停止。请等它重新运行后再试。",
    },
  },
});
