import { en, type Messages } from "./en.ts";
import type { Language } from "./languages.ts";
import { zh } from "./zh.ts";

export type { Messages, ProblemKey } from "./en.ts";

const ALL: Record<Language, Messages> = { en, zh };

export function messagesFor(language: Language): Messages {
  return ALL[language];
}
