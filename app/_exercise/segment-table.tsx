import { tellHost } from "#app/_simulation/telling.ts";
import { BlankNumber } from "#app/_ui/form/blank-number.tsx";
import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { Verdict } from "#app/_ui/mark.tsx";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import { say } from "#lib/i18n/say.ts";
import type { ExerciseWords } from "#lib/i18n/words/exercise.ts";
import type { Row } from "#lib/quiz/draw.ts";
import { BLANK_FIELDS } from "#lib/quiz/exercise.ts";
import { FLAGS } from "#lib/quiz/flags.ts";
import { gradeAnswer } from "#lib/quiz/grade.ts";
import { STATES } from "#lib/tcp/state.ts";
import type { PartProps } from "./exercise.tsx";

/** The segments of a film as a table, with blanks to fill in, or with one row that is wrong. */
export function SegmentTable(props: PartProps<"fill" | "spot">) {
  const { drawn, words } = props;
  return (
    <ScrollBox>
      <table className="w-full text-start text-sm">
        <thead className="text-quiet">
          <tr>
            <th scope="col" className={`${CELL} text-start font-normal`}>
              {words.columns.way}
            </th>
            {BLANK_FIELDS.map((field) => (
              <th key={field} scope="col" className={`${CELL} text-start font-mono text-xs font-normal`}>
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.rows.map((row, i) => (
            <SegmentRow key={row.flight} {...props} row={row} n={i + 1} />
          ))}
        </tbody>
      </table>
      {drawn.rows.some(({ states }) => states.length > 0) && <StateBlanks {...props} />}
    </ScrollBox>
  );
}

const CELL = "border-b border-line py-1.5 pe-3 align-top";

/** One segment; where the wrong one is looked for, it can be chosen. */
function SegmentRow({ row, n, ...props }: PartProps<"fill" | "spot"> & { row: Row; n: number }) {
  const { drawn, answer, revealed, words, name, onAnswer } = props;
  const flight = String(row.flight);
  const spots = drawn.kind === "spot";
  const isWrongRow = spots && revealed && drawn.right.row === flight;
  const way = <Way row={row} n={n} words={words} tell={(host) => tellHost(host, words.player)} />;
  return (
    <tr className={isWrongRow ? "bg-alarm-soft" : ""}>
      <th scope="row" className={`${CELL} text-start font-normal whitespace-nowrap`}>
        {spots ? (
          <CheckLine
            type="radio"
            name={name}
            disabled={revealed}
            checked={answer.row === flight}
            onChange={() => onAnswer({ row: flight })}
          >
            {way}
          </CheckLine>
        ) : (
          way
        )}
      </th>
      {BLANK_FIELDS.map((field) => (
        <td key={field} className={`${CELL} font-mono text-xs`}>
          {row[field] ?? (
            <Blank
              {...props}
              part={`${flight}.${field}`}
              label={`${say(words.row, { n })}: ${field}`}
              choices={field === "flags" ? FLAGS : null}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

/** The states that are asked for, below the table. */
function StateBlanks(props: PartProps<"fill" | "spot">) {
  const { drawn, words } = props;
  const asked = drawn.rows.flatMap((row, i) => row.states.map((host) => ({ flight: row.flight, host, n: i + 1 })));
  return (
    <ul className="mt-3 space-y-2 text-sm">
      {asked.map(({ flight, host, n }) => {
        const label = `${say(words.row, { n })}: ${say(words.columns.state, { host: tellHost(host, words.player) })}`;
        return (
          <li key={`${flight} ${host}`} className="flex flex-wrap items-center gap-x-2">
            <span className="text-quiet">{label}</span>
            <Blank {...props} part={`${flight}.state.${host}`} label={label} choices={STATES} />
          </li>
        );
      })}
    </ul>
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

interface BlankProps extends PartProps<"fill" | "spot"> {
  part: string;
  label: string;
  /** null: a number is typed. */
  choices: readonly string[] | null;
}

/** A part to be filled in; once it is graded, what was given and what is right. */
function Blank({ part, label, choices, drawn, answer, revealed, words, name, onAnswer }: BlankProps) {
  const given = answer[part] ?? "";
  const result = revealed && gradeAnswer(drawn, answer).find((graded) => graded.part === part);
  if (result) {
    return (
      <span className="whitespace-nowrap">
        <Verdict ok={result.ok} words={words.player.ask} />{" "}
        {!result.ok && given !== "" && <s className="me-1 text-quiet">{given}</s>}
        <span className="font-mono text-xs font-semibold">{result.right}</span>
      </span>
    );
  }
  const control = { size: "code", "aria-label": label, name: `${name} ${part}`, value: given } as const;
  const answerWith = (value: string) => onAnswer({ ...answer, [part]: value });
  return choices === null ? (
    <BlankNumber {...control} leftOut={words.failed.leftOut} onType={answerWith} className="w-24" />
  ) : (
    <Select
      {...control}
      options={[["", words.player.ask.blank], ...choices.map((choice) => [choice, choice] as const)]}
      onChoose={answerWith}
    />
  );
}
