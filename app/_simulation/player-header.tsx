// With every step all of this is drawn anew: what the React Compiler would remember of it only weighs.
"use no memo";

import type { ReactNode, RefCallback } from "react";
import { Button } from "#app/_ui/button.tsx";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { PROFILE_NAMES } from "#lib/tcp/profile.ts";
import type { Contrast } from "./change.ts";
import type { Input, Playback } from "./playback.ts";

const PILL =
  "rounded-full border border-line px-3 py-0.5 text-ink hover:bg-sunk aria-pressed:border-ink aria-pressed:bg-sunk";

interface Props {
  playback: Playback;
  words: PlayerWords;
  /** The id of the heading. */
  heading: string;
  headed: RefCallback<HTMLElement> | undefined;
  caption: ReactNode;
  /** What the film can be seen beside, and is not yet. */
  contrast: Contrast | null;
  onInput: (input: Input) => void;
}

/** What the film is about, by which rules and in which numbers it is told, and whether it asks. */
export function PlayerHeader(props: Props) {
  const { playback, words, heading, headed, caption, contrast, onInput } = props;
  const { answers } = playback;
  const asking = playback.asking !== null;
  return (
    <header className="border-b border-line px-4 py-3 sm:px-5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 ref={headed} id={heading} tabIndex={-1} className="mr-auto font-semibold">
          {words.heading}
        </h2>
        <Choice
          name="profile"
          label={words.look.profile}
          value={playback.changed.profile}
          options={PROFILE_NAMES.map((name) => [name, words.profiles[name]] as const)}
          onChoose={(profile) => onInput({ kind: "profile", profile })}
        />
        <Choice
          name="numbers"
          label={words.look.numbers}
          value={playback.numbers}
          options={[["relative", words.look.relative] as const, ["absolute", words.look.absolute] as const]}
          onChoose={(numbers) => onInput({ kind: "numbers", numbers })}
        />
      </div>
      <div className="mt-1 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 text-sm text-quiet">
        <div className="max-w-2xl flex-1 basis-64">{caption}</div>
        <div className="flex flex-wrap items-center gap-2">
          {contrast !== null && (
            <Button type="button" onClick={() => onInput({ kind: "contrast", contrast })} className={PILL}>
              {say(words.compare.contrast, { label: contrast.label })}
            </Button>
          )}
          {answers.size > 0 && (
            <span role="status">{say(words.ask.score, { right: countRight(answers), asked: answers.size })}</span>
          )}
          <Button
            type="button"
            aria-pressed={asking}
            onClick={() => onInput({ kind: "ask", on: !asking })}
            className={PILL}
          >
            {words.ask.mode}
          </Button>
        </div>
      </div>
    </header>
  );
}

function countRight(answers: ReadonlyMap<number, boolean>): number {
  return [...answers.values()].filter(Boolean).length;
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ name, label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <label className="flex flex-wrap items-baseline gap-1 text-sm text-quiet">
      {label}
      <select
        name={name}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
        className="rounded border border-line bg-paper px-1 text-ink"
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
