import type { MouseEvent } from "react";

/** A press that does something once: the second click of a double click is meant for what was there before. */
export function press(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}
