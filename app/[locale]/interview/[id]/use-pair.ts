"use client";

import { useCallback, useRef, useState } from "react";
import type { usePuts } from "#app/_ui/puts.ts";
import { type PairEffect, type PairInput, type PairState, stepPair } from "./pair.ts";

/** The ticks of an interviewer: takes them to the server, and says what went wrong. */
export function usePair(
  interviewId: string,
  put: ReturnType<typeof usePuts>,
  complain: (message: string) => void,
): readonly [PairState, (input: PairInput) => void] {
  const [pair, draw] = useState<PairState>({});
  const latest = useRef(pair);
  const happen = useCallback(
    function happen(input: PairInput) {
      const { state, effects } = stepPair(latest.current, input);
      latest.current = state;
      draw(state);
      for (const effect of effects) run(effect);

      function run(effect: PairEffect) {
        if (effect.kind === "complain") return complain(effect.message);
        const { question, ticked } = effect;
        void put(`/api/interviews/${interviewId}/ticks`, { question, ticked }).then((answer) =>
          happen({ kind: "heard", question, ticked, answer }),
        );
      }
    },
    [interviewId, put, complain],
  );
  return [pair, happen];
}
