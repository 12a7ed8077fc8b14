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

/** "11/21, 10:05": for the heads of columns. */
export function shortMoment(at: Date, zone: string, language: Language): string {
  const day = { month: "numeric", day: "numeric", timeZone: zone } as const;
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(LANG_TAG[language], { ...day, ...time }).format(at);
}
