"use client";

import type { RefObject } from "react";
import { Button } from "./button.tsx";
import { type ScreenCommand, shortcutsOf } from "./commands.ts";
import { press } from "./press.ts";

interface Props {
  command: ScreenCommand;
  className: string;
  ref?: RefObject<HTMLButtonElement | null>;
}

/** The button of a command: called as it, tells its keys, and does what they do. */
export function CommandButton({ command, className, ref }: Props) {
  return (
    <Button
      ref={ref}
      type="button"
      onClick={press(() => command.act(null))}
      aria-keyshortcuts={shortcutsOf(command)}
      className={className}
    >
      {command.label}
    </Button>
  );
}
