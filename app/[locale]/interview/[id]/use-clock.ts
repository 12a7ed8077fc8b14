"use client";

import { useEffect, useState } from "react";

const TICK_MS = 250;

/** Milliseconds since `base` came from the server. By the wall: a closed lid is time as well. */
export function useClock(base: string): number {
  const [passed, setPassed] = useState({ base, ms: 0 });
  useEffect(() => {
    const from = Date.now();
    const tick = () => setPassed({ base, ms: Math.max(0, Date.now() - from) });
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [base]);
  // What belongs to another base does not count, not even for one picture.
  return passed.base === base ? passed.ms : 0;
}
