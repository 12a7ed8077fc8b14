import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { PredictionBox } from "#app/_prediction/prediction.tsx";
import { Button } from "#app/_ui/button.tsx";
import type { PlayerWords } from "#lib/i18n/words/player.ts";
import { type Answer, predictionOf } from "#lib/quiz/draw.ts";
import { gradeAnswer } from "#lib/quiz/grade.ts";
import type { Question } from "#lib/quiz/question.ts";
import type { Film } from "#lib/tcp/world/film.ts";

interface Props {
  film: Film;
  question: Question;
  words: PlayerWords;
  /** The frame was answered, rightly or not: the film goes on with it. */
  onDone: (isRight: boolean) => void;
}

/** What the film asks before a frame: a prediction, which is checked before the film goes on. */
export function AskMe({ film, question, words, onDone }: Props) {
  const { ask } = words;
  const name = useId();
  const [answer, setAnswer] = useState<Answer>({});
  const [isChecked, setChecked] = useState(false);
  const drawn = useMemo(() => predictionOf(film, question), [film, question]);
  const isRight = gradeAnswer(drawn, answer).every(({ ok }) => ok);
  const check = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
  };
  return (
    <form onSubmit={check} className="grid gap-3 px-4 py-4 text-sm sm:px-5">
      {isChecked && <Outcome>{isRight ? ask.right : ask.wrong}</Outcome>}
      <PredictionBox
        drawn={drawn}
        answer={answer}
        revealed={isChecked}
        words={words}
        name={name}
        onAnswer={setAnswer}
      />
      {isChecked ? (
        <Button key="go on" look="main" size="small" onClick={() => onDone(isRight)} className="justify-self-start">
          {ask.goOn}
        </Button>
      ) : (
        <Button key="check" type="submit" look="main" size="small" className="justify-self-start">
          {ask.check}
        </Button>
      )}
    </form>
  );
}

/** Right or wrong. What was pressed to learn it is gone, so that the focus comes here. */
function Outcome({ children }: { children: string }) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={sentence} role="status" tabIndex={-1} className="text-base font-medium">
      {children}
    </p>
  );
}
