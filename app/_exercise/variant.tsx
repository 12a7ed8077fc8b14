import { type ComponentProps, useMemo } from "react";
import { useCommands } from "#app/_ui/keys/commands.ts";
import { draw } from "#lib/quiz/draw.ts";
import type { Exercise } from "#lib/quiz/exercise.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { ExerciseBox } from "./exercise.tsx";

interface Props extends Omit<ComponentProps<typeof ExerciseBox>, "drawn"> {
  asked: Exercise;
  scenario: Scenario;
  seed: number;
  /** What was answered is to be graded. */
  onCheck: () => void;
}

/** An exercise as it comes out of a seed. */
export function Drawing({ asked, scenario, seed, onCheck, ...rest }: Props) {
  const check = { name: "check", keys: ["Mod+Enter"], label: rest.words.check, enabled: !rest.revealed } as const;
  useCommands({ check: { ...check, act: onCheck } });
  const drawn = useMemo(() => draw(asked, scenario, seed), [asked, scenario, seed]);
  return <ExerciseBox drawn={drawn} {...rest} />;
}
