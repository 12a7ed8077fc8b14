import { wordsIn } from "../say.ts";

/** The form with which a log is imported; `log` has what becomes of it. */
export const importWords = wordsIn({
  en: {
    file: "Log to import (.csv)",
    note: "Only cards with no history here are imported. Importing the same file twice adds nothing. If any line is wrong, nothing is imported.",
    act: "Import",
    reading: "Reading the file …",
    progress: "Progress of the import",
    cancel: "Cancel",
    noFile: "Choose a file first.",
  },
  zh: {
    file: "要导入的记录（.csv）",
    note: "只导入在这里还没有任何记录的卡片。同一个文件导入两次，不会重复。只要有一行不对，就什么都不导入。",
    act: "导入",
    reading: "正在读取文件……",
    progress: "导入进度",
    cancel: "取消",
    noFile: "请先选择文件。",
  },
});
