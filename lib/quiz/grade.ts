import { type Answer, type Drawn, type DrawnPrediction, NO_ACK } from "./draw.ts";
import { type PredictedSegment, type PredictionPart, partsAsked, segmentIn } from "./prediction.ts";
import { plain } from "./typed.ts";

/** One part of a question: what was answered, what is right, and whether that is the same. */
export interface Graded {
  readonly part: string;
  readonly given: string;
  readonly right: string;
  readonly ok: boolean;
}

/**
 * Grades every part; one that was left out is wrong. Where one option is to be chosen, the choice is one part, named by
 * the right option: a wrong one is not two mistakes, and the others were not answered rightly by being left alone.
 */
export function gradeAnswer(drawn: Drawn, answer: Answer): Graded[] {
  if (drawn.kind === "choice" && !drawn.several) {
    const right = drawn.options.find((id) => drawn.right[id] === "yes") ?? "";
    const given = drawn.options.find((id) => answer[id] === "yes") ?? "";
    return [{ part: right, given, right, ok: given === right }];
  }
  return Object.entries(drawn.right).map(([part, right]) => {
    const given = drawn.kind === "predict" ? predicted(drawn, answer, part) : (answer[part] ?? "");
    return { part, given, right, ok: isSame(drawn, given, right) };
  });
}

/** Whether any part was answered at all. */
export function isAnswered(answer: Answer): boolean {
  return Object.values(answer).some((given) => given.trim() !== "");
}

/** The segment that was predicted, when it is not the one that is sent; null: it is, or none was predicted. */
export function wrongSegment(drawn: DrawnPrediction, answer: Answer): PredictedSegment | null {
  const isWrong = gradeAnswer(drawn, answer).some(({ part, ok }) => !ok && part !== "state");
  return isWrong && drawn.question.kind === "reaction" ? segmentIn(answer) : null;
}

/** A number that is not asked for with these flags does not count, whatever was typed before they were chosen. */
function predicted({ question }: DrawnPrediction, answer: Answer, part: string): string {
  const asked = partsAsked(question, answer);
  if (asked.includes(part as PredictionPart)) return answer[part] ?? "";
  return part === "ack" && asked.includes("seq") ? NO_ACK : "";
}

function isSame(drawn: Drawn, given: string, right: string): boolean {
  // A segment that is sent again looks the same as before: either may stand in the place of the other.
  if (drawn.kind === "order") return lookOf(drawn, given) === lookOf(drawn, right);
  if (drawn.kind === "choice") return (given === "yes" ? "yes" : "no") === right;
  return plain(given) === plain(right);
}

function lookOf(drawn: Extract<Drawn, { kind: "order" }>, flight: string): string {
  const row = drawn.rows.find((r) => String(r.flight) === flight);
  return row === undefined ? flight : [row.from, row.to, row.flags, row.seq, row.ack, row.len].join();
}
