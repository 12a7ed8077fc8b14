"use client";

import { useState } from "react";
import type { RoomProps } from "#app/_interview/room-props.tsx";
import { useClock } from "./use-clock.ts";
import type { Interview } from "./use-interview.ts";

/** The clock of what is at hand: the first word is told to the server, but the page does not wait for it. */
export function useAnswering(
  { turn, phase, ...clock }: Pick<RoomProps, "turn" | "phase" | "limitMs" | "elapsedMs" | "thinkMs" | "answerMs">,
  { tell, busy }: Interview,
) {
  const base = `${turn} ${phase} ${clock.elapsedMs}`;
  const passedMs = useClock(base);
  const [begun, setBegun] = useState<{ base: string; afterMs: number } | null>(null);
  const isAnswering = phase === "answering" || begun !== null;
  const sinceMs = begun?.base === base ? begun.afterMs : 0;
  const begin = () => {
    if (isAnswering || busy) return;
    setBegun({ base, afterMs: passedMs });
    // What the server has not heard is told again with the next word.
    void tell("answering", {}, { quiet: true }).then((isHeard) => isHeard || setBegun(null));
  };
  return {
    leftMs: clock.limitMs - clock.elapsedMs - passedMs,
    isAnswering,
    thinkMs: clock.thinkMs + (isAnswering ? sinceMs : passedMs),
    answerMs: clock.answerMs + (isAnswering ? Math.max(0, passedMs - sinceMs) : 0),
    begin,
  };
}
