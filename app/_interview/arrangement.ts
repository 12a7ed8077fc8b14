import type { Answer } from "#lib/quiz/draw.ts";
import type { BoardRow } from "./room-props.tsx";

/** A segment as it lies on the whiteboard, with the label that it was given; "": none. */
export type LabelledRow = BoardRow & { readonly flags: string };

/** The segments as they were put so far; in the order in which they came, as long as nothing was. */
export function arrangementOf(rows: readonly BoardRow[], answer: Answer): LabelledRow[] {
  return rows.map((row, i) => {
    const there = rows.find(({ flight }) => flight === answer[String(i + 1)]) ?? row;
    return { ...there, flags: answer[`${i + 1}.flags`] ?? "" };
  });
}

/** As it is graded: by place, the segment and its label. */
export function arrangedBoard(rows: readonly LabelledRow[]): Answer {
  return Object.fromEntries(
    rows.flatMap(({ flight, flags }, i) => [
      [String(i + 1), flight],
      [`${i + 1}.flags`, flags],
    ]),
  );
}

/** What stands on the board before anybody touched it. */
export function untouched(rows: readonly BoardRow[]): Answer {
  return arrangedBoard(rows.map((row) => ({ ...row, flags: "" })));
}
