import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import { consequenceOf } from "#lib/quiz/consequence.ts";
import { grade, type Question, type Reaction, reactionAt, type Verdict } from "#lib/quiz/prediction.ts";
import type { Flag } from "#lib/tcp/segment.ts";
import { STATES, type State } from "#lib/tcp/state.ts";
import { describeSpan } from "#lib/tcp/why/span.ts";
import { explain, sourceOf } from "#lib/tcp/why/why.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import { sentIn, tellEvent, tellHost, tellSegment } from "./telling.ts";
import { WORDS, type Words } from "./words.ts";

interface Props {
  film: Film;
  question: Question;
  language: Language;
  /** The frame was answered, rightly or not: the film goes on with it. */
  onDone: (right: boolean) => void;
}

/** What the film asks before a frame. The simulator knows the answer, and shows what would come of a wrong one. */
export function Ask(props: Props) {
  return props.question.kind === "when" ? <AskWhen {...props} question={props.question} /> : <AskReaction {...props} />;
}

const CHOICES: readonly (readonly Flag[] | null)[] = [
  ["SYN"],
  ["SYN", "ACK"],
  ["ACK"],
  ["FIN", "ACK"],
  ["RST"],
  ["RST", "ACK"],
  null,
];

function AskReaction({ film, question, language, onDone }: Props) {
  const words = WORDS[language];
  const [flags, setFlags] = useState(0);
  const [answer, setAnswer] = useState<Reaction | null>(null);
  const event = film.frames[question.frame]?.event;
  const chosen = CHOICES[flags] ?? null;
  const submit = (form: FormEvent<HTMLFormElement>) => {
    form.preventDefault();
    const given = new FormData(form.currentTarget);
    const number = (name: string) => Number(given.get(name) ?? 0);
    setAnswer({
      flags: chosen,
      seq: number("seq"),
      ack: chosen?.includes("ACK") ? number("ack") : null,
      state: STATES.find((state) => state === given.get("state")) ?? "CLOSED",
    });
  };
  if (event === undefined) return null;
  if (answer !== null) {
    return <Graded film={film} question={question} answer={answer} language={language} onDone={onDone} />;
  }
  const input = "rounded border border-line bg-paper px-2 py-1";
  return (
    <form onSubmit={submit} className="grid gap-3 px-4 py-4 text-sm sm:px-5">
      <p className="text-base font-medium">{tellEvent(film, event, "relative", words)}</p>
      <p>{words.ask.reaction(tellHost(question.host, words))}</p>
      <div className="flex flex-wrap gap-3">
        <Field label={words.ask.sends}>
          <select value={flags} onChange={(e) => setFlags(Number(e.target.value))} className={input}>
            {CHOICES.map((choice, i) => (
              <option key={choice?.join() ?? "none"} value={i}>
                {choice?.join(",") ?? words.ask.nothing}
              </option>
            ))}
          </select>
        </Field>
        {chosen !== null && (
          <Field label="seq">
            <input name="seq" type="number" required defaultValue={0} className={`${input} w-24`} />
          </Field>
        )}
        {chosen?.includes("ACK") && (
          <Field label="ack">
            <input name="ack" type="number" required defaultValue={0} className={`${input} w-24`} />
          </Field>
        )}
        <Field label={words.ask.state}>
          <select name="state" className={input}>
            {STATES.map((state: State) => (
              <option key={state}>{state}</option>
            ))}
          </select>
        </Field>
      </div>
      <Submit>{words.ask.check}</Submit>
    </form>
  );
}

interface GradedProps extends Props {
  answer: Reaction;
}

function Graded({ film, question, answer, language, onDone }: GradedProps) {
  const words = WORDS[language];
  const verdict = grade(film, question, answer);
  const right = Object.values(verdict).every(Boolean);
  const truth = reactionAt(film, question);
  const { flags } = answer;
  const segmentIsWrong = !verdict.flags || !verdict.seq || !verdict.ack;
  const outcome = segmentIsWrong && flags !== null ? consequenceOf(film, question, { ...answer, flags }) : null;
  const frame = outcome?.film.frames[outcome.frame];
  return (
    <div className="grid gap-3 px-4 py-4 text-sm sm:px-5" role="status">
      <Outcome>{right ? words.ask.right : words.ask.wrong}</Outcome>
      <table className="w-full text-start">
        <thead>
          <tr className="border-b border-line text-quiet">
            <td />
            <th scope="col" className="text-start font-normal">
              {words.ask.yours}
            </th>
            <th scope="col" className="text-start font-normal">
              {words.ask.truth}
            </th>
          </tr>
        </thead>
        <tbody>
          {partsOf(answer, truth, verdict, words).map(([name, yours, real, ok]) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-1 pe-3 text-start font-normal text-quiet">
                {name}
              </th>
              <td className={`py-1 font-mono text-xs ${ok ? "" : "text-alarm"}`}>
                {ok ? "✓" : "✗"} {yours}
              </td>
              <td className="py-1 font-mono text-xs">{real}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome !== null && frame !== undefined && (
        <div className="rounded-lg bg-alarm-soft px-3 py-2">
          <p className="font-medium">{words.ask.consequence}</p>
          <p>{tellEvent(outcome.film, frame.event, "relative", words)}</p>
          {frame.why.map((why) => (
            <p key={why.key}>
              {explain(why, language)} <span className="text-quiet">{sourceOf(why)}</span>
            </p>
          ))}
          {sentIn(outcome.film, frame).map((flight) => (
            <p key={flight.id}>→ {words.sends(tellSegment(flight, "relative"))}</p>
          ))}
        </div>
      )}
      <Go words={words} onPress={() => onDone(right)} />
    </div>
  );
}

function partsOf(
  answer: Reaction,
  truth: Reaction,
  verdict: Verdict,
  words: Words,
): [string, string, string, boolean][] {
  const flags = (reaction: Reaction) => reaction.flags?.join(",") ?? words.ask.nothing;
  const numbers: [string, string, string, boolean][] =
    answer.flags === null && truth.flags === null
      ? []
      : [
          ["seq", String(answer.seq), truth.flags === null ? "–" : String(truth.seq), verdict.seq],
          ["ack", String(answer.ack ?? "–"), String(truth.ack ?? "–"), verdict.ack],
        ];
  return [
    [words.ask.sends, flags(answer), flags(truth), verdict.flags],
    ...numbers,
    [words.ask.state, answer.state, truth.state, verdict.state],
  ];
}

function AskWhen({ film, question, language, onDone }: Props & { question: Extract<Question, { kind: "when" }> }) {
  const words = WORDS[language];
  const [chosen, setChosen] = useState<number | null>(null);
  const waited = (film.frames[question.frame]?.atUs ?? 0) - question.sinceUs;
  const span = (us: number) => describeSpan(us, language);
  return (
    <div className="grid gap-3 px-4 py-4 text-sm sm:px-5">
      <p className="text-base font-medium">{words.ask.when(tellHost(question.host, words))}</p>
      {chosen === null ? (
        <div className="flex flex-wrap gap-2">
          {question.choicesUs.map((us) => (
            <Button
              key={us}
              type="button"
              onClick={() => setChosen(us)}
              className="rounded-lg border border-line px-4 py-2 hover:bg-sunk"
            >
              {span(us)}
            </Button>
          ))}
        </div>
      ) : (
        <div role="status" className="grid gap-3">
          <Outcome>{chosen === waited ? words.ask.right : words.ask.wrong}</Outcome>
          <p>
            {words.ask.yours}: {span(chosen)} · {words.ask.truth}: {span(waited)}
          </p>
          <Go words={words} onPress={() => onDone(chosen === waited)} />
        </div>
      )}
    </div>
  );
}

/** Right or wrong. What was pressed to learn it is gone, so that the focus comes here. */
function Outcome({ children }: { children: string }) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={sentence} tabIndex={-1} className="text-base font-medium">
      {children}
    </p>
  );
}

function Go({ words, onPress }: { words: Words; onPress: () => void }) {
  return (
    <Button
      type="button"
      onClick={onPress}
      className="justify-self-start rounded-lg border border-ink bg-action px-4 py-1.5 text-on-action"
    >
      {words.ask.goOn}
    </Button>
  );
}

function Submit({ children }: { children: ReactNode }) {
  return (
    <Button
      type="submit"
      className="justify-self-start rounded-lg border border-ink bg-action px-4 py-1.5 text-on-action"
    >
      {children}
    </Button>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid gap-0.5">
      <span className="text-xs text-quiet">{label}</span>
      {children}
    </label>
  );
}
