import type { NextRequest } from "next/server";
import { db } from "#lib/db/client.ts";
import { saveTicks } from "#lib/interview/judgement-mutations.ts";
import { ticksInput } from "#lib/interview/schema.ts";
import { bodyOf, guarded, happened } from "../../../_answering.ts";

/** Keeps which key points of a question were said. */
export async function PUT(request: NextRequest, { params }: RouteContext<"/api/interviews/[id]/ticks">) {
  return guarded(request, async () => {
    const body = await bodyOf(request, ticksInput, { interviewId: (await params).id });
    return body.ok ? happened(request, await saveTicks(db(), body.data, new Date())) : body.refusal;
  });
}
