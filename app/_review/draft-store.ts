import { isInputEarly } from "#app/_ui/early.ts";
import { type Draft, draftIn, type EarlyEntry } from "./draft.ts";

/** Drafts outlive reloads in this browser. It may forbid storage, or have none left; reviewing goes on without it. */
export function findDraft(key: string): Draft | null {
  const stored = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<Draft> | null);
  return stored && draftIn(stored);
}

export function keepDraft(key: string, draft: Draft): void {
  attempt(() => sessionStorage.setItem(key, JSON.stringify(draft)));
}

export function forgetDraft(key: string): void {
  attempt(() => sessionStorage.removeItem(key));
}

/** To be asked before what was entered early is told. */
export function earlyInput(): EarlyEntry {
  if (!isInputEarly()) return "nothing";
  return document.activeElement?.matches("textarea, input[type=text]") ? "typing" : "entered";
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
