import { wordsIn } from "../form.ts";

/** The help on keys, which a "?" opens on every screen. */
export const keysWords = wordsIn({
  en: {
    heading: "Keys on this page",
    open: "Keys",
    none: "This page has no keys of its own.",
    where: "Letters and signs count while no text is being typed; Esc leaves a text.",
    help: "Show or hide this help",
    close: "Close",
  },
  zh: {
    heading: "本页的按键",
    open: "按键",
    none: "本页没有专用的按键。",
    where: "光标在输入框里时，字母和符号不作按键；按 Esc 离开输入框。",
    help: "显示或收起这份说明",
    close: "关闭",
  },
});
