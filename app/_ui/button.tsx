"use client";

import type { ComponentProps } from "react";
import { useLive } from "./live.tsx";

/**
 * The button of every screen. Until the scripts run it cannot be pressed, since nothing would come of it; nor can a
 * form be sent by Enter, whose first submit button it is.
 */
export function Button({ type = "button", disabled = false, ...rest }: ComponentProps<"button">) {
  const isLive = useLive();
  return <button {...rest} type={type} disabled={disabled || !isLive} data-waiting={isLive ? undefined : ""} />;
}
