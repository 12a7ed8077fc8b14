import { useMemo } from "react";
import { PredictionBox } from "#app/_prediction/prediction.tsx";
import { Diagram } from "#app/_simulation/diagram/diagram.tsx";
import { layOutFilm } from "#app/_simulation/diagram/layout.ts";
import { writeSegment } from "#app/_simulation/telling.ts";
import { ScrollBox } from "#app/_ui/scroll-box.tsx";
import type { PartProps } from "./exercise.tsx";

/** The film stands still before a frame, and beside it is asked what comes next. */
export function Predict(props: PartProps<"predict">) {
  const { drawn, revealed } = props;
  const { player } = props.words;
  const { film, question } = drawn;
  const layout = useMemo(() => layOutFilm(film, (flight) => writeSegment(flight, "relative", player)), [film, player]);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ScrollBox className="max-h-96 overflow-y-auto rounded border border-line bg-paper py-2">
        <Diagram film={film} layout={layout} moment={revealed ? question.frame : question.frame - 1} words={player} />
      </ScrollBox>
      <PredictionBox {...props} words={player} />
    </div>
  );
}
