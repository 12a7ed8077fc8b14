import type { ReactNode } from "react";

interface Props {
  /** What is in it; undefined: it says so itself. */
  label?: string;
  /** How it scrolls. */
  className?: string;
  children: ReactNode;
}

/** A box around what may be too large for the screen: it scrolls in itself, by keyboard as well. */
export function ScrollBox({ label, className = "overflow-x-auto", children }: Props) {
  const named = label === undefined ? {} : { role: "group", "aria-label": label };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <div {...named} className={className} tabIndex={0}>
      {children}
    </div>
  );
}
