"use client";

import { useEffect, useRef } from "react";

/**
 * Keys for the page: "KeyU", "Shift+Digit2", "Mod+KeyZ" (Ctrl, or Command). They go by KeyboardEvent.code, so that an
 * input method or a layout of another script changes nothing, and stay out of the way of typing, of repeats, of other
 * combinations and of buttons.
 */
export function useKeys(keys: readonly string[], act: (key: string) => void): void {
  const latest = useRef({ keys, act });
  useEffect(() => {
    latest.current = { keys, act };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (!latest.current.keys.includes(key) || event.defaultPrevented || belongsElsewhere(event)) return;
      event.preventDefault();
      latest.current.act(key);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function keyOf({ ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? "Mod+" : ""}${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${code}`;
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.repeat) return true;
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=range])")) return true;
  const pressesSomething = event.code === "Space" || event.code === "Enter";
  if (pressesSomething && target.closest("[data-own-keys]")) return true;
  return pressesSomething && target.closest("button, a, summary, input, [role=button]") !== null;
}
