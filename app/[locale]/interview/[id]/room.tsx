"use client";

import { useImperativeHandle } from "react";
import type { RoomProps } from "#app/_interview/room-props.tsx";
import { Alert } from "#app/_ui/alert.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { PageHeading, SmallHeading } from "#app/_ui/heading.tsx";
import { useCommands } from "#app/_ui/keys/commands.ts";
import { usePuts } from "#app/_ui/puts.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { AnswerBox } from "./answer-box.tsx";
import { clockFace, isAnswering } from "./at-hand.ts";
import { ClockBar } from "./clock-bar.tsx";
import { roomCommands } from "./commands.ts";
import { Controls, Paused } from "./controls.tsx";
import { Moves, ReadAloud } from "./moves.tsx";
import { isBusyTurn } from "./turn.ts";
import { type TurnInUse, useTurn } from "./use-turn.ts";
import { useDictation, useReading } from "./voice.ts";

interface Props extends RoomProps {
  words: Messages["room"];
}

/** An interview for one: what is asked, the clock, and the answer. */
export function InterviewRoom(props: Props) {
  const { words, asked, interviewId } = props;
  const put = usePuts(words.unsaved);
  const turn = useTurn(asked, interviewId, put);
  useFresh();
  if (asked.phase === "paused") return <Paused {...turn} words={words} />;
  return <Stage key={asked.turn} {...props} {...turn} />;
}

/** One thing that is asked, from the question to the end of the answer. */
function Stage({ state, happen, places, ...props }: Props & TurnInUse) {
  const { words, kind, said, board, language } = props;
  const { turn, rules } = props.asked;
  const reading = useReading(language, said);
  const dictation = useDictation(language, (phrase) => happen({ kind: "dictated", turn, phrase }));
  useImperativeHandle(places.voice, () => ({ read: reading.read, finish: dictation.finish }));
  const commands = roomCommands(state, board !== null, words, happen);
  useCommands(commands);
  return (
    <article aria-busy={isBusyTurn(state)} className="mx-auto max-w-2xl">
      <ClockBar {...clockFace(state.hand)} words={words} number={props.number} away={props.away} />
      {kind !== "question" && (
        <SmallHeading as="p" className="mt-6">
          {kind === "board" ? words.board : words.followUp}
        </SmallHeading>
      )}
      <PageHeading ref={places.heading} tabIndex={-1} isSentence className={kind === "question" ? "mt-6" : "mt-2"}>
        {said}
      </PageHeading>
      <AnswerBox hand={state.hand} board={board} field={places.answer} {...{ words, happen }} />
      <Alert isBoxed className="mt-4">
        {state.problem}
      </Alert>
      <Moves commands={commands} isBegun={isAnswering(state.hand)} dictation={board ? null : dictation} words={words} />
      <ReadAloud reading={reading} words={words} />
      <p className="mt-5 hidden text-sm text-quiet sm:block">{rules.mayPause ? words.keys : words.keysStrict}</p>
      <Controls {...{ state, places, commands, words }} />
    </article>
  );
}
