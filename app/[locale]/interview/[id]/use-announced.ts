"use client";

import { type RefObject, useEffect, useRef } from "react";

/** What comes after the first thing on the screen is announced: its heading gets the focus. */
export function useAnnounced(isLater: RefObject<boolean>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isLater.current) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    isLater.current = true;
  }, [isLater]);
  return heading;
}
