"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps } from "react";
import { joined } from "./look.ts";

/** What went wrong, read aloud at once; it takes no room while nothing did. */
export function Alert({ isBoxed = false, className, ...p }: ComponentProps<"p"> & { isBoxed?: boolean }) {
  const box = isBoxed && "rounded-lg bg-alarm-soft px-4 py-3";
  return <p {...p} role="alert" className={joined("text-alarm empty:hidden", box, className)} />;
}

/** What came of something, read aloud when there is a pause. */
export function Status({ className, ...p }: ComponentProps<"p">) {
  return <p {...p} role="status" className={joined("text-sm text-quiet empty:hidden", className)} />;
}
