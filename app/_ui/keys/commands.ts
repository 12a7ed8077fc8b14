"use client";

import { hintsOf, useKeyHints } from "./key-hints.ts";
import type { Command } from "./keys.ts";
import { useKeys } from "./use-keys.ts";

/** Something that can be asked for on a screen, by a key or a button: both do what stands here. */
export interface ScreenCommand<Name extends string = string> {
  readonly name: Name;
  readonly keys: readonly Command[];
  /** In the page's language; null: no button has it, only the keys. */
  readonly label: string | null;
  /** What the help on keys says where no button does. */
  readonly told?: string;
  readonly enabled: boolean;
  /** `by` is the key; null: a button. */
  readonly act: (by: Command | null) => void;
}

/**
 * The page listens to the keys of these, and the help on keys tells them. A key of theirs is theirs also while they cannot
 * be had.
 */
export function useCommands(commands: Readonly<Record<string, ScreenCommand>>): void {
  const all = Object.values(commands);
  useKeyHints(hintsOf(all));
  useKeys(
    all.flatMap(({ keys }) => keys),
    (key) => {
      const meant = all.find(({ keys }) => keys.includes(key));
      if (meant?.enabled) meant.act(key);
    },
  );
}

/** Keys as `aria-keyshortcuts` tells them. Enter goes without saying at a button. */
export function shortcutsOf({ keys }: ScreenCommand): string | undefined {
  const told = keys.filter((key) => key !== "Enter").flatMap(shortcuts);
  return told.length > 0 ? told.join(" ") : undefined;
}

function shortcuts(key: Command): string[] {
  const [last = "", ...before] = key.split("+").toReversed();
  if (before.length === 0) return [key];
  const name = last.length === 1 ? last.toUpperCase() : last;
  const rest = before.toReversed();
  return ["Control", "Meta"].map((mod) => [...rest.map((part) => (part === "Mod" ? mod : part)), name].join("+"));
}
