"use client";

import { useEffect, useRef } from "react";
import { Alert } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { PageHeading } from "#app/_ui/heading.tsx";
import { CommandButton } from "#app/_ui/keys/command-button.tsx";
import { useLive } from "#app/_ui/live.tsx";
import { press } from "#app/_ui/press.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import type { WayCommands } from "./commands.ts";
import type { TurnInUse } from "./use-turn.ts";

interface Props extends Pick<TurnInUse, "state" | "places"> {
  commands: WayCommands;
  words: Messages["room"];
}

/** Pause, and the end before its time, which is asked twice. */
export function Controls({ state, places, commands, words }: Props) {
  const { asked, isEndAsked } = state.hand;
  return (
    <div className="mt-10 flex flex-wrap items-center gap-3 border-t border-line pt-4 text-sm">
      {asked.rules.mayPause && <CommandButton command={commands.pause} look="quiet" size="small" />}
      {isEndAsked ? (
        <>
          <span>{words.endSure}</span>
          <CommandButton command={commands["really end"]} look="alarm" size="small" />
          <CommandButton ref={places.no} command={commands.stay} look="quiet" size="small" />
        </>
      ) : (
        <CommandButton ref={places.end} command={commands.end} look="quiet" size="small" />
      )}
    </div>
  );
}

/** While the clock stands still there is nothing to look at. */
export function Paused({ state, happen, words }: Pick<TurnInUse, "state" | "happen"> & { words: Messages["room"] }) {
  const resume = useRef<HTMLButtonElement>(null);
  // Until the scripts run it takes no focus.
  const isLive = useLive();
  useEffect(() => {
    if (isLive) resume.current?.focus();
  }, [isLive]);
  return (
    <div className="mx-auto mt-10 max-w-2xl text-center">
      <PageHeading isSentence>{words.paused}</PageHeading>
      <Button ref={resume} look="main" size="large" onClick={press(() => happen({ kind: "resumed" }))} className="mt-6">
        {words.resume}
      </Button>
      <Alert isBoxed className="mt-4">
        {state.problem}
      </Alert>
    </div>
  );
}
