import type { Messages } from "#lib/i18n/messages.ts";

/** The strings of the form: functions cannot travel, and the rest need not. */
export function setupWords(m: Messages) {
  const { interview } = m;
  const { start, startPair, starting, level, levelNote, minutes, topics, topicsAll, topicsWeak, topicsSome } =
    interview;
  const { topicsNone, clock, clocks, mode, modes, language, languageNote, link } = interview;
  return {
    ...{ start, startPair, starting, level, levelNote, minutes, topics, topicsAll, topicsWeak, topicsSome },
    ...{ topicsNone, clock, clocks, mode, modes, language, languageNote, link },
    levels: m.cards.levels,
    lengths: {
      10: interview.minutesOf(10),
      20: interview.minutesOf(20),
      30: interview.minutesOf(30),
      45: interview.minutesOf(45),
    },
    unreachable: m.failed.unreachable,
  };
}
export type SetupWords = ReturnType<typeof setupWords>;

/** Those of the date. */
export function dateWords({ interview: { days } }: Messages) {
  const { inDays, set, change, saving, wrongDay } = days;
  return { inDays, set, change, saving, wrongDay };
}
export type DateWords = ReturnType<typeof dateWords>;

/** Those of an interview that goes on. */
export function roomWords({ interview: { room, pair } }: Messages) {
  const { number, sure, away, up, down, flagsOf, ...rest } = room;
  const { mistake, goesAfter, ...forPair } = pair;
  return { ...rest, pair: forPair };
}
export type RoomWords = ReturnType<typeof roomWords>;
