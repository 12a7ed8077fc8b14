import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { troubleOf } from "#lib/db/trouble.ts";
import { negotiate } from "#lib/i18n/languages.ts";
import { messagesFor, type ProblemKey } from "#lib/i18n/messages.ts";
import { recordReview, undoReview } from "#lib/review/mutations.ts";
import { answerInput, reviewId } from "#lib/review/schema.ts";

/**
 * One answer. PUT records it under the id that was minted with the card; DELETE takes it back. Both may be repeated:
 * the second time changes nothing and says `already`.
 */
type Context = RouteContext<"/api/reviews/[id]">;

export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    if (!request.headers.get("content-type")?.startsWith("application/json")) return refuse(request, 415, "not-json");
    const body: unknown = await request.json().catch(() => null);
    const { id } = await params;
    const input = answerInput.safeParse(typeof body === "object" && body !== null ? { ...body, id } : body);
    if (!input.success) {
      const fields = input.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
      return refuse(request, 400, "malformed", fields);
    }
    const recorded = await recordReview(db(), input.data, new Date(), localZone());
    if (!recorded.ok) return refuse(request, STATUS[recorded.reason], recorded.reason);
    return Response.json({ already: recorded.already }, { status: recorded.already ? 200 : 201 });
  });
}

export async function DELETE(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const id = reviewId.safeParse((await params).id);
    if (!id.success) return refuse(request, 400, "malformed");
    const undone = await undoReview(db(), id.data, randomUUID(), new Date(), localZone());
    if (!undone.ok) return refuse(request, STATUS[undone.reason], undone.reason);
    return Response.json({ already: undone.already });
  });
}

const STATUS = {
  "unknown-card": 404,
  "unknown-review": 404,
  "card-retired": 410,
  stale: 409,
  "id-taken": 409,
  "recorded-otherwise": 409,
  "not-the-last": 409,
  locked: 503,
  "read-only": 503,
  unreachable: 503,
  damaged: 503,
  full: 507,
} as const satisfies Partial<Record<ProblemKey, number>>;

/** Trouble with the database is told as such; anything else is a bug: it is logged, and the client gets a plain sentence. */
async function guarded(request: NextRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(error);
    console.error(trouble === null ? "unexpected:" : `database ${trouble}:`, error);
    return trouble === null ? refuse(request, 500, "unexpected") : refuse(request, STATUS[trouble], trouble);
  }
}

function refuse(request: NextRequest, status: number, reason: ProblemKey, fields?: string[]): Response {
  const message = messagesFor(negotiate(request.headers.get("accept-language"))).problems[reason];
  return Response.json({ reason, message, ...(fields && { fields }) }, { status });
}
