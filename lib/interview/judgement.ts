import type { SpokenCard } from "#lib/content/interview-queries.ts";
import { type AskedQuestion, type Judged, judgedQuestions } from "./score.ts";
import type { Stored } from "./stored.ts";

/** A question of an interview with its card, and what was ticked. */
export interface JudgedCard extends AskedQuestion, Judged {
  readonly card: SpokenCard;
  readonly ticked: readonly string[];
}

/** The questions of an interview that can be judged, as they are ticked now. */
export function judgedCards(
  { course, plan, ticks }: Pick<Stored, "course" | "plan" | "ticks">,
  cards: ReadonlyMap<string, SpokenCard>,
): JudgedCard[] {
  const someTicked = new Set([...ticks].flatMap(([question, ticked]) => (ticked.length > 0 ? [question] : [])));
  return judgedQuestions(course, someTicked).flatMap((asked): JudgedCard[] => {
    const card = cards.get(plan[asked.question] ?? "");
    if (card === undefined) return [];
    // A key point may have gone since: what is not there cannot have been said.
    const ticked = (ticks.get(asked.question) ?? []).filter((id) => card.keyPointIds.includes(id));
    const { main } = asked;
    return [
      {
        ...asked,
        card,
        ticked,
        topicId: card.topicId,
        keyPoints: card.keyPointIds.length,
        said: ticked.length,
        wasSkipped: main.end === "skipped" && ticked.length === 0,
        thinkMs: main.thinkMs,
        answerMs: main.answerMs,
      },
    ];
  });
}
