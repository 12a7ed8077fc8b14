"use client";

import { useEffect, useRef, useState } from "react";
import { useKeys } from "#app/_ui/keys.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";
import type { RoomWords } from "../words.ts";
import { ClockBar } from "./clock-bar.tsx";
import { Controls, Paused, SMALL } from "./controls.tsx";
import { MAIN, Problem, useAnswering } from "./room.tsx";
import type { PairProps, RoomProps } from "./room-props.tsx";
import { type Interview, useInterview, useKeeping, useOnce } from "./use-interview.ts";

interface Props extends RoomProps, PairProps {
  words: RoomWords;
}

/** An interview for two: the screen is the interviewer's, the candidate answers aloud. */
export function PairDesk(props: Props) {
  const { words, turn, phase, question } = props;
  const interview = useInterview(props, words.unsaved);
  const [ticked, setTicked] = useState<Readonly<Record<number, readonly string[]>>>({});
  if (phase === "paused") {
    return (
      <div className="mx-auto max-w-2xl">
        <Paused interview={interview} words={words} />
        <Problem interview={interview} />
      </div>
    );
  }
  return (
    <Asking
      key={turn}
      {...props}
      ticked={ticked[question] ?? props.ticked}
      onTick={(next) => setTicked((all) => ({ ...all, [question]: next }))}
      interview={interview}
    />
  );
}

function Asking({
  interview,
  onTick,
  ...props
}: Props & { interview: Interview; onTick: (ticked: readonly string[]) => void }) {
  const { words, turn, said, kind, ticked, elapsedMs, limitMs, interviewId, question } = props;
  const { pair } = words;
  const { tell, keep, put, setProblem, busy, refresh } = interview;
  const [text, setText] = useState(props.draft.text);
  const { ending } = useKeeping(interview, { text, board: null });
  const { passedMs, isAnswering, thinkMs, answerMs, begin } = useAnswering(props, interview);
  const leftMs = limitMs - elapsedMs - passedMs;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (turn > 0) heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [turn]);
  const isUp = leftMs <= 0;
  useOnce(isUp && props.endsAtZero, () => {
    // The last words go first, then the page shows that it is over.
    void keep({ text, board: null }).then((isHeard) => isHeard && refresh());
  });

  const goOn = async (index: number | null) => {
    if (busy) return;
    const probe = index === null ? null : ({ kind: "follow-up", index } as const);
    await ending(() => tell("answered", { text, probe }));
  };
  const tick = async (id: string, isTicked: boolean) => {
    const next = isTicked ? [...ticked, id] : ticked.filter((other) => other !== id);
    onTick(next);
    const answer = await put(`/api/interviews/${interviewId}/ticks`, { question, ticked: next });
    if (!answer.ok) setProblem(answer.problem.message);
  };
  useKeys(["Space"], begin);
  useKeys(["KeyN"], () => void goOn(null));
  useKeys(["KeyP"], () => props.mayPause && !busy && void tell("paused"));

  return (
    <article aria-busy={busy} className="mx-auto max-w-4xl">
      <ClockBar {...{ leftMs, thinkMs, answerMs, isAnswering, words }} number={props.number} />
      {props.away && <p className="mt-3 text-sm text-quiet">{props.away}</p>}
      <p role="status" className="mt-3 text-alarm empty:hidden">
        {isUp && props.warnsAtZero ? words.timeUp : ""}
      </p>
      <p className="mt-6 text-sm font-semibold text-quiet">{kind === "question" ? pair.ask : words.followUp}</p>
      <h1 ref={heading} tabIndex={-1} className="mt-2 text-2xl font-semibold tracking-tight sm:text-3xl">
        {said}
      </h1>
      <div className="mt-5 flex flex-wrap gap-3">
        {!isAnswering && (
          <button type="button" onClick={begin} aria-keyshortcuts="Space" className={MAIN}>
            {pair.begins}
          </button>
        )}
        <button
          type="button"
          onClick={() => void goOn(null)}
          aria-keyshortcuts="n"
          className={isAnswering ? MAIN : SMALL}
        >
          {props.isLast ? pair.last : pair.next}
        </button>
        <button type="button" onClick={() => !busy && void ending(() => tell("skipped"))} className={SMALL}>
          {words.skip}
        </button>
      </div>
      <Problem interview={interview} />
      <div className="mt-8 grid gap-8 md:grid-cols-2">
        <div className="grid min-w-0 content-start gap-8">
          <fieldset className="min-w-0">
            <legend className="mb-2 text-sm font-semibold text-quiet">{pair.listen}</legend>
            <ul className="space-y-1">
              {props.keyPoints.map(({ id, text: point }) => (
                <li key={id}>
                  <label className="flex cursor-pointer items-start gap-3 rounded px-2 py-1.5 -mx-2 hover:bg-sunk">
                    <input
                      type="checkbox"
                      checked={ticked.includes(id)}
                      onChange={(event) => void tick(id, event.target.checked)}
                      className="mt-1.5 size-4 shrink-0 accent-client"
                    />
                    {point}
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <section className="min-w-0">
            <h2 className="mb-2 text-sm font-semibold text-quiet">{pair.model}</h2>
            {props.model}
          </section>
          {props.drawn && (
            <section className="min-w-0">
              <h2 className="mb-2 text-sm font-semibold text-quiet">{pair.board}</h2>
              <ol className="list-decimal space-y-1 ps-5 text-sm marker:text-quiet">
                {props.drawn.map(({ flight, way, flags, numbers }) => (
                  <li key={flight}>
                    {way} <span className="font-mono text-xs">{`${flags} ${numbers}`}</span>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
        <section className="min-w-0">
          <h2 className="mb-2 text-sm font-semibold text-quiet">{pair.followUps}</h2>
          <ul className="space-y-3">
            {props.followUps.map(({ index, question: asked, when, answer, wasAsked }) => (
              <li key={index} className={wasAsked ? "text-quiet" : ""}>
                <button
                  type="button"
                  aria-disabled={wasAsked}
                  onClick={() => !wasAsked && void goOn(index)}
                  className="text-start underline underline-offset-4 aria-disabled:no-underline"
                >
                  {asked}
                </button>
                <p className="text-sm text-quiet">{when}</p>
                <details className="mt-1 text-sm">
                  <summary className="cursor-pointer text-quiet">{pair.model}</summary>
                  <div className="mt-1">{answer}</div>
                </details>
              </li>
            ))}
          </ul>
          <h2 className="mt-6 mb-2 text-sm font-semibold text-quiet">{pair.mistakes}</h2>
          <ul className="list-disc space-y-1 ps-5 text-sm marker:text-quiet">
            {props.mistakes.map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        </section>
      </div>
      <div className="mt-8">
        <label htmlFor="notes" className="text-sm text-quiet">
          {pair.notes}
        </label>
        <textarea
          id="notes"
          value={text}
          maxLength={NOTES_MAX}
          rows={3}
          onChange={(event) => setText(event.target.value)}
          className="mt-1 block w-full rounded-lg border border-line bg-raised px-4 py-3"
        />
      </div>
      <p className="mt-5 hidden text-sm text-quiet sm:block">{props.mayPause ? pair.keys : pair.keysStrict}</p>
      <Controls
        interview={interview}
        mayPause={props.mayPause}
        words={words}
        onEnd={() =>
          ending(async () => {
            await keep({ text, board: null });
            return tell("ended");
          })
        }
      />
    </article>
  );
}
