"use client";

import type { ReactNode } from "react";
import { Alert, Status } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { type ScreenCommand, shortcutsOf, useCommands } from "#app/_ui/keys/commands.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import type { DoneEntry } from "#lib/review/history-queries.ts";
import { takingCommands } from "./commands.ts";
import type { Desk, Told } from "./desk.ts";
import { LeechNotice } from "./leech-notice.tsx";
import { DeskContext, useDesk } from "./use-desk.ts";

interface Props {
  undoable: DoneEntry | null;
  redoable: DoneEntry | null;
  left: string;
  words: Messages["review"];
  children: ReactNode;
}

/** What stays while cards come and go: what is left, undo and redo, and the sentence that says what just happened. */
export function ReviewDesk({ undoable, redoable, left, words, children }: Props) {
  const inUse = useDesk(words.failed);
  const commands = takingCommands(inUse.desk, { undoable, redoable }, words, inUse.happen);
  useCommands(commands);
  return (
    <DeskContext.Provider value={inUse}>
      <div className="mx-auto mb-6 flex min-h-9 max-w-2xl flex-wrap items-center gap-x-4 text-sm text-quiet">
        <span className="me-auto">{left}</span>
        {undoable && <Taking question={undoable.question} command={commands.undo} />}
        {redoable && <Taking question={redoable.question} command={commands.redo} />}
      </div>
      <Said desk={inUse.desk} words={words} />
      {children}
    </DeskContext.Provider>
  );
}

function Said({ desk, words }: { desk: Desk; words: Messages["review"] }) {
  const { told, leech } = desk;
  const alarm = told?.kind === "failed";
  const sentence = told === null ? "" : sentenceFor(told, words);
  return (
    <div className="mx-auto max-w-2xl">
      <Status className="mb-4">{alarm ? "" : sentence}</Status>
      <Alert isBoxed className="mb-4">
        {alarm ? sentence : ""}
      </Alert>
      {leech && <LeechNotice words={words} lapses={leech.lapses} href={leech.href} />}
    </div>
  );
}

function sentenceFor(told: Told, words: Messages["review"]): string {
  switch (told.kind) {
    case "recorded":
      return say(words.recorded, { grade: words.grades[told.rating] });
    case "acted":
      return words.said[told.action];
    case "failed":
      return told.message;
    default:
      return words[told.kind];
  }
}

function Taking({ question, command }: { question: string; command: ScreenCommand }) {
  return (
    <Button
      look="text"
      onClick={() => command.act(null)}
      title={question}
      aria-keyshortcuts={shortcutsOf(command)}
      className="px-2 py-1"
    >
      {command.label}
    </Button>
  );
}
