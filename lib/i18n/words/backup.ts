import { wordsIn } from "../form.ts";

/** Backups. */
export const backupWords = wordsIn({
  en: {
    heading: "Backup",
    intro:
      "One file with everything: answers and their notes, interviews, settings, what is suspended or put off. It is made while you go on learning, and checked.",
    download: "Download a backup",
    noneYet: "No automatic backup yet. The first is made a minute after the server starts, then one a day.",
    last: "Last automatic backup: {day}.",
    folder: "One a day is kept for a week, one a week for a month, one a month for a year, in",
    restore: "To go back to a backup, here or on another computer, stop the server and type:",
    file: "FILE",
  },
  zh: {
    heading: "备份",
    intro: "一个文件，什么都在里面：作答和笔记、模拟面试、设置、暂停和推迟的卡片。制作时不影响学习，做完会检查。",
    download: "下载备份",
    noneYet: "还没有自动备份。服务器启动一分钟后做第一份，以后每天一份。",
    last: "最近一次自动备份：{day}。",
    folder: "每天的留一周，每周的留一个月，每月的留一年，放在",
    restore: "要回到某个备份（在这台或另一台电脑上），先停下服务器，再输入：",
    file: "文件",
  },
});
