import { type Question, questionAt } from "#lib/quiz/question.ts";
import type { Film } from "#lib/tcp/world/film.ts";

/** The next frame that asks something and was not answered; null: none. */
export function nextPrediction(
  film: Film,
  moment: number,
  last: number,
  answers: ReadonlyMap<number, boolean>,
): Question | null {
  for (let i = moment + 1; i <= last; i++) {
    const question = answers.has(i) ? null : questionAt(film, i);
    if (question !== null) return question;
  }
  return null;
}
