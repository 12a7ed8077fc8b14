"use client";

import { Alert } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { CheckLine } from "#app/_ui/form/check-line.tsx";
import { CommandButton } from "#app/_ui/keys/command-button.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import type { RoomCommands } from "./commands.ts";
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
        <CommandButton command={isBegun ? commands.done : commands.begin} look="main" size="large" />
        <CommandButton command={commands.skip} look="quiet" size="small" />
        <CommandButton command={commands.repeat} look="quiet" size="small" />
        {dictation?.can && (
          <Button look="quiet" size="small" onClick={dictation.toggle} title={words.dictateNote}>
            {dictation.isOn ? words.dictating : words.dictate}
          </Button>
        )}
      </div>
      {dictation?.failed && (
        <Alert className="mt-2 text-sm">
          {dictation.failed === "plain http" ? words.dictatePlain : words.dictateFailed}
        </Alert>
      )}
      {dictation?.isOn && <p className="mt-2 text-sm text-quiet">{words.dictateNote}</p>}
    </>
  );
}

/** Whether questions are read aloud. */
export function ReadAloud({ reading, words }: { reading: ReturnType<typeof useReading>; words: Messages["room"] }) {
  if (!reading.can) return null;
  return (
    <div className="mt-5 text-sm">
      <CheckLine checked={reading.wanted} onChange={(event) => reading.want(event.target.checked)}>
        {words.readAloud}
      </CheckLine>
    </div>
  );
}
