"use client";

import { useEffect, useRef } from "react";
import type { ScreenCommand } from "./commands.ts";

/** What the help says of a key. */
export interface KeyHint {
  /** Any of them does it: "Space", "Ctrl+Enter", "?". */
  readonly keys: readonly string[];
  /** In the page's language. */
  readonly told: string;
}

/** What is on the page now, in the order in which it came. */
const onPage = new Set<{ readonly current: readonly KeyHint[] }>();

/** The help on keys tells these while whoever calls this is on the page. */
export function useKeyHints(hints: readonly KeyHint[]): void {
  const latest = useRef(hints);
  useEffect(() => {
    latest.current = hints;
  });
  useEffect(() => {
    onPage.add(latest);
    return () => void onPage.delete(latest);
  }, []);
}

/** All that the page's keys do at this moment; what two films on it say alike is said once. */
export function keyHints(): readonly KeyHint[] {
  const all = [...onPage].flatMap(({ current }) => current);
  return [...new Map(all.map((hint) => [hint.told, hint])).values()];
}

/** Those of commands that can be had now. */
export function hintsOf(commands: readonly ScreenCommand[]): KeyHint[] {
  return commands.flatMap(({ keys, label, told = label, enabled }) =>
    enabled && told !== null && keys.length > 0 ? [{ keys: keys.map(nameOf), told }] : [],
  );
}

/** As it is printed on most keyboards. */
function nameOf(key: string): string {
  return key
    .split("+")
    .map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}

const NAMES: Readonly<Record<string, string>> = { Mod: "Ctrl", Escape: "Esc" };
