import type { NextRequest } from "next/server";
import { db } from "#lib/db/client.ts";
import { recordEvent } from "#lib/interview/mutations.ts";
import { eventInput } from "#lib/interview/schema.ts";
import { bodyOf, guarded, happened } from "../../../../_answering.ts";

type Context = RouteContext<"/api/interviews/[id]/events/[event]">;

/** Takes down what happens in an interview, under an id of the page's own: an answer, a skip, a pause, the end. */
export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const { id, event } = await params;
    const body = await bodyOf(request, eventInput, { id: event, interviewId: id });
    return body.ok ? happened(request, await recordEvent(db(), body.data, new Date())) : body.refusal;
  });
}
