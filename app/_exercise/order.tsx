import { tellHost } from "#app/_simulation/telling.ts";
import { WORDS as SIMULATION } from "#app/_simulation/words.ts";
import { NO_ACK, type Row } from "#lib/quiz/draw.ts";
import { gradeAnswer } from "#lib/quiz/grade.ts";
import { Arrow } from "./arrow.tsx";
import type { PartProps } from "./exercise.tsx";
import { Verdict } from "./mark.tsx";
import { WORDS } from "./words.ts";

/** A list whose items move up and down. Once revealed, what belongs in a place stands beside what was put there. */
export function Order({ drawn, answer, revealed, language, onAnswer }: PartProps<"order">) {
  const words = WORDS[language];
  const rows = drawn.rows;
  const byFlight = new Map(rows.map((row) => [String(row.flight), row]));
  const placed = rows.map((row, i) => byFlight.get(answer[String(i + 1)] ?? "") ?? row);
  const graded = new Map(gradeAnswer(drawn, answer).map((part) => [part.part, part]));
  const move = (from: number, by: number) => {
    const next = [...placed];
    next.splice(from + by, 0, ...next.splice(from, 1));
    onAnswer(Object.fromEntries(next.map((row, i) => [String(i + 1), String(row.flight)])));
  };
  return (
    <ol className="divide-y divide-line border-y border-line">
      {placed.map((row, i) => {
        const told = tellRow(row, language);
        const part = graded.get(String(i + 1));
        return (
          <li key={row.flight} className="flex flex-wrap items-center gap-3 py-1.5 text-sm">
            <span className="w-5 shrink-0 text-quiet tabular-nums">{i + 1}</span>
            <span className="min-w-0 flex-1 basis-36">
              <Line row={row} language={language} />
              {revealed && part !== undefined && !part.ok && (
                <span className="mt-1 block text-quiet">
                  {words.right}: {tellRow(byFlight.get(part.right) ?? row, language)}
                </span>
              )}
            </span>
            {revealed ? (
              <Verdict ok={part?.ok ?? false} words={words} />
            ) : (
              <span className="flex shrink-0 gap-1">
                <Arrow label={words.up(told)} disabled={i === 0} onPress={() => move(i, -1)} sign="↑" />
                <Arrow label={words.down(told)} disabled={i === rows.length - 1} onPress={() => move(i, 1)} sign="↓" />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Line({ row, language }: { row: Row; language: PartProps<"order">["language"] }) {
  const words = SIMULATION[language];
  return (
    <>
      <span className="me-2 inline-block text-quiet">
        {tellHost(row.from, words)} → {tellHost(row.to, words)}
      </span>
      <span className="font-mono text-xs">{tellNumbers(row)}</span>
    </>
  );
}

function tellRow(row: Row, language: PartProps<"order">["language"]): string {
  return `${tellHost(row.from, SIMULATION[language])} ${tellNumbers(row)}`;
}

function tellNumbers({ flags, seq, ack, len }: Row): string {
  const parts = [flags, `seq=${seq}`, ack === NO_ACK ? "" : `ack=${ack}`, len === "0" ? "" : `len=${len}`];
  return parts.filter(Boolean).join(" ");
}
