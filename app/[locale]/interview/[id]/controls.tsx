"use client";

import { useEffect, useRef } from "react";
import { Button } from "#app/_ui/button.tsx";
import { CommandButton } from "#app/_ui/command-button.tsx";
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
      {asked.rules.mayPause && <CommandButton command={commands.pause} className={SMALL} />}
      {isEndAsked ? (
        <>
          <span>{words.endSure}</span>
          <CommandButton command={commands["really end"]} className={`${SMALL} text-alarm`} />
          <CommandButton ref={places.no} command={commands.stay} className={SMALL} />
        </>
      ) : (
        <CommandButton ref={places.end} command={commands.end} className={SMALL} />
      )}
    </div>
  );
}

export const MAIN = "rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90";
export const SMALL = "rounded-lg border border-line px-3 py-1.5 hover:bg-sunk";

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
      <h1 className="text-xl font-semibold">{words.paused}</h1>
      <Button ref={resume} type="button" onClick={press(() => happen({ kind: "resumed" }))} className={`mt-6 ${MAIN}`}>
        {words.resume}
      </Button>
      <ProblemNote problem={state.problem} />
    </div>
  );
}

/** What went wrong; it stays until something else is done. */
export function ProblemNote({ problem }: { problem: string }) {
  return (
    <p role="alert" className="mt-4 rounded-lg bg-alarm-soft px-4 py-3 text-alarm empty:hidden">
      {problem}
    </p>
  );
}
