"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";

/** What an input makes of a machine, and what is to be done. */
interface MachineStep<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/**
 * A pure machine on a page: lives through what happens, draws what it has become, and lets `run` do what follows, which may
 * say that something happened in turn. `step` stays the same function for good; `run` may be another with every drawing.
 */
export function useMachine<State, Input, Effect>(
  begin: State | (() => State),
  step: (state: State, input: Input) => MachineStep<State, Effect>,
  run: (effect: Effect, happen: (input: Input) => void) => void,
): readonly [State, (input: Input) => void] {
  const [state, draw] = useState(begin);
  // Two things may happen before it is drawn anew: the second meets what the first has left.
  const latest = useRef(state);
  const doing = useRef(run);
  useLayoutEffect(() => {
    doing.current = run;
  });
  const happen = useCallback(
    function happen(input: Input) {
      const next = step(latest.current, input);
      latest.current = next.state;
      draw(() => next.state);
      for (const effect of next.effects) doing.current(effect, happen);
    },
    [step],
  );
  return [state, happen];
}
