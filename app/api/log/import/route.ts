import type { NextRequest } from "next/server";
import { negotiate } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { cancelImport, importState } from "#lib/review/log/import-job.ts";
import { guarded } from "../../_answering.ts";
import { toldImport } from "../_told.ts";

/** The import of a log: GET tells how it stands, DELETE cancels it. Both answer with its state, and a sentence about it. */
export async function GET(request: NextRequest): Promise<Response> {
  return guarded(request, async () => told(request));
}

export async function DELETE(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    await cancelImport();
    return told(request);
  });
}

function told(request: NextRequest): Response {
  return Response.json(toldImport(importState(), messagesFor(negotiate(request.headers.get("accept-language")))));
}
