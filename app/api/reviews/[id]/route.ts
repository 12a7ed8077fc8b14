import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { shownIntervals } from "#app/_review/shown.ts";
import { db } from "#lib/db/client.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { spanAhead } from "#lib/i18n/span.ts";
import { type Changed, recordReview } from "#lib/review/log/mutations.ts";
import { takeBack } from "#lib/review/log/undo-mutations.ts";
import { type AnswerInput, answerInput, reviewId } from "#lib/review/schema.ts";
import { bodyOf, guarded, refuse } from "../../_answering.ts";

/**
 * One entry of the log. PUT records an answer under the id that was minted with the card; DELETE takes an entry back,
 * whatever it was: what was done is undone, what was undone is redone. Both may be repeated: the second time changes
 * nothing and says `already`.
 */
type Context = RouteContext<"/api/reviews/[id]">;

export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, answerInput, { id: (await params).id });
    if (!body.ok) return body.refusal;
    const recorded = await recordReview(db(), body.data, new Date(), localZone());
    if (!recorded.ok && recorded.reason === "interval-changed") return askAgain(body.data, recorded.intervals);
    if (!recorded.ok) return refuse(request, recorded.reason);
    const { already, leech } = recorded;
    return Response.json({ already, leech }, { status: already ? 200 : 201 });
  });
}

/** 409, with what the buttons should say now. */
function askAgain({ language, rating, intervalMs }: AnswerInput, intervals: Changed["intervals"]): Response {
  const m = messagesFor(language);
  const back = (ms: number) => spanAhead(ms, m);
  const message = say(m.review.intervalChanged, {
    grade: m.review.grades[rating],
    now: back(intervals[rating]),
    before: back(intervalMs ?? 0),
  });
  const reason = "interval-changed" satisfies Changed["reason"];
  return Response.json({ reason, message, ...shownIntervals(intervals, m) }, { status: 409 });
}

export async function DELETE(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const id = reviewId.safeParse((await params).id);
    if (!id.success) return refuse(request, "malformed");
    const taken = await takeBack(db(), id.data, randomUUID(), new Date(), localZone());
    if (!taken.ok) return refuse(request, taken.reason);
    return Response.json({ already: taken.already, entryId: taken.entryId });
  });
}
