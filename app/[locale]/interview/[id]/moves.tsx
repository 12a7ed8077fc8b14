"use client";

import { Button } from "#app/_ui/button.tsx";
import { CommandButton } from "#app/_ui/command-button.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { RoomCommands } from "./commands.ts";
import { MAIN, SMALL } from "./controls.tsx";
import type { useDictation, useReading } from "./voice.ts";

interface Props {
  commands: RoomCommands;
  isBegun: boolean;
  /** Null: there is nothing to dictate. */
  dictation: ReturnType<typeof useDictation> | null;
  words: Messages["room"];
}

/** What a candidate can do with a question. */
export function Moves({ commands, isBegun, dictation, words }: Props) {
  return (
    <>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <CommandButton command={isBegun ? commands.done : commands.begin} className={MAIN} />
        <CommandButton command={commands.skip} className={SMALL} />
        <CommandButton command={commands.repeat} className={SMALL} />
        {dictation?.can && (
          <Button type="button" onClick={dictation.toggle} title={words.dictateNote} className={SMALL}>
            {dictation.isOn ? words.dictating : words.dictate}
          </Button>
        )}
      </div>
      {dictation?.failed && (
        <p role="alert" className="mt-2 text-sm text-alarm">
          {dictation.failed === "plain http" ? words.dictatePlain : words.dictateFailed}
        </p>
      )}
      {dictation?.isOn && <p className="mt-2 text-sm text-quiet">{words.dictateNote}</p>}
    </>
  );
}

/** Whether questions are read aloud. */
export function ReadAloud({ reading, words }: { reading: ReturnType<typeof useReading>; words: Messages["room"] }) {
  if (!reading.can) return null;
  return (
    <label className="mt-5 flex w-fit cursor-pointer items-center gap-2 text-sm">
      <input
        type="checkbox"
        checked={reading.wanted}
        onChange={(event) => reading.want(event.target.checked)}
        className="accent-client"
      />
      {words.readAloud}
    </label>
  );
}
