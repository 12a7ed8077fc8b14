"use client";
"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps } from "react";
import { useLive } from "./live.tsx";
import { type Look, type LookSize, lookOf } from "./look.ts";

interface Props extends ComponentProps<"button"> {
  look: Look;
  size?: LookSize;
}

/**
 * The button of every screen. Until the scripts run it cannot be pressed, since nothing would come of it; nor can a
 * form be sent by Enter, whose first submit button it is.
 */
export function Button({ look, size = "medium", className, type = "button", disabled = false, ...rest }: Props) {
  const isLive = useLive();
  const waiting = isLive ? {} : { "data-waiting": "" };
  return (
    <button
      {...FORGETFUL}
      {...rest}
      {...waiting}
      type={type}
      disabled={disabled || !isLive}
      className={lookOf(look, size, className)}
    />
  );
}

/** Firefox would put back after a reload that a button can be pressed, unless it is told so. */
const FORGETFUL = { autoComplete: "off" };
