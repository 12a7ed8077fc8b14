import { tellHost } from "#app/_simulation/telling.ts";
import { Verdict } from "#app/_ui/mark.tsx";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { NO_ACK, type Row } from "#lib/quiz/draw.ts";
import { gradeAnswer } from "#lib/quiz/grade.ts";
import { ArrowButton } from "./arrow.tsx";
import type { PartProps } from "./exercise.tsx";

/** A list whose items move up and down. Once revealed, what belongs in a place stands beside what was put there. */
export function Order({ drawn, answer, revealed, words, onAnswer }: PartProps<"order">) {
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
        const told = tellRow(row, words.player);
        const part = graded.get(String(i + 1));
        return (
          <li key={row.flight} className="flex flex-wrap items-center gap-3 py-1.5 text-sm">
            <span className="w-5 shrink-0 text-quiet tabular-nums">{i + 1}</span>
            <span className="min-w-0 flex-1 basis-36">
              <Line row={row} words={words.player} />
              {revealed && part !== undefined && !part.ok && (
                <span className="mt-1 block text-quiet">
                  {words.right}: {tellRow(byFlight.get(part.right) ?? row, words.player)}
                </span>
              )}
            </span>
            {revealed ? (
              <Verdict ok={part?.ok ?? false} words={words.player.ask} />
            ) : (
              <span className="flex shrink-0 gap-1">
                <ArrowButton
                  label={say(words.up, { segment: told })}
                  disabled={i === 0}
                  onPress={() => move(i, -1)}
                  sign="↑"
                />
                <ArrowButton
                  label={say(words.down, { segment: told })}
                  disabled={i === rows.length - 1}
                  onPress={() => move(i, 1)}
                  sign="↓"
                />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Line({ row, words }: { row: Row; words: PlayerWords }) {
  return (
    <>
      <span className="me-2 inline-block text-quiet">
        {tellHost(row.from, words)} → {tellHost(row.to, words)}
      </span>
      <span className="font-mono text-xs">{tellNumbers(row)}</span>
    </>
  );
}

function tellRow(row: Row, words: PlayerWords): string {
  return `${tellHost(row.from, words)} ${tellNumbers(row)}`;
}

function tellNumbers({ flags, seq, ack, len }: Row): string {
  const parts = [flags, `seq=${seq}`, ack === NO_ACK ? "" : `ack=${ack}`, len === "0" ? "" : `len=${len}`];
  return parts.filter(Boolean).join(" ");
}
