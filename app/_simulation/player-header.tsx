// With every step all of this is drawn anew: what the React Compiler would remember of it only weighs.
"use no memo";

import type { ReactNode, RefCallback } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Captioned } from "#app/_ui/form/captioned.tsx";
import { Select } from "#app/_ui/form/select.tsx";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { PROFILE_NAMES } from "#lib/tcp/profile.ts";
import type { Contrast } from "./change.ts";
import type { Playback, PlaybackInput } from "./playback.ts";

interface Props {
  playback: Playback;
  words: PlayerWords;
  /** The id of the heading. */
  heading: string;
  headed: RefCallback<HTMLElement> | undefined;
  caption: ReactNode;
  /** What the film can be seen beside, and is not yet. */
  contrast: Contrast | null;
  onInput: (input: PlaybackInput) => void;
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
            <Button look="pill" onClick={() => onInput({ kind: "contrast", contrast })}>
              {say(words.compare.contrast, { label: contrast.label })}
            </Button>
          )}
          {answers.size > 0 && (
            <span role="status">{say(words.ask.score, { right: countRight(answers), asked: answers.size })}</span>
          )}
          <Button look="pill" aria-pressed={asking} onClick={() => onInput({ kind: "ask", on: !asking })}>
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

function Choice<Value extends string>({ label, ...choice }: ChoiceProps<Value>) {
  return (
    <Captioned caption={label} isBeside className="text-sm">
      <Select {...choice} size="small" />
    </Captioned>
  );
}
