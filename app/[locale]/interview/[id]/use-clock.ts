"use client";

import { useEffect, useRef, useState } from "react";

const TICK_MS = 250;

/** Milliseconds since `base` came from the server, as long as it runs. By the wall: a closed lid is time as well. */
export function useClock(base: unknown, isRunning: boolean): number {
  const [passedMs, setPassedMs] = useState(0);
  const from = useRef<{ base: unknown; at: number } | null>(null);
  useEffect(() => {
    const before = from.current;
    const start = before !== null && before.base === base ? before : { base, at: Date.now() };
    from.current = start;
    const { at } = start;
    const tick = () => setPassedMs(isRunning ? Math.max(0, Date.now() - at) : 0);
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [base, isRunning]);
  return passedMs;
}
