import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { readInterviews } from "#lib/interview/history-queries.ts";
import { historyMarkdown } from "#lib/interview/markdown.ts";
import { readLearner } from "#lib/learner/learner.ts";
import { guarded } from "../_answering.ts";
import { asFile, languageAsked } from "./_markdown.ts";

/** All judged interviews as a table in Markdown. */
export async function GET(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const language = languageAsked(request);
    const history = await readInterviews(db(), language, new Date());
    const { clock } = await readLearner(db(), localZone());
    return asFile(historyMarkdown(history, clock.zone, language, messagesFor(language)), "interviews");
  });
}
