"use client";
// With every step all of this is drawn anew: what the React Compiler would remember of it only weighs.
"use no memo";

import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";

export const SPEEDS = [0.5, 1, 2, 4] as const;

interface Props {
  words: PlayerWords;
  moment: number;
  /** Index of the last frame. */
  last: number;
  /** The next frame in which a state changes; null: none. */
  nextState: number | null;
  playing: boolean;
  speed: number;
  time: string;
  onSeek: (moment: number) => void;
  /** To play or to pause. */
  onToggle: () => void;
  onSpeed: (speed: number) => void;
}

/** Play, step, jump, scrub. Plays nothing on its own. */
export function Transport({ words, moment, last, nextState, playing, speed, time, onSeek, onToggle, onSpeed }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex flex-wrap gap-1">
        <Key label={words.toStart} disabled={moment < 0} onPress={() => onSeek(-1)}>
          <path d="M4 3.5v9M13 3.5L6.5 8l6.5 4.5z" />
        </Key>
        <Key label={words.back} disabled={moment < 0} onPress={() => onSeek(moment - 1)}>
          <path d="M11 3.5L4.5 8l6.5 4.5z" />
        </Key>
        <Key label={playing ? words.pause : words.play} onPress={onToggle} strong>
          {playing ? <path d="M5 3.5v9M11 3.5v9" strokeWidth="2.6" /> : <path d="M4.5 3L13 8l-8.5 5z" />}
        </Key>
        <Key label={words.forward} disabled={moment >= last} onPress={() => onSeek(moment + 1)}>
          <path d="M5 3.5L11.5 8L5 12.5z" />
        </Key>
        <Key
          label={words.toState}
          disabled={nextState === null}
          onPress={() => nextState !== null && onSeek(nextState)}
        >
          <path d="M3 3.5L8 8l-5 4.5zM8 3.5L13 8l-5 4.5z" />
        </Key>
        <Key label={words.toEnd} disabled={moment >= last} onPress={() => onSeek(last)}>
          <path d="M3 3.5L9.5 8L3 12.5zM12 3.5v9" />
        </Key>
      </div>
      <input
        type="range"
        name="moment"
        min={-1}
        max={last}
        value={moment}
        onChange={(event) => onSeek(Number(event.target.value))}
        aria-label={words.scrub}
        aria-valuetext={`${say(words.step, { n: moment + 1, of: last + 1 })}, ${time}`}
        className="h-6 min-w-24 flex-1 accent-client"
      />
      <Select
        size="small"
        name="speed"
        value={String(speed)}
        options={SPEEDS.map((value) => [String(value), `${value}×`] as const)}
        onChoose={(value) => onSpeed(Number(value))}
        aria-label={words.speed}
        className="text-sm"
      />
      <span className="w-full text-end text-sm text-quiet sm:w-auto" aria-hidden="true">
        {say(words.step, { n: moment + 1, of: last + 1 })} · {time}
      </span>
    </div>
  );
}

function Key(props: { label: string; disabled?: boolean; strong?: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <Button
      look={props.strong ? "main" : "quiet"}
      size="square"
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.disabled ?? false}
      data-play={props.strong}
      onClick={() => !props.disabled && props.onPress()}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {props.children}
      </svg>
    </Button>
  );
}
