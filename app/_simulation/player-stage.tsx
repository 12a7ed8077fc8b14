// With every step all of this is drawn anew: what the React Compiler would remember of it only weighs.
"use no memo";

import { lazy, Suspense, useMemo } from "react";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import { Diagram } from "./diagram/diagram.tsx";
import { layOutFilm } from "./diagram/layout.ts";
import { Now } from "./now.tsx";
import { Panels } from "./panels.tsx";
import { lastOf, momentOf, type Playback, type PlaybackInput, toldMomentOf } from "./playback.ts";
import { type NumberStyle, writeSegment } from "./telling.ts";

// Loaded when somebody wants to be asked.
const AskMe = lazy(async () => ({ default: (await import("./ask.tsx")).AskMe }));

interface Props {
  playback: Playback;
  words: PlayerWords;
  /** The first frame in which the films differ; null: they are the same. */
  difference: number | null;
  /** What the films are called where they are no changes of the learner. */
  names: { told: string | undefined; changed: string } | undefined;
  onInput: (input: PlaybackInput) => void;
}

/** The film at its moment: drawn on the left, told and asked on the right, where the other film may stand above it. */
export function PlayerStage({ playback, words, difference, names, onInput }: Props) {
  const { film, told, numbers, comparing, asking } = playback;
  const { compare } = words;
  const moment = momentOf(playback);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] md:grid-cols-2">
      <ScrollBox className="px-2 py-4 sm:px-5 md:sticky md:top-16 md:max-h-[calc(100dvh-5rem)] md:self-start md:overflow-y-auto">
        {comparing && <Title>{names?.changed ?? compare.changed}</Title>}
        <Drawing film={film} moment={moment} numbers={numbers} words={words} marked={comparing ? difference : null} />
      </ScrollBox>
      <div className="border-t border-line md:border-t-0 md:border-l md:border-line">
        {comparing && (
          <div className="border-b border-line px-2 py-4 sm:px-5">
            <Title>{names?.told ?? compare.told}</Title>
            <Drawing film={told} moment={toldMomentOf(playback)} numbers={numbers} words={words} marked={difference} />
          </div>
        )}
        <Moment playback={playback} words={words} onInput={onInput} />
        <Panels
          film={film}
          moment={moment}
          until={asking === null ? lastOf(playback) : moment}
          numbers={numbers}
          words={words}
          onSeek={(to) => onInput({ kind: "seek", to })}
        />
      </div>
    </div>
  );
}

/** What happens at the moment, or what is asked about what comes next. */
function Moment({ playback, words, onInput }: Pick<Props, "playback" | "words" | "onInput">) {
  const { film, scenario, numbers, question } = playback;
  if (question === null) {
    return (
      <Now
        film={film}
        scenario={scenario}
        moment={momentOf(playback)}
        numbers={numbers}
        words={words}
        onChange={(change) => onInput({ kind: "change", change })}
      />
    );
  }
  return (
    <Suspense>
      <AskMe
        key={question.frame}
        film={film}
        question={question}
        words={words}
        onDone={(isRight) => onInput({ kind: "answer", isRight })}
      />
    </Suspense>
  );
}

function Title({ children }: { children: string }) {
  return <p className="pb-2 text-center text-sm text-quiet">{children}</p>;
}

interface DrawingProps {
  film: Film;
  moment: number;
  numbers: NumberStyle;
  words: PlayerWords;
  marked: number | null;
}

function Drawing({ film, moment, numbers, words, marked }: DrawingProps) {
  const layout = useMemo(
    () => layOutFilm(film, (flight) => writeSegment(flight, numbers, words)),
    [film, numbers, words],
  );
  return <Diagram film={film} layout={layout} moment={moment} words={words} marked={marked} />;
}
