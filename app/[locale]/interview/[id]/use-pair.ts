"use client";

import type { usePuts } from "#app/_ui/puts.ts";
import { useMachine } from "#app/_ui/use-machine.ts";
import { type PairEffect, type PairInput, type PairState, stepPair } from "./pair.ts";

/** The ticks of an interviewer: takes them to the server, and says what went wrong. */
export function usePair(
  interviewId: string,
  put: ReturnType<typeof usePuts>,
  complain: (message: string) => void,
): readonly [PairState, (input: PairInput) => void] {
  return useMachine(NOTHING_TICKED, stepPair, run);

  function run(effect: PairEffect, happen: (input: PairInput) => void) {
    if (effect.kind === "complain") return complain(effect.message);
    const { question, ticked } = effect;
    void put(`/api/interviews/${interviewId}/ticks`, { question, ticked }).then((answer) =>
      happen({ kind: "heard", question, ticked, answer }),
    );
  }
}

const NOTHING_TICKED: PairState = {};
