"use client";

import { useEffect, useRef, useState } from "react";
import type { RoomWords } from "#app/_interview/words.ts";
import { Button } from "#app/_ui/button.tsx";
import { useLive } from "#app/_ui/live.tsx";
import { press } from "#app/_ui/press.ts";
import type { Interview } from "./use-interview.ts";

interface Props {
  mayPause: boolean;
  words: RoomWords;
  onPause: () => void;
  onEnd: () => void;
}

/** Pause, and the end before its time, which is asked twice. */
export function Controls({ mayPause, words, onPause, onEnd }: Props) {
  const [isAsked, setAsked] = useState<boolean | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked !== null) (isAsked ? no : end).current?.focus();
  }, [isAsked]);
  return (
    <div className="mt-10 flex flex-wrap items-center gap-3 border-t border-line pt-4 text-sm">
      {mayPause && (
        <Button type="button" aria-keyshortcuts="p" onClick={press(onPause)} className={SMALL}>
          {words.pause}
        </Button>
      )}
      {isAsked ? (
        <>
          <span>{words.endSure}</span>
          <Button type="button" onClick={onEnd} className={`${SMALL} text-alarm`}>
            {words.endYes}
          </Button>
          <Button ref={no} type="button" onClick={() => setAsked(false)} className={SMALL}>
            {words.endNo}
          </Button>
        </>
      ) : (
        <Button ref={end} type="button" onClick={() => setAsked(true)} className={SMALL}>
          {words.end}
        </Button>
      )}
    </div>
  );
}

export const MAIN = "rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90";
export const SMALL = "rounded-lg border border-line px-3 py-1.5 hover:bg-sunk";

/** While the clock stands still there is nothing to look at. */
export function Paused({ interview, words }: { interview: Interview; words: RoomWords }) {
  const resume = useRef<HTMLButtonElement>(null);
  const isLive = useLive();
  useEffect(() => {
    if (isLive) resume.current?.focus();
  }, [isLive]);
  return (
    <div className="mx-auto mt-10 max-w-2xl text-center">
      <h1 className="text-xl font-semibold">{words.paused}</h1>
      <Button
        ref={resume}
        type="button"
        onClick={() => !interview.busy && void interview.tell("resumed")}
        className={`mt-6 ${MAIN}`}
      >
        {words.resume}
      </Button>
      <Problem interview={interview} />
    </div>
  );
}

/** What went wrong; it stays until something else is done. */
export function Problem({ interview: { problem } }: { interview: Interview }) {
  return (
    <p role="alert" className="mt-4 rounded-lg bg-alarm-soft px-4 py-3 text-alarm empty:hidden">
      {problem}
    </p>
  );
}
