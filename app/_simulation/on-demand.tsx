"use client";

import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";

const Player = lazy(async () => ({ default: (await import("./player.tsx")).Player }));

interface Props {
  scenario: Scenario;
  words: PlayerWords;
  /** Of the button that brings it. */
  label: string;
  caption: ReactNode;
}

/** A player that is loaded when somebody wants to see it. */
export function OnDemand({ label, ...film }: Props) {
  const [isWanted, setWanted] = useState(false);
  // The button that was pressed is gone: the focus waits where the player will be, and goes on to its heading.
  const focusOn = useCallback((place: HTMLElement | null) => place?.focus(), []);
  if (!isWanted) {
    return (
      <Button look="text" className="mt-2 print:hidden" onClick={() => setWanted(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div ref={focusOn} tabIndex={-1} className="mt-4">
      <Suspense>
        <Player {...film} headed={focusOn} />
      </Suspense>
    </div>
  );
}
