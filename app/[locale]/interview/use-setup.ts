"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { put } from "#app/_ui/ask.ts";
import type { Wishes } from "#lib/interview/wishes.ts";
import { beginSetup, type Setup, type SetupEffect, type SetupInput, setUp } from "./setup.ts";

/** How an interview is set up: lives through what happens, and does what follows from it. */
export function useSetup(
  chosen: Wishes,
  unreachable: string,
): { readonly setup: Setup; readonly happen: (input: SetupInput) => void } {
  const router = useRouter();
  const [setup, draw] = useState(() => beginSetup(chosen));
  // Two things may happen before it is drawn anew: the second meets what the first has left.
  const latest = useRef(setup);
  const happen = useCallback(
    function happen(input: SetupInput) {
      const { state, effects } = setUp(latest.current, input);
      latest.current = state;
      draw(state);
      for (const effect of effects) run(effect);

      function run(effect: SetupEffect) {
        if (effect.kind === "show address") window.history.replaceState(null, "", effect.address);
        else if (effect.kind === "go to") router.push(`/${effect.language}/interview/${effect.id}` as Route);
        else {
          void put(`/api/interviews/${effect.id}`, { wishes: effect.wishes }, unreachable).then((answer) =>
            happen({ kind: "heard", message: answer.ok ? null : answer.problem.message }),
          );
        }
      }
    },
    [router, unreachable],
  );
  return { setup, happen };
}
