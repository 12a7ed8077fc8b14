import { useMemo } from "react";
import { sentIn, tellEvent, tellSegment } from "#app/_simulation/telling.ts";
import { WORDS } from "#app/_simulation/words.ts";
import type { Language } from "#lib/i18n/languages.ts";
import { consequenceOf } from "#lib/quiz/consequence.ts";
import type { PredictedSegment, Question } from "#lib/quiz/prediction.ts";
import { explain, sourceOf } from "#lib/tcp/why/why.ts";
import type { Film } from "#lib/tcp/world/film.ts";

interface Props {
  film: Film;
  question: Question;
  predicted: PredictedSegment;
  language: Language;
}

/** What would come of a segment that was predicted wrongly. */
export function Consequence({ film, question, predicted, language }: Props) {
  const words = WORDS[language];
  const outcome = useMemo(() => consequenceOf(film, question, predicted), [film, question, predicted]);
  const frame = outcome?.film.frames[outcome.frame];
  if (!outcome || !frame) return null;
  return (
    <div className="rounded-lg bg-alarm-soft px-3 py-2">
      <p className="font-medium">{words.ask.consequence}</p>
      <p>{tellEvent(outcome.film, frame.event, "relative", words)}</p>
      {frame.why.map((why) => (
        <p key={why.key}>
          {explain(why, language)} <span className="text-quiet">{sourceOf(why)}</span>
        </p>
      ))}
      {sentIn(outcome.film, frame).map((flight) => (
        <p key={flight.id}>→ {words.sends(tellSegment(flight, "relative"))}</p>
      ))}
    </div>
  );
}
