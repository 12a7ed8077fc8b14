"use client";

import { lazy, Suspense, useCallback, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import type { ExerciseWords } from "#lib/i18n/words/exercise.ts";
import type { Answer } from "#lib/quiz/draw.ts";
import { type Exercise, isDrawn } from "#lib/quiz/exercise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import type { Option } from "./exercise.tsx";

// Loaded when somebody wants to be asked; most come to read.
const Drawing = lazy(async () => ({ default: (await import("./variant.tsx")).Drawing }));

interface Props {
  asked: Exercise;
  scenario: Scenario;
  options: readonly Option[];
  words: ExerciseWords;
}

/** A card's exercise outside of a review: nothing is recorded, and what is drawn can be drawn again. */
export function Practice({ asked, scenario, options, words }: Props) {
  const [seed, setSeed] = useState<number | null>(null);
  const [answer, setAnswer] = useState<Answer>({});
  const [revealed, setRevealed] = useState(false);
  const ask = (next: number) => {
    setSeed(next);
    setAnswer({});
    setRevealed(false);
  };
  // The button that was pressed is gone by then.
  const focusOn = useCallback((shown: HTMLElement | null) => shown?.focus(), []);
  if (seed === null) {
    return (
      <Button look="quiet" onClick={() => ask(1)}>
        {words.try}
      </Button>
    );
  }
  return (
    <div className="space-y-3">
      <Suspense>
        <Drawing
          key={seed}
          {...{ asked, scenario, options, words, seed, answer, revealed, name: "practice", onAnswer: setAnswer }}
          task={focusOn}
          result={focusOn}
          onCheck={() => setRevealed(true)}
        />
      </Suspense>
      {!revealed && (
        <Button look="quiet" aria-keyshortcuts="Control+Enter Meta+Enter" onClick={() => setRevealed(true)}>
          {words.check}
        </Button>
      )}
      {revealed && (isDrawn(asked) || asked.kind === "order") && (
        <Button look="quiet" onClick={() => ask(seed + 1)}>
          {words.again}
        </Button>
      )}
    </div>
  );
}
