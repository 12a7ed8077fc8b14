"use client";

import { useEffect, useRef } from "react";

/**
 * Single keys for the page, by their KeyboardEvent.code, so that an input method or a layout of another script changes nothing.
 * They stay out of the way of typing, of repeats, of the browser's own combinations and of buttons.
 */
export function useKeys(codes: readonly string[], act: (code: string) => void): void {
  const latest = useRef({ codes, act });
  useEffect(() => {
    latest.current = { codes, act };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!latest.current.codes.includes(event.code) || event.defaultPrevented || belongsElsewhere(event)) return;
      event.preventDefault();
      latest.current.act(event.code);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return true;
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=range])")) return true;
  const pressesSomething = event.code === "Space" || event.code === "Enter";
  if (pressesSomething && target.closest("[data-own-keys]")) return true;
  return pressesSomething && target.closest("button, a, summary, input, [role=button]") !== null;
}
