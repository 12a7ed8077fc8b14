import { MILLISECOND, MINUTE, type Micros, SECOND } from "../time.ts";

export type WhyLanguage = "en" | "zh";

const UNITS = {
  en: { ms: " ms", s: " s", min: " min" },
  zh: { ms: " 毫秒", s: " 秒", min: " 分钟" },
} as const;

/** A span of time for people: "40 ms", "1.025 s", "127 s", "4 min". */
export function describeSpan(us: Micros, language: WhyLanguage): string {
  const unit = UNITS[language];
  if (us < SECOND) return `${round(us / MILLISECOND)}${unit.ms}`;
  const isWholeMinutes = us >= 2 * MINUTE && us % MINUTE === 0;
  return isWholeMinutes ? `${us / MINUTE}${unit.min}` : `${round(us / SECOND)}${unit.s}`;
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
