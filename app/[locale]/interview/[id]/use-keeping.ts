"use client";

import { useCallback, useEffect, useRef } from "react";
import { ALIVE_EVERY_MS, AWAY_MS, DRAFT_AFTER_MS } from "#lib/interview/limits.ts";
import type { Draft, Interview } from "./use-interview.ts";

/**
 * Keeps what is typed here a moment after it was, at the latest when the page is hidden or left, and says every now and
 * then that somebody is there. `draft` is null as long as nothing was typed here: another window may hold more.
 * `ending` ends what is at hand: what it holds goes with it and is not kept besides, unless that fails.
 */
export function useKeeping({ keep, refresh }: Interview, draft: Draft | null) {
  const latest = useRef(draft);
  const kept = useRef(draft);
  const isEnding = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const said = latest.current;
    if (isEnding.current || said === kept.current) return;
    if (await keep(said)) kept.current = said;
  }, [keep]);
  useEffect(() => {
    if (isSame(latest.current, draft)) return;
    latest.current = draft;
    timer.current ??= setTimeout(() => void flush(), DRAFT_AFTER_MS);
  });
  useEffect(() => {
    let saidAt = Date.now();
    const say = async () => {
      if (isEnding.current) return;
      const wasAway = Date.now() - saidAt > AWAY_MS;
      saidAt = Date.now();
      const said = latest.current === kept.current ? null : latest.current;
      if (!(await keep(said))) return;
      if (said !== null) kept.current = said;
      // The lid was closed: the page shows what the clock made of it.
      if (wasAway) refresh();
    };
    const onVisibility = () => void (document.visibilityState === "hidden" ? flush() : say());
    const onHide = () => void flush();
    void say(); // whoever comes back is there again at once
    const alive = setInterval(() => void say(), ALIVE_EVERY_MS);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", onHide);
    return () => {
      clearInterval(alive);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onHide);
      void flush();
    };
  }, [keep, flush, refresh]);
  const ending = useCallback(async (end: () => Promise<boolean>) => {
    isEnding.current = true;
    clearTimeout(timer.current);
    timer.current = undefined;
    isEnding.current = await end();
  }, []);
  return { ending };
}

function isSame(one: Draft | null, other: Draft | null): boolean {
  return one?.text === other?.text && one?.board === other?.board;
}

/** Does something once, each time that its time has come. */
export function useOnce(isTime: boolean, act: () => void): void {
  const latest = useRef(act);
  const isDone = useRef(false);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (isTime && !isDone.current) latest.current();
    isDone.current = isTime;
  }, [isTime]);
}
