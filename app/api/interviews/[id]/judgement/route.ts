import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { keepJudgement } from "#lib/interview/judging.ts";
import { judgementInput } from "#lib/interview/schema.ts";
import { bodyOf, guarded, refuse } from "../../../_answering.ts";

/** Keeps the ticks, and calls what failed into the queue if that is wished for. */
export async function PUT(request: NextRequest, { params }: RouteContext<"/api/interviews/[id]/judgement">) {
  return guarded(request, async () => {
    const body = await bodyOf(request, judgementInput, { interviewId: (await params).id });
    if (!body.ok) return body.refusal;
    const kept = await keepJudgement(db(), body.data, new Date(), localZone());
    return kept.ok ? Response.json({ failed: kept.failed, called: kept.called }) : refuse(request, kept.reason);
  });
}
