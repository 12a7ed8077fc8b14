"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { put } from "#app/_ui/ask.ts";
import { useMachine } from "#app/_ui/use-machine.ts";
import type { Wishes } from "#lib/interview/wishes.ts";
import { beginSetup, type Setup, type SetupEffect, type SetupInput, setUp } from "./setup.ts";

/** How an interview is set up: lives through what happens, and does what follows from it. */
export function useSetup(
  chosen: Wishes,
  unreachable: string,
): { readonly setup: Setup; readonly happen: (input: SetupInput) => void } {
  const router = useRouter();
  const [setup, happen] = useMachine(() => beginSetup(chosen), setUp, run);
  return { setup, happen };

  function run(effect: SetupEffect, happen: (input: SetupInput) => void) {
    if (effect.kind === "show address") window.history.replaceState(null, "", effect.address);
    else if (effect.kind === "go to") router.push(`/${effect.language}/interview/${effect.id}` as Route);
    else {
      void put(`/api/interviews/${effect.id}`, { wishes: effect.wishes }, unreachable).then((answer) =>
        happen({ kind: "heard", message: answer.ok ? null : answer.problem.message }),
      );
    }
  }
}
