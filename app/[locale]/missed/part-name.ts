import type { Messages } from "#lib/i18n/messages.ts";

/** What a part of an exercise is called, by the name it has in the log (`Drawn.right` in lib/quiz). */
export function partName(kind: string, part: string, m: Messages): string {
  const words = m.missed.parts;
  if (kind === "order") return words.place(Number(part));
  if (kind === "choice") return words.option(part);
  if (kind === "spot") return words.fault;
  if (kind === "predict") return words.reaction[part as keyof typeof words.reaction] ?? part;
  const [row, field, host] = part.split(".");
  return words.cell(Number(row) + 1, field === "state" ? words.state(host ?? "") : (field ?? ""));
}
