"use no memo"; // of what is as small as this, all that the compiler remembers only weighs

import type { ComponentProps } from "react";
import { lookOf } from "./look.ts";

/** Sends a form whose answer is an address: it works before the scripts run, and without them. */
export function PlainButton({ className, ...rest }: ComponentProps<"button">) {
  return <button {...rest} type="submit" className={lookOf("quiet", "small", className)} />;
}
