import { z } from "zod";
import type { Db, Tx } from "#lib/db/client.ts";
import { LEARNER } from "#lib/learner/learner.ts";
import { knownWord } from "#lib/review/log/rows.ts";
import { type Course, type CourseEvent, courseOf, EVENT_KINDS } from "./course.ts";
import { MINUTE_MS } from "./limits.ts";
import { asked, board, wishes as wishesSchema } from "./schema.ts";
import { CLOCK_RULES, type ClockRules, type Wishes } from "./wishes.ts";

/** An interview as it is stored, and where it stands. */
export interface Stored {
  readonly id: string;
  readonly startedAt: Date;
  readonly wishes: Wishes;
  readonly rules: ClockRules;
  readonly limitMs: number;
  /** Ids of cards, in the order in which they are asked. */
  readonly plan: readonly string[];
  readonly seed: number;
  readonly zone: string;
  readonly seenAt: Date;
  readonly judgedAt: Date | null;
  readonly course: Course;
  /** What was said so far to the thing at hand. */
  readonly draft: { readonly text: string; readonly board: z.infer<typeof board> };
  /** Ids of the key points that were ticked, by question. */
  readonly ticks: ReadonlyMap<number, readonly string[]>;
}

const NO_DRAFT = { text: "", board: null };
const draftSchema = z.object({ turn: z.int(), text: z.string(), board }).nullable();
const ids = z.array(z.string());
const WITH = { events: { orderBy: { seq: "asc" } }, ticks: true } as const;

/** One interview, as it stands at `now`; null: there is none of this id. */
export async function readStored(db: Db | Tx, id: string, now: Date): Promise<Stored | null> {
  const row = await findRow(db, id);
  return row === null ? null : storedOf(row, now);
}

/** The last `take` interviews, the latest first. */
export async function readAllStored(db: Db, now: Date, take: number): Promise<Stored[]> {
  const rows = await db.interview.findMany({
    where: { learnerId: LEARNER },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take,
    include: WITH,
  });
  return rows.map((row) => storedOf(row, now));
}

function findRow(db: Db | Tx, id: string) {
  return db.interview.findUnique({ where: { id }, include: WITH });
}
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function storedOf(row: Row, now: Date): Stored {
  const wishes = wishesSchema.parse(row.wishes);
  const rules = CLOCK_RULES[wishes.clock];
  const limitMs = wishes.minutes * MINUTE_MS;
  const events = row.events.map(
    (event): CourseEvent => ({
      at: event.at.getTime(),
      kind: knownWord(EVENT_KINDS, event.kind, "InterviewEvent.kind"),
      text: event.text,
      board: board.parse(event.board),
      next: asked.nullable().parse(event.next),
    }),
  );
  const kept = draftSchema.parse(row.draft);
  const turns = events.filter(({ next }) => next !== null).length;
  // What was typed to something else is no answer to what is at hand.
  const draft = kept !== null && kept.turn === turns - 1 ? { text: kept.text, board: kept.board } : NO_DRAFT;
  const standing = { now: now.getTime(), seenAt: row.seenAt.getTime(), draft };
  return {
    id: row.id,
    startedAt: row.startedAt,
    wishes,
    rules,
    limitMs,
    plan: ids.parse(row.plan),
    seed: row.seed,
    zone: row.zone,
    seenAt: row.seenAt,
    judgedAt: row.judgedAt,
    course: courseOf(events, rules, limitMs, standing),
    draft,
    ticks: new Map(row.ticks.map(({ question, ticked }) => [question, ids.parse(ticked)])),
  };
}
