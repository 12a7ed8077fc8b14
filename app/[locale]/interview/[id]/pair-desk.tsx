"use client";

import { useCallback } from "react";
import type { PairProps, RoomProps } from "#app/_interview/room-props.tsx";
import { Alert } from "#app/_ui/alert.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { PageHeading, SmallHeading } from "#app/_ui/heading.tsx";
import { CommandButton } from "#app/_ui/keys/command-button.tsx";
import { useCommands } from "#app/_ui/keys/commands.ts";
import { usePuts } from "#app/_ui/puts.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { clockFace, draftOf, isAnswering } from "./at-hand.ts";
import { ClockBar } from "./clock-bar.tsx";
import { type PairCommands, pairCommands } from "./commands.ts";
import { Controls, Paused } from "./controls.tsx";
import { Listen, NotesBox } from "./listen.tsx";
import { ticksOn } from "./pair.ts";
import { Probes } from "./probes.tsx";
import { isBusyTurn } from "./turn.ts";
import { usePair } from "./use-pair.ts";
import { type TurnInUse, useTurn } from "./use-turn.ts";

interface Props extends RoomProps, PairProps {
  words: Messages["room"];
}

/** An interview for two: the screen is the interviewer's, the candidate answers aloud. */
export function PairDesk(props: Props) {
  const { words, asked, interviewId, question } = props;
  const put = usePuts(words.unsaved);
  const turn = useTurn(asked, interviewId, put);
  const { happen } = turn;
  const complain = useCallback((message: string) => happen({ kind: "failed", message }), [happen]);
  const [pair, tick] = usePair(interviewId, put, complain);
  useFresh();
  if (asked.phase === "paused") return <Paused {...turn} words={words} />;
  return (
    <Asking
      key={asked.turn}
      {...props}
      {...turn}
      ticked={ticksOn(pair, question, props.ticked)}
      onTick={(ticked) => tick({ kind: "ticked", question, ticked, brought: props.ticked })}
    />
  );
}

interface AskingProps extends Props, TurnInUse {
  onTick: (ticked: readonly string[]) => void;
}

/** One thing that is asked, as an interviewer needs it. */
function Asking({ state, happen, places, onTick, ...props }: AskingProps) {
  const { words, said, kind } = props;
  const { turn, rules } = props.asked;
  const { pair } = words;
  const commands = pairCommands(state, props.isLast, words, happen);
  useCommands(commands);
  return (
    <article aria-busy={isBusyTurn(state)} className="mx-auto max-w-4xl">
      <ClockBar {...clockFace(state.hand)} words={words} number={props.number} away={props.away} />
      <SmallHeading as="p" className="mt-6">
        {kind === "question" ? pair.ask : words.followUp}
      </SmallHeading>
      <PageHeading ref={places.heading} tabIndex={-1} isSentence className="mt-2">
        {said}
      </PageHeading>
      <PairMoves commands={commands} isBegun={isAnswering(state.hand)} />
      <Alert isBoxed className="mt-4">
        {state.problem}
      </Alert>
      <div className="mt-8 grid gap-8 md:grid-cols-2">
        <Listen {...props} onTick={onTick} />
        <Probes {...props} onAsk={(index) => happen({ kind: "went on", probe: { kind: "follow-up", index } })} />
      </div>
      <NotesBox
        label={pair.notes}
        leftOut={words.failed.leftOut}
        name={`notes ${turn}`}
        notes={draftOf(state.hand).text}
        onNotes={(text) => happen({ kind: "noted", text })}
      />
      <p className="mt-5 hidden text-sm text-quiet sm:block">{rules.mayPause ? pair.keys : pair.keysStrict}</p>
      <Controls {...{ state, places, commands, words }} />
    </article>
  );
}

function PairMoves({ commands, isBegun }: { commands: PairCommands; isBegun: boolean }) {
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      {!isBegun && <CommandButton command={commands.begin} {...MAIN} />}
      <CommandButton command={commands.next} {...(isBegun ? MAIN : SMALL)} />
      <CommandButton command={commands.skip} {...SMALL} />
    </div>
  );
}

const MAIN = { look: "main", size: "large" } as const;
const SMALL = { look: "quiet", size: "small" } as const;
