"use client";
"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { RefObject } from "react";
import { Button } from "../button.tsx";
import type { Look, LookSize } from "../look.ts";
import { press } from "../press.ts";
import { type ScreenCommand, shortcutsOf } from "./commands.ts";

interface Props {
  command: ScreenCommand;
  look: Look;
  size?: LookSize;
  className?: string;
  ref?: RefObject<HTMLButtonElement | null>;
}

/** The button of a command: called as it, tells its keys, and does what they do. */
export function CommandButton({ command, ...looks }: Props) {
  return (
    <Button {...looks} type="button" onClick={press(() => command.act(null))} aria-keyshortcuts={shortcutsOf(command)}>
      {command.label}
    </Button>
  );
}
