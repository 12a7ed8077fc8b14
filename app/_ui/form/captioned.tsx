import type { ReactNode } from "react";
import { joined } from "../look.ts";

interface Props {
  caption: string;
  className?: string;
  /** The control. */
  children: ReactNode;
}

/** A control with a few small words above it, where many stand beside each other. */
export function Captioned({ caption, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={joined("grid content-start gap-0.5", className)}>
      <span className="text-sm text-quiet">{caption}</span>
      {children}
    </label>
  );
}
