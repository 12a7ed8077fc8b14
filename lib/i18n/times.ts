import { LANG_TAG, type Language } from "./languages.ts";

/** A clock of minutes and seconds: "1:05". `ms` is 0 or more. */
export function clockTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "Nov 21, 2026, 10:05", on the learner's clock. */
export function momentName(at: Date, zone: string, language: Language): string {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: zone } as const;
  return new Intl.DateTimeFormat(LANG_TAG[language], format).format(at);
}
