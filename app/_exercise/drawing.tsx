import { type ComponentProps, useMemo } from "react";
import { draw } from "#lib/quiz/draw.ts";
import type { Exercise } from "#lib/quiz/exercise.ts";
import type { Scenario } from "#lib/tcp/scenario.ts";
import { ExerciseBox } from "./exercise.tsx";

interface Props extends Omit<ComponentProps<typeof ExerciseBox>, "drawn"> {
  asked: Exercise;
  scenario: Scenario;
  seed: number;
}

/** An exercise as it comes out of a seed. */
export function Drawing({ asked, scenario, seed, ...rest }: Props) {
  const drawn = useMemo(() => draw(asked, scenario, seed), [asked, scenario, seed]);
  return <ExerciseBox drawn={drawn} {...rest} />;
}
