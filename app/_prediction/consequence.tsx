import { useMemo } from "react";
import { sentIn, tellEvent, tellSegment } from "#app/_simulation/telling.ts";
import { say } from "#lib/i18n/say.ts";
import { explain } from "#lib/i18n/why.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { consequenceOf } from "#lib/quiz/consequence.ts";
import type { PredictedSegment, Question } from "#lib/quiz/prediction.ts";
import { sourceOf } from "#lib/tcp/why/why.ts";
import type { Film } from "#lib/tcp/world/film.ts";

interface Props {
  film: Film;
  question: Question;
  predicted: PredictedSegment;
  words: PlayerWords;
}

/** What would come of a segment that was predicted wrongly. */
export function Consequence({ film, question, predicted, words }: Props) {
  const outcome = useMemo(() => consequenceOf(film, question, predicted), [film, question, predicted]);
  const frame = outcome?.film.frames[outcome.frame];
  if (!outcome || !frame) return null;
  return (
    <div className="rounded-lg bg-alarm-soft px-3 py-2">
      <p className="font-medium">{words.ask.consequence}</p>
      <p>{tellEvent(outcome.film, frame.event, "relative", words)}</p>
      {frame.why.map((why) => (
        <p key={why.key}>
          {explain(why, words)} <span className="text-quiet">{sourceOf(why)}</span>
        </p>
      ))}
      {sentIn(outcome.film, frame).map((flight) => (
        <p key={flight.id}>→ {say(words.sends, { segment: tellSegment(flight, "relative") })}</p>
      ))}
    </div>
  );
}
