"use client";

import { useEffect, useRef } from "react";
import { belongsTo, type Command, meantBy } from "./keys.ts";

/** Keys for the page. They stay out of the way of typing, of buttons, and of a key that is held down. */
export function useKeys<Mine extends Command>(commands: readonly Mine[], act: (command: Mine) => void): void {
  const latest = useRef({ commands, act });
  useEffect(() => {
    latest.current = { commands, act };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const meant = meantBy(event);
      const command = latest.current.commands.find((one) => one === meant);
      if (command === undefined || (event.target instanceof Element && belongsTo(event.target, command))) return;
      event.preventDefault();
      if (!event.repeat) latest.current.act(command);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
