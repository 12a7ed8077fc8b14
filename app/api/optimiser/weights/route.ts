import type { NextRequest } from "next/server";
import { db } from "#lib/db/client.ts";
import { dropWeights } from "#lib/optimiser/optimiser-job.ts";
import { guarded } from "../../_answering.ts";

/** The learner's own weights; without them, those that come with FSRS are in force. */
export async function DELETE(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    await dropWeights(db());
    return new Response(null, { status: 204 });
  });
}
