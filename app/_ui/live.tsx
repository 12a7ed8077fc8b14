"use client";

import { useEffect, useLayoutEffect, useSyncExternalStore } from "react";
import { endWatchForEarlyInput, tellEarlyInput } from "./early.ts";

/** Whether the page's scripts run; false on the server, and while React takes over what came from there. */
export function useLive(): boolean {
  return useSyncExternalStore(never, yes, no);
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** Stands first in the page: takes over what was entered before the scripts ran (see early.ts). */
export function TakeOver() {
  // Before anything is drawn again, a draft that was found, say.
  useLayoutEffect(endWatchForEarlyInput, []);
  // Once every handler is in its place, and React at rest.
  useEffect(() => queueMicrotask(tellEarlyInput), []);
  return null;
}
