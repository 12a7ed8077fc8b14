import { readFile } from "node:fs/promises";
import path from "node:path";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { lineNumberOf } from "#lib/content/locate.ts";
import { CONTENT_DIR } from "#lib/content/read.ts";
import { type Content, type Problem, VERDICTS } from "#lib/content/schema.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { EXERCISE_KINDS, isDrawn } from "#lib/quiz/exercise.ts";

/** A problem as an editor understands it: content/FILE:LINE: what is wrong. */
export async function tellProblem({ path: where, line, at, message }: Problem): Promise<string> {
  const source = await readFile(path.join(CONTENT_DIR, where), "utf8").catch(() => null);
  const found = line ?? (source !== null && at ? lineNumberOf(source, at) : null);
  return `content/${where}${found === null ? "" : `:${found}`}: ${message}`;
}

/** How much there is: by topic, kind of question, level, language and verdict. */
export function summaryOf({ cards, claims, exhibits, topics }: Content): string[] {
  const drawn = cards.filter(({ spec }) => spec.exercise && isDrawn(spec.exercise)).length;
  const kinds = ["recall", ...Object.keys(EXERCISE_KINDS)];
  const kindOf = (card: Content["cards"][number]) => card.spec.exercise?.kind ?? "recall";
  return [
    `${cards.length} cards, ${claims.length} claims, ${exhibits.length} scenarios: no problem`,
    counts(
      "topic",
      topics.map(({ id }) => id),
      (id) => cards.filter((card) => card.topicId === id).length,
    ),
    counts("kind", kinds, (kind) => cards.filter((card) => kindOf(card) === kind).length),
    `  drawn: ${drawn} of ${cards.length} (${Math.round((100 * drawn) / cards.length)} %)`,
    counts("level", CARD_LEVELS, (level) => cards.filter((card) => card.spec.level === level).length),
    counts("language", LANGUAGES, (language) => cards.filter((card) => card.texts[language]).length),
    counts("verdict", VERDICTS, (verdict) => claims.filter(({ spec }) => spec.verdict === verdict).length),
  ];
}

function counts<Name extends string>(of: string, names: readonly Name[], count: (name: Name) => number): string {
  return `  ${of}: ${names.map((name) => `${name} ${count(name)}`).join(", ")}`;
}
