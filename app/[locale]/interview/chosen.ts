import type { Language } from "#lib/i18n/languages.ts";
import { wishes } from "#lib/interview/schema.ts";
import type { Wishes } from "#lib/interview/wishes.ts";

/** What is chosen when an address says nothing. */
const USUAL = { minutes: 20, level: "mid", clock: "normal", mode: "alone" } as const;

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The choices that an address remembers: `?minutes=10&level=senior&about=weak`, `?topics=opening,closing`; what it does
 * not say, or says wrongly, is as usual.
 */
export function chosenIn(query: Query, language: Language): Wishes {
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const { minutes, level, clock, mode, topics } = wishes.shape;
  return {
    minutes: minutes.catch(USUAL.minutes).parse(Number(one("minutes"))),
    level: level.catch(USUAL.level).parse(one("level")),
    clock: clock.catch(USUAL.clock).parse(one("clock")),
    mode: mode.catch(USUAL.mode).parse(one("mode")),
    topics: topics.catch(null).parse(one("topics")?.split(",").filter(Boolean) ?? null),
    weakSpots: one("about") === "weak",
    language: wishes.shape.language.catch(language).parse(one("language")),
  };
}
