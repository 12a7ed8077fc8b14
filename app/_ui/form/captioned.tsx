"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ReactNode } from "react";
import { joined } from "../look.ts";

interface Props {
  caption: string;
  isBeside?: boolean;
  className?: string;
  /** The control. */
  children: ReactNode;
}

/** A control with a few small words above it, or before it, where many stand beside each other. */
export function Captioned({ caption, isBeside = false, className, children }: Props) {
  const look = isBeside ? "flex flex-wrap items-baseline gap-1" : "grid content-start gap-0.5";
  const letters = isBeside ? "text-sm" : "text-xs";
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={joined(look, className)}>
      <span className={joined(letters, "text-quiet")}>{caption}</span>
      {children}
    </label>
  );
}
