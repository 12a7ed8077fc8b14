"use client";

import { useRef, useState } from "react";
import { NOTES_MAX } from "#lib/review/limits.ts";
import type { Draft } from "./use-interview.ts";

/**
 * What is being said to the thing at hand: what came from the server, as long as nothing was typed here. `typed` is null
 * until then; `latest` is up to date within an event as well. `over`: how many dictated characters did not fit.
 */
export function useDraft(initial: Draft) {
  const [typed, setTyped] = useState<Draft | null>(null);
  const [over, setOver] = useState(0);
  const held = useRef<Draft | null>(null);
  const latest = () => held.current ?? initial;
  const change = (next: (now: Draft) => Partial<Draft>) => {
    const now = latest();
    const changed = { ...now, ...next(now) };
    setOver(Math.max(0, changed.text.length - NOTES_MAX));
    held.current = { ...changed, text: changed.text.slice(0, NOTES_MAX) };
    setTyped(held.current);
  };
  return { draft: typed ?? initial, typed, over, latest, change };
}
