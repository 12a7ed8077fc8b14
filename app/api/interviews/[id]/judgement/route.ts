import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { keepJudgement, reopenJudgement } from "#lib/interview/judgement-mutations.ts";
import { interviewId, judgementInput } from "#lib/interview/schema.ts";
import { bodyOf, guarded, refuse } from "../../../_answering.ts";

type Context = RouteContext<"/api/interviews/[id]/judgement">;

/** Keeps the ticks, and calls what failed into the queue if that is wished for. */
export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, judgementInput, { interviewId: (await params).id });
    if (!body.ok) return body.refusal;
    const kept = await keepJudgement(db(), body.data, new Date(), localZone());
    return kept.ok ? Response.json({ failed: kept.failed, called: kept.called }) : refuse(request, kept.reason);
  });
}

/** Opens the judgement again, and takes back what it wrote. */
export async function DELETE(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const id = interviewId.safeParse((await params).id);
    if (!id.success) return refuse(request, "malformed", ["interviewId: must be a UUID"]);
    const opened = await reopenJudgement(db(), id.data, new Date(), localZone());
    return opened.ok ? new Response(null, { status: 204 }) : refuse(request, opened.reason);
  });
}
