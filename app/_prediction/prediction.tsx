import { lazy, Suspense } from "react";
import { tellEvent, tellHostWithin } from "#app/_simulation/telling.ts";
import { say } from "#lib/i18n/say.ts";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import type { Answer, DrawnPrediction } from "#lib/quiz/draw.ts";
import { FLAGS } from "#lib/quiz/flags.ts";
import { gradeAnswer, wrongSegment } from "#lib/quiz/grade.ts";
import { NOTHING_SENT, type PredictionPart, partsAsked } from "#lib/quiz/prediction.ts";
import { STATES } from "#lib/tcp/state.ts";
import { PartField, PartResult } from "./part.tsx";
import { WaitChoice } from "./wait-choice.tsx";

// Loaded when somebody has predicted a segment that is wrong.
const Consequence = lazy(async () => ({ default: (await import("./consequence.tsx")).Consequence }));

export interface PredictionProps {
  drawn: DrawnPrediction;
  answer: Answer;
  /** Compared with the film: nothing can be changed any more. */
  revealed: boolean;
  words: PlayerWords;
  /** What its controls are called by, which nothing else on the page is. */
  name: string;
  onAnswer: (answer: Answer) => void;
}

/**
 * What comes next, to be predicted and then compared with the film: what a host does, or how long it is silent. Numbers
 * count from each ISN. It holds nothing: the answer is its owner's.
 */
export function PredictionBox(props: PredictionProps) {
  const { drawn, answer, revealed, words } = props;
  const wrong = revealed ? wrongSegment(drawn, answer) : null;
  return (
    <div className="grid content-start gap-3 text-sm">
      {drawn.question.kind === "when" ? (
        <WaitChoice {...props} choicesUs={drawn.question.choicesUs} />
      ) : (
        <ReactionParts {...props} />
      )}
      {wrong && (
        <Suspense>
          <Consequence film={drawn.film} question={drawn.question} predicted={wrong} words={words} />
        </Suspense>
      )}
    </div>
  );
}

/** What a host does about what happens to it, part by part. */
function ReactionParts({ drawn, answer, revealed, words, name, onAnswer }: PredictionProps) {
  const { film, question } = drawn;
  const event = film.frames[question.frame]?.event;
  const labels: Partial<Record<string, string>> = { flags: words.ask.sends, state: words.ask.state };
  const tell = (value: string) => (value === NOTHING_SENT ? words.ask.nothing : value);
  return (
    <>
      {event !== undefined && <p className="font-medium">{tellEvent(film, event, "relative", words)}</p>}
      <p>{say(words.ask.reaction, { host: tellHostWithin(question.host, words) })}</p>
      {revealed ? (
        gradeAnswer(drawn, answer).map((graded) => (
          <PartResult
            key={graded.part}
            graded={graded}
            label={labels[graded.part] ?? graded.part}
            tell={tell}
            words={words}
          />
        ))
      ) : (
        <div className="flex flex-wrap gap-3">
          {partsAsked(question, answer).map((part) => (
            <PartField
              key={part}
              label={labels[part] ?? part}
              name={`${name} ${part}`}
              value={answer[part] ?? ""}
              choices={choicesFor(part)}
              tell={tell}
              words={words}
              onChange={(value) => onAnswer({ ...answer, [part]: value })}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** What a part is chosen from; null: a number is typed. */
function choicesFor(part: PredictionPart): readonly string[] | null {
  if (part === "flags") return [...FLAGS, NOTHING_SENT];
  return part === "state" ? STATES : null;
}
