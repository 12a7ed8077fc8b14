"use client";
// With every step all of this is drawn anew: what the React Compiler would remember of it only weighs.
"use no memo";

import { type KeyboardEvent, lazy, type ReactNode, type RefCallback, Suspense, useId, useMemo, useRef } from "react";
import { type KeyHint, useKeyHints } from "#app/_ui/keys/key-hints.ts";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Film } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { type Contrast, firstDifference } from "./change.ts";
import {
  inputOf,
  lastOf,
  momentOf,
  nextStateOf,
  type Playback,
  type PlaybackInput,
  type PlaybackPress,
} from "./playback.ts";
import { PlayerHeader } from "./player-header.tsx";
import { PlayerStage } from "./player-stage.tsx";
import { tellTime } from "./telling.ts";
import { Transport } from "./transport.tsx";
import { usePlayback } from "./use-playback.ts";

// Loaded when a film is too long to be there at once, or something was changed.
const ChangeStrip = lazy(async () => ({ default: (await import("./change-strip.tsx")).ChangeStrip }));
const LongFilm = lazy(async () => ({ default: (await import("./long-film.tsx")).LongFilm }));

interface Props {
  scenario: Scenario;
  words: PlayerWords;
  /** What to watch for. */
  caption: ReactNode;
  /** The film beside which this one makes sense; `shown`: both stand there from the beginning; `own`: what this one is called then. */
  contrast?: { label: string; scenario: Scenario; shown?: boolean; own?: string };
  /** What else can be done with the film, in a bar of its own. */
  tools?: (film: Film) => ReactNode;
  /** Its heading, for whoever sends the focus there. */
  headed?: RefCallback<HTMLElement>;
}

/** What the help on keys says of a film. */
function hintsFor(words: PlayerWords): readonly KeyHint[] {
  const does = { Space: words.toggle, "→": words.forward, "←": words.back, Home: words.toStart, End: words.toEnd };
  return Object.entries(does).map(([key, what]) => ({ keys: [key], told: say(words.inFilm, { what }) }));
}

/** The simulation of an answer. It holds a scenario and a moment; everything on it follows from these two. */
export function Player({ scenario, words, caption, contrast, tools, headed }: Props) {
  const root = useRef<HTMLElement>(null);
  const heading = useId();
  const beside = contrast ? contrastOf(contrast) : null;
  const [playback, send] = usePlayback(scenario, contrast?.shown ? beside : null, root);
  const { told, film, changes } = playback;
  const difference = useMemo(() => (film === told ? null : firstDifference(told, film)), [told, film]);
  const other = changes.find((one) => one.kind === "contrast");
  useKeyHints(hintsFor(words));
  const onKey = (event: KeyboardEvent) => {
    const input = inputOf(pressOf(event));
    if (input === null) return;
    event.preventDefault();
    send(input);
  };
  return (
    <section
      ref={root}
      data-own-keys
      aria-labelledby={heading}
      onKeyDown={onKey}
      className="@container mx-auto max-w-4xl rounded-xl border border-line bg-paper"
    >
      <PlayerHeader
        playback={playback}
        words={words}
        heading={heading}
        headed={headed}
        caption={caption}
        contrast={other === undefined ? beside : null}
        onInput={send}
      />
      {tools?.(film)}
      <Bars playback={playback} words={words} difference={difference} onInput={send} />
      <PlayerStage
        playback={playback}
        words={words}
        difference={difference}
        names={other && { told: contrast?.own, changed: other.label }}
        onInput={send}
      />
    </section>
  );
}

function contrastOf({ label, scenario }: { label: string; scenario: Scenario }): Contrast {
  return { kind: "contrast", label, scenario };
}

interface BarsProps {
  playback: Playback;
  words: PlayerWords;
  /** The first frame in which the films differ; null: they are the same. */
  difference: number | null;
  onInput: (input: PlaybackInput) => void;
}

/** What is said about the film as a whole, and what moves it. */
function Bars({ playback, words, difference, onInput }: BarsProps) {
  const { film, changed, wholes, changes, numbers, comparing, playing, speed } = playback;
  const moment = momentOf(playback);
  return (
    <>
      {(film.ended === "work" || wholes.has(changed)) && (
        <Suspense>
          <LongFilm
            key={JSON.stringify(changed)}
            scenario={changed}
            words={words}
            onWhole={(whole) => onInput({ kind: "whole", scenario: changed, film: whole })}
          />
        </Suspense>
      )}
      {changes.length > 0 && (
        <Suspense>
          <ChangeStrip
            changes={changes}
            numbers={numbers}
            words={words}
            difference={difference}
            comparing={comparing}
            onInput={onInput}
          />
        </Suspense>
      )}
      {/* With large letters on a small screen it would stand in front of what it controls. */}
      <div className="top-0 z-1 border-b border-line bg-paper px-4 py-3 sm:px-5 @min-[17rem]:sticky">
        <Transport
          words={words}
          moment={moment}
          last={lastOf(playback)}
          nextState={nextStateOf(playback)}
          playing={playing}
          speed={speed}
          time={tellTime(film.frames[moment]?.atUs ?? 0, words)}
          onSeek={(to) => onInput({ kind: "seek", to })}
          onToggle={() => onInput({ kind: "toggle", isHeld: false })}
          onSpeed={(to) => onInput({ kind: "speed", speed: to })}
        />
      </div>
    </>
  );
}

function pressOf(event: KeyboardEvent): PlaybackPress {
  const { key, repeat: isHeld } = event;
  return { key, isHeld, hasModifier: event.altKey || event.ctrlKey || event.metaKey, on: placeOf(event.target) };
}

function placeOf(target: EventTarget): PlaybackPress["on"] {
  const isField =
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  if (isField) return "field";
  const isPressed =
    target instanceof HTMLButtonElement || (target instanceof HTMLElement && target.closest("summary") !== null);
  return isPressed ? "button" : "rest";
}
