import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";

/** What a part of an exercise is called, by the name it has in the log (`Drawn.right` in lib/quiz). */
export function partName(kind: string, part: string, m: Messages): string {
  const words = m.missed.parts;
  if (kind === "order") return say(words.place, { n: Number(part) });
  if (kind === "choice") return say(words.option, { id: part });
  if (kind === "spot") return words.fault;
  if (kind === "predict") return words.reaction[part as keyof typeof words.reaction] ?? part;
  const [row, field, host] = part.split(".");
  const told = field === "state" ? words.state[host === "client" ? "client" : "server"] : (field ?? "");
  return say(words.cell, { row: Number(row) + 1, field: told });
}
