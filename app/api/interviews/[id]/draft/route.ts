import type { NextRequest } from "next/server";
import { db } from "#lib/db/client.ts";
import { saveDraft } from "#lib/interview/mutations.ts";
import { draftInput } from "#lib/interview/schema.ts";
import { bodyOf, guarded, happened } from "../../../_answering.ts";

/** Keeps what is being said, and takes it as a sign of life. */
export async function PUT(request: NextRequest, { params }: RouteContext<"/api/interviews/[id]/draft">) {
  return guarded(request, async () => {
    const body = await bodyOf(request, draftInput, { interviewId: (await params).id });
    return body.ok ? happened(request, await saveDraft(db(), body.data, new Date())) : body.refusal;
  });
}
