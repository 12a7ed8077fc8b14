import { type AskedAddress, type Query, readQuery } from "#app/_frame/query.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { wishes } from "#lib/interview/schema.ts";
import type { Wishes } from "#lib/interview/wishes.ts";

/** What is chosen when an address says nothing. */
const USUAL = { minutes: 20, level: "mid", clock: "normal", mode: "alone" } as const;

/** What of the choices that an address remembers makes sense, `?minutes=10&level=senior&about=weak`, and what does not. */
export function choicesIn(query: Query, topicIds: readonly string[]): AskedAddress<keyof typeof CHOICES | "topics"> {
  return readQuery(query, { ...CHOICES, topics: (topics) => topicsIn(topics).every((id) => topicIds.includes(id)) });
}

const { minutes, level, clock, mode, topics } = wishes.shape;
const CHOICES = {
  minutes: (text: string) => minutes.safeParse(Number(text)).success,
  level: (text: string) => level.safeParse(text).success,
  clock: (text: string) => clock.safeParse(text).success,
  mode: (text: string) => mode.safeParse(text).success,
  language: (text: string) => wishes.shape.language.safeParse(text).success,
  about: (text: string) => text === "weak",
};

/** The choices as wishes; what was not said is as usual. */
export function wishesFor(asked: ReturnType<typeof choicesIn>["asked"], language: Language): Wishes {
  return {
    minutes: minutes.catch(USUAL.minutes).parse(Number(asked.minutes)),
    level: level.catch(USUAL.level).parse(asked.level),
    clock: clock.catch(USUAL.clock).parse(asked.clock),
    mode: mode.catch(USUAL.mode).parse(asked.mode),
    topics: topics.catch(null).parse(asked.topics === undefined ? null : topicsIn(asked.topics)),
    weakSpots: asked.about === "weak",
    language: wishes.shape.language.catch(language).parse(asked.language),
  };
}

/** `opening,closing` */
function topicsIn(text: string): string[] {
  return text.split(",").filter(Boolean);
}
