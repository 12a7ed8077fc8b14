import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { ExerciseKind } from "#lib/quiz/exercise.ts";

type PartWords = Messages["missed"]["parts"];

/** What a part of an exercise is called, by the name it has in the log (`Drawn.right` in lib/quiz). */
export function partName(kind: string, part: string, m: Messages): string {
  const named: ((part: string, words: PartWords) => string) | undefined = NAMES[kind as ExerciseKind];
  // An exercise of a version to come.
  return named?.(part, m.missed.parts) ?? part;
}

const NAMES: Readonly<Record<ExerciseKind, (part: string, words: PartWords) => string>> = {
  choice: (id, words) => say(words.option, { id }),
  order: (place, words) => say(words.place, { n: Number(place) }),
  fill: cellName,
  predict: (part, words) => words.reaction[part as keyof PartWords["reaction"]] ?? part,
  spot: (_, words) => words.fault,
};

function cellName(part: string, words: PartWords): string {
  const [row, field, host] = part.split(".");
  const told = field === "state" ? words.state[host === "client" ? "client" : "server"] : (field ?? "");
  return say(words.cell, { row: Number(row) + 1, field: told });
}
