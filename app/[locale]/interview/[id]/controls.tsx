"use client";

import { useEffect, useRef, useState } from "react";
import type { RoomWords } from "../words.ts";
import type { Interview } from "./use-interview.ts";

interface Props {
  interview: Interview;
  mayPause: boolean;
  words: RoomWords;
  /** What is typed goes with the end. */
  onEnd: () => Promise<void>;
}

/** Pause, and the end before its time, which is asked twice. */
export function Controls({ interview, mayPause, words, onEnd }: Props) {
  const { tell, busy } = interview;
  const [isAsked, setAsked] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) no.current?.focus();
  }, [isAsked]);
  return (
    <div className="mt-10 flex flex-wrap items-center gap-3 border-t border-line pt-4 text-sm">
      {mayPause && (
        <button type="button" aria-keyshortcuts="p" onClick={() => !busy && void tell("paused")} className={SMALL}>
          {words.pause}
        </button>
      )}
      {isAsked ? (
        <>
          <span>{words.endSure}</span>
          <button type="button" onClick={() => !busy && void onEnd()} className={`${SMALL} text-alarm`}>
            {words.endYes}
          </button>
          <button ref={no} type="button" onClick={() => setAsked(false)} className={SMALL}>
            {words.endNo}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => setAsked(true)} className={SMALL}>
          {words.end}
        </button>
      )}
    </div>
  );
}

export const SMALL = "rounded-lg border border-line px-3 py-1.5 hover:bg-sunk";

/** While the clock stands still there is nothing to look at. */
export function Paused({ interview, words }: Pick<Props, "interview" | "words">) {
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => resume.current?.focus(), []);
  return (
    <div className="mt-10 text-center">
      <h1 className="text-xl font-semibold">{words.paused}</h1>
      <button
        ref={resume}
        type="button"
        onClick={() => !interview.busy && void interview.tell("resumed")}
        className="mt-6 rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90"
      >
        {words.resume}
      </button>
    </div>
  );
}
