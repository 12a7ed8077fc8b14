import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { recordAction } from "#lib/review/log/mutations.ts";
import { actionInput } from "#lib/review/schema.ts";
import { bodyOf, guarded, happened } from "../../_answering.ts";

/** Suspends, resumes, buries or resets a card, under an id of the page's own; taken back like an answer. */
export async function PUT(request: NextRequest, { params }: RouteContext<"/api/actions/[id]">): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, actionInput, { id: (await params).id });
    if (!body.ok) return body.refusal;
    return happened(request, await recordAction(db(), body.data, new Date(), localZone()));
  });
}
