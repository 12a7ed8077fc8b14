import { randomInt } from "node:crypto";
import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { readDebrief } from "#lib/interview/debrief-queries.ts";
import { debriefMarkdown } from "#lib/interview/markdown.ts";
import { startInterview } from "#lib/interview/mutations.ts";
import { interviewId, startInput } from "#lib/interview/schema.ts";
import { bodyOf, guarded, happened, refuse } from "../../_answering.ts";
import { asFile, languageAsked } from "../_markdown.ts";

type Context = RouteContext<"/api/interviews/[id]">;

const SEED_MAX = 2 ** 31;

/** Begins an interview, under an id of the page's own. */
export async function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const body = await bodyOf(request, startInput, { id: (await params).id });
    if (!body.ok) return body.refusal;
    return happened(request, await startInterview(db(), body.data, new Date(), localZone(), randomInt(SEED_MAX)));
  });
}

/** A debrief as Markdown; nothing before the interview is over. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  return guarded(request, async () => {
    const id = interviewId.safeParse((await params).id);
    if (!id.success) return refuse(request, "unknown-interview");
    const language = languageAsked(request);
    const read = await readDebrief(db(), id.data, language, new Date());
    if (read.state !== "over") {
      return refuse(request, read.state === "open" ? "interview-not-over" : "unknown-interview");
    }
    const { startedAt } = read.debrief;
    const text = debriefMarkdown(read.debrief, language, messagesFor(language));
    return asFile(text, `interview-${startedAt.toISOString().slice(0, 10)}`);
  });
}
