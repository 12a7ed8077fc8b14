"use client";

import { ArrowButton } from "#app/_exercise/arrow.tsx";
import { arrangedBoard, arrangementOf, type LabelledRow } from "#app/_interview/arrangement.ts";
import type { BoardRow } from "#app/_interview/room-props.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { Answer } from "#lib/quiz/draw.ts";
import { FLAGS } from "#lib/quiz/flags.ts";

interface Props {
  rows: readonly BoardRow[];
  /** What its controls are called by: this board's own. */
  name: string;
  answer: Answer;
  words: Messages["room"];
  onAnswer: (answer: Answer) => void;
}

/** Segments that move up and down, each with a label to choose; a label goes with its segment. */
export function WhiteBoard({ rows, name, answer, words, onAnswer }: Props) {
  const placed = arrangementOf(rows, answer);
  const give = (next: readonly LabelledRow[]) => onAnswer(arrangedBoard(next));
  const move = (from: number, by: number) => {
    const next = [...placed];
    next.splice(from + by, 0, ...next.splice(from, 1));
    give(next);
  };
  const label = (at: number, flags: string) => give(placed.map((row, i) => (i === at ? { ...row, flags } : row)));
  return (
    <ol aria-label={words.segments} className="mt-6 divide-y divide-line border-y border-line">
      {placed.map((row, i) => (
        <li key={row.flight} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
          <span className="w-5 shrink-0 text-quiet">{i + 1}</span>
          <span className="min-w-0 flex-1 basis-44">
            <span className="me-2 inline-block">{row.way}</span>
            <span className="font-mono text-xs text-quiet">{row.numbers}</span>
          </span>
          <span className="ms-auto flex flex-wrap items-center gap-1">
            <Select
              size="code"
              aria-label={row.flagsOf}
              name={`${name} ${row.flight}`}
              value={row.flags}
              options={[["", words.choose], ...FLAGS.map((flags) => [flags, flags] as const)]}
              onChoose={(flags) => label(i, flags)}
            />
            <ArrowButton label={row.up} sign="↑" disabled={i === 0} onPress={() => move(i, -1)} />
            <ArrowButton label={row.down} sign="↓" disabled={i === placed.length - 1} onPress={() => move(i, 1)} />
          </span>
        </li>
      ))}
    </ol>
  );
}
