"use client";

import { useEffect } from "react";

/**
 * Keeps the focus on the page: what has it may go away, be moved or be switched off, by its own press or by what comes
 * from the server. Then the focus goes back to it, if it is still there, else to the heading that stands nearest. Where
 * something better is known, the screen itself sends the focus there, and this does nothing.
 */
export function FocusKeeper() {
  useEffect(() => {
    let holder: HTMLElement | null = null;
    let around: readonly Element[] = [];
    let waiting = 0;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      holder = target;
      around = ancestorsOf(target);
    };
    // A click on nothing takes the focus away on purpose.
    const onPointer = () => {
      holder = null;
    };
    const look = () => {
      waiting = 0;
      if (holder === null || (document.activeElement ?? document.body) !== document.body) return;
      const next = canHold(holder) ? holder : nearest(around);
      next?.focus({ preventScroll: true });
    };
    const lookLater = () => {
      // Whatever a screen does of its own comes first: that is one picture later at most.
      if (waiting === 0) waiting = requestAnimationFrame(() => requestAnimationFrame(look));
    };
    const observer = new MutationObserver(lookLater);
    const attributes = { attributes: true, attributeFilter: ["disabled", "hidden", "open"] };
    observer.observe(document.body, { subtree: true, childList: true, ...attributes });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", onPointer, true);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPointer, true);
    };
  }, []);
  return null;
}

function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement;
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

function canHold(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(":disabled");
}

/** What of the places around can take the focus by itself, or the first heading in it, from the inside out. */
function nearest(around: readonly Element[]): HTMLElement | null {
  for (const place of around.filter((one) => one.isConnected)) {
    const heading = place.matches("[tabindex]") ? place : place.querySelector("h1, h2, h3, legend");
    if (!(heading instanceof HTMLElement) || !heading.checkVisibility()) continue;
    if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    return heading;
  }
  return null;
}
