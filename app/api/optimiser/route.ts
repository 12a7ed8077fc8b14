import type { NextRequest } from "next/server";
import { db } from "#lib/db/client.ts";
import { negotiate } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { cancelOptimiser, optimiserState, startOptimiser } from "#lib/optimiser/optimiser-job.ts";
import { guarded } from "../_answering.ts";

/** The search for better weights: POST starts one, GET tells how it stands, DELETE cancels it. All answer with its state. */
export async function GET(request: NextRequest): Promise<Response> {
  return guarded(request, async () => Response.json(await optimiserState(db())));
}

export async function POST(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const started = await startOptimiser(db());
    if (started.ok) return Response.json(await optimiserState(db()), { status: 202 });
    const { optimiser } = messagesFor(negotiate(request.headers.get("accept-language")));
    return started.reason === "running"
      ? Response.json({ reason: "running", message: optimiser.running }, { status: 409 })
      : Response.json({ reason: "too-few", message: say(optimiser.missing, { n: started.missing }) }, { status: 422 });
  });
}

export async function DELETE(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    await cancelOptimiser();
    return Response.json(await optimiserState(db()));
  });
}
