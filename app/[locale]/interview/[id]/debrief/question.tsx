import type { Route } from "next";
import Link from "next/link";
import { TickList } from "#app/_card/tick-list.tsx";
import { OnDemand } from "#app/_simulation/on-demand.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import { isFailed } from "#lib/interview/score.ts";
import type { DeskWords, Exchange, QuestionProps } from "./props.tsx";

interface Props extends QuestionProps {
  number: number;
  language: Language;
  isKept: boolean;
  /** Somebody else noted what was said. */
  isPair: boolean;
  words: DeskWords;
  onTick: (ticked: readonly string[]) => void;
}

/** One question: the own answer beside a good one, the key points to tick, what was asked further, and the simulation. */
export function Question(props: Props) {
  const { number, title, times, words, points, ticked, isKept, onTick, wasSkipped, keyPoints } = props;
  const heard = points.filter(({ isHeard }) => isHeard).map(({ id }) => id);
  const canAccept = !isKept && !wasSkipped && heard.some((id) => !ticked.includes(id));
  const inOrder = (chosen: readonly string[]) => points.map(({ id }) => id).filter((id) => chosen.includes(id));
  return (
    <article aria-labelledby={`question-${number}`}>
      <h2 id={`question-${number}`} className="text-xl font-semibold">
        {`${number}. ${title}`}
      </h2>
      <p className="mt-1 text-sm text-quiet">
        {times}
        {isFailed({ said: ticked.length, keyPoints, wasSkipped }) && (
          <span className="ms-2 rounded bg-alarm-soft px-1.5 py-0.5 text-alarm">{words.failed}</span>
        )}
      </p>
      <Compared exchange={props.main} words={words} isPair={props.isPair} />
      <fieldset className="mt-6 min-w-0" disabled={isKept || wasSkipped}>
        <legend className="mb-1 text-sm font-semibold text-quiet">
          {words.keyPoints} <span>{`${ticked.length}/${points.length}`}</span>
        </legend>
        <div className="max-w-2xl">
          <TickList
            points={points.map(({ id, text, isHeard }) => ({
              id,
              text,
              ...(isHeard && !isKept && { note: words.heard }),
            }))}
            ticked={ticked}
            onChange={onTick}
          />
        </div>
        {canAccept && (
          <Button
            type="button"
            onClick={({ currentTarget }) => {
              // With nothing left to accept the button goes away.
              currentTarget.closest("fieldset")?.querySelector("input")?.focus({ preventScroll: true });
              onTick(inOrder([...ticked, ...heard]));
            }}
            className="mt-2 rounded-lg border border-line px-3 py-1.5 text-sm hover:bg-sunk print:hidden"
          >
            {words.acceptHeard}
          </Button>
        )}
      </fieldset>
      {props.probes.map((probe) => (
        <section key={probe.asked} className="mt-6">
          <h3 className="font-semibold">
            <span className="text-sm text-quiet">{words.followUp}: </span>
            {probe.asked}
          </h3>
          <Compared exchange={probe} words={words} isPair={props.isPair} />
        </section>
      ))}
      {props.board && (
        <section className="mt-6">
          <h3 className="mb-2 font-semibold">{words.board}</h3>
          {props.board}
        </section>
      )}
      <div className="mt-5 flex flex-wrap items-baseline gap-x-5 print:hidden">
        <Link href={props.href as Route} className="underline underline-offset-4">
          {words.full}
        </Link>
        <div className="min-w-0 has-[section]:w-full">
          <OnDemand scenario={props.scenario} language={props.language} label={words.simulation} caption="" />
        </div>
      </div>
    </article>
  );
}

/** What was said, and beside it what would have been good. */
function Compared({ exchange, words, isPair }: { exchange: Exchange; words: DeskWords; isPair: boolean }) {
  const { own, note, model } = exchange;
  return (
    <div className="mt-3 grid items-start gap-4 md:grid-cols-2">
      <div className="min-w-0 rounded-lg bg-sunk px-4 py-3">
        <p className="text-sm font-semibold text-quiet">{isPair ? words.notes : words.yours}</p>
        {own !== "" && <p className="mt-1 whitespace-pre-wrap">{own}</p>}
        {(note !== null || own === "") && <p className="mt-1 text-quiet">{note ?? words.spoken}</p>}
      </div>
      {model && (
        <div className="min-w-0 rounded-lg border border-line px-4 py-3">
          <p className="text-sm font-semibold text-quiet">{words.model}</p>
          <div className="mt-1">{model}</div>
        </div>
      )}
    </div>
  );
}
