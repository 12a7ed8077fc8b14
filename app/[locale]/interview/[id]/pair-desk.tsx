"use client";

import { type RefObject, useRef, useState } from "react";
import type { PairProps, RoomProps } from "#app/_interview/room-props.tsx";
import type { RoomWords } from "#app/_interview/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { press } from "#app/_ui/press.ts";
import { useKeys } from "#app/_ui/use-keys.ts";
import { ClockBar } from "./clock-bar.tsx";
import { Controls, MAIN, Paused, Problem, SMALL } from "./controls.tsx";
import { Listen, NotesBox } from "./listen.tsx";
import { Probes } from "./probes.tsx";
import { useAnnounced } from "./use-announced.ts";
import { type Interview, useInterview } from "./use-interview.ts";
import { useTurn } from "./use-turn.ts";

interface Props extends RoomProps, PairProps {
  words: RoomWords;
}

/** An interview for two: the screen is the interviewer's, the candidate answers aloud. */
export function PairDesk(props: Props) {
  const { words, turn, phase, question } = props;
  const interview = useInterview(props, words.unsaved);
  const isLater = useRef(false);
  const [ticked, setTicked] = useState<Readonly<Record<number, readonly string[]>>>({});
  useFresh();
  if (phase === "paused") return <Paused interview={interview} words={words} />;
  return (
    <Asking
      key={turn}
      {...props}
      ticked={ticked[question] ?? props.ticked}
      onTick={(next) => setTicked((all) => ({ ...all, [question]: next }))}
      interview={interview}
      isLater={isLater}
    />
  );
}

interface AskingProps extends Props {
  interview: Interview;
  isLater: RefObject<boolean>;
  onTick: (ticked: readonly string[]) => void;
}

function Asking({ interview, isLater, onTick, ...props }: AskingProps) {
  const { words, said, kind, ticked, interviewId, question, rules } = props;
  const { pair } = words;
  const { tell, put, setProblem, busy } = interview;
  const turn = useTurn(props, interview, { text: props.draft.text, board: null });
  const { draft, latest, change, begin, ending, isAnswering } = turn;
  const heading = useAnnounced(isLater);

  const goOn = (index: number | null) => {
    const probe = index === null ? null : ({ kind: "follow-up", index } as const);
    if (!busy) void ending(() => tell("answered", { text: latest().text, probe }));
  };
  const tick = async (next: readonly string[]) => {
    onTick(next);
    const answer = await put(`/api/interviews/${interviewId}/ticks`, { question, ticked: next });
    if (answer.ok) return;
    onTick(ticked);
    setProblem(answer.problem.message);
  };
  const start = () => {
    begin();
    heading.current?.focus({ preventScroll: true });
  };
  useKeys(["Space"], begin);
  useKeys(["n", "Mod+Enter"], () => goOn(null));
  // What is typed is left, and the keys are commands again.
  useKeys(["Escape"], () => heading.current?.focus({ preventScroll: true }));

  return (
    <article aria-busy={busy} className="mx-auto max-w-4xl">
      <ClockBar {...turn} words={words} number={props.number} away={props.away} />
      <p className="mt-6 text-sm font-semibold text-quiet">{kind === "question" ? pair.ask : words.followUp}</p>
      <h1 ref={heading} tabIndex={-1} className="mt-2 text-2xl font-semibold tracking-tight sm:text-3xl">
        {said}
      </h1>
      <div className="mt-5 flex flex-wrap gap-3">
        {!isAnswering && (
          <Button type="button" onClick={press(start)} aria-keyshortcuts="Space" className={MAIN}>
            {pair.begins}
          </Button>
        )}
        <Button
          type="button"
          onClick={press(() => goOn(null))}
          aria-keyshortcuts="n Control+Enter Meta+Enter"
          className={isAnswering ? MAIN : SMALL}
        >
          {props.isLast ? pair.last : pair.next}
        </Button>
        <Button type="button" onClick={press(turn.skip)} className={SMALL}>
          {words.skip}
        </Button>
      </div>
      <Problem interview={interview} />
      <div className="mt-8 grid gap-8 md:grid-cols-2">
        <Listen {...props} onTick={(next) => void tick(next)} />
        <Probes {...props} onAsk={goOn} />
      </div>
      <NotesBox
        label={pair.notes}
        language={props.language}
        name={`notes ${props.turn}`}
        notes={draft.text}
        onNotes={(text) => change(() => ({ text }))}
      />
      <p className="mt-5 hidden text-sm text-quiet sm:block">{rules.mayPause ? pair.keys : pair.keysStrict}</p>
      <Controls mayPause={rules.mayPause} words={words} onPause={turn.pause} onEnd={turn.end} />
    </article>
  );
}
