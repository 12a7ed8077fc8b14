import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { recordReview } from "#lib/review/mutations.ts";
import { answerInput, reviewId } from "#lib/review/schema.ts";
import { takeBack } from "#lib/review/taking-back.ts";
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
    if (!recorded.ok) return refuse(request, recorded.reason);
    const { already, leech } = recorded;
    return Response.json({ already, leech }, { status: already ? 200 : 201 });
  });
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
