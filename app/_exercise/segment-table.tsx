import { tellHost } from "#app/_simulation/telling.ts";
import { LimitedInput } from "#app/_ui/limited.tsx";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import { say } from "#lib/i18n/say.ts";
import type { ExerciseWords } from "#lib/i18n/words/exercise.ts";
import type { Answer, Row } from "#lib/quiz/draw.ts";
import { BLANK_FIELDS } from "#lib/quiz/exercise.ts";
import { type Graded, gradeAnswer } from "#lib/quiz/grade.ts";
import { STATES } from "#lib/tcp/state.ts";
import type { PartProps } from "./exercise.tsx";
import { FLAGS } from "./flags.ts";
import { Verdict } from "./mark.tsx";

/** The segments of a film as a table, with blanks to fill in, or with one row that is wrong. */
export function SegmentTable({ drawn, answer, revealed, words, name, onAnswer }: PartProps<"fill" | "spot">) {
  const hosts = words.player;
  const graded = new Map(gradeAnswer(drawn, answer).map((part) => [part.part, part]));
  const asksStates = drawn.rows.some(({ states }) => states.length > 0);
  const spots = drawn.kind === "spot";
  const cell = "border-b border-line py-1.5 pe-3 align-top";
  return (
    <ScrollBox>
      <table className="w-full text-start text-sm">
        <thead className="text-quiet">
          <tr>
            <th scope="col" className={`${cell} text-start font-normal`}>
              {words.columns.way}
            </th>
            {BLANK_FIELDS.map((field) => (
              <th key={field} scope="col" className={`${cell} text-start font-mono text-xs font-normal`}>
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.rows.map((row, i) => {
            const isWrongRow = spots && revealed && drawn.right.row === String(row.flight);
            return (
              <tr key={row.flight} className={isWrongRow ? "bg-alarm-soft" : ""}>
                <th scope="row" className={`${cell} text-start font-normal whitespace-nowrap`}>
                  {spots ? (
                    <label className="flex cursor-pointer items-center gap-2">
                      <input
                        type="radio"
                        name={name}
                        disabled={revealed}
                        checked={answer.row === String(row.flight)}
                        onChange={() => onAnswer({ row: String(row.flight) })}
                        className="size-4 accent-client"
                      />
                      <Way row={row} n={i + 1} words={words} tell={(host) => tellHost(host, hosts)} />
                    </label>
                  ) : (
                    <Way row={row} n={i + 1} words={words} tell={(host) => tellHost(host, hosts)} />
                  )}
                </th>
                {BLANK_FIELDS.map((field) => (
                  <td key={field} className={`${cell} font-mono text-xs`}>
                    {row[field] ?? (
                      <Blank
                        part={`${row.flight}.${field}`}
                        label={`${say(words.row, { n: i + 1 })}: ${field}`}
                        choices={field === "flags" ? FLAGS : null}
                        {...{ name, answer, revealed, graded, words, onAnswer }}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {asksStates && (
        <ul className="mt-3 space-y-2 text-sm">
          {drawn.rows.flatMap((row, i) =>
            row.states.map((host) => (
              <li key={`${row.flight} ${host}`} className="flex flex-wrap items-center gap-x-2">
                <span className="text-quiet">
                  {say(words.row, { n: i + 1 })}: {say(words.columns.state, { host: tellHost(host, hosts) })}
                </span>
                <Blank
                  part={`${row.flight}.state.${host}`}
                  label={`${say(words.row, { n: i + 1 })}: ${say(words.columns.state, { host: tellHost(host, hosts) })}`}
                  choices={STATES}
                  {...{ name, answer, revealed, graded, words, onAnswer }}
                />
              </li>
            )),
          )}
        </ul>
      )}
    </ScrollBox>
  );
}

function Way(props: { row: Row; n: number; words: ExerciseWords; tell: (host: string) => string }) {
  const { row, n, words, tell } = props;
  return (
    <span>
      <span className="text-quiet tabular-nums">{n}. </span>
      {tell(row.from)} → {tell(row.to)}
      {row.isLost && <span className="text-alarm"> ✕ {words.lost}</span>}
    </span>
  );
}

interface BlankProps {
  part: string;
  name: string;
  label: string;
  /** null: a number is typed. */
  choices: readonly string[] | null;
  answer: Answer;
  revealed: boolean;
  graded: ReadonlyMap<string, Graded>;
  words: ExerciseWords;
  onAnswer: (answer: Answer) => void;
}

function Blank({ part, name, label, choices, answer, revealed, graded, words, onAnswer }: BlankProps) {
  const given = answer[part] ?? "";
  const result = graded.get(part);
  if (revealed && result !== undefined) {
    return (
      <span className="whitespace-nowrap">
        <Verdict ok={result.ok} words={words.player.ask} />{" "}
        {!result.ok && given !== "" && <s className="me-1 text-quiet">{given}</s>}
        <span className="font-mono text-xs font-semibold">{result.right}</span>
      </span>
    );
  }
  const look = "rounded border border-line bg-paper px-1.5 py-1 font-mono text-xs";
  const answerWith = (value: string) => onAnswer({ ...answer, [part]: value });
  return choices === null ? (
    <LimitedInput
      leftOut={words.failed.leftOut}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={14}
      aria-label={label}
      name={`${name} ${part}`}
      value={given}
      onChange={(event) => answerWith(event.target.value)}
      className={`${look} w-24`}
    />
  ) : (
    <select
      aria-label={label}
      name={`${name} ${part}`}
      value={given}
      onChange={(event) => answerWith(event.target.value)}
      className={look}
    >
      <option value="">{words.player.ask.blank}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}
