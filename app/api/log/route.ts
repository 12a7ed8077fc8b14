import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { negotiate } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { LOG_BYTES_MAX } from "#lib/review/limits.ts";
import { isAhead } from "#lib/review/log/ahead-queries.ts";
import { parsingFile } from "#lib/review/log/csv.ts";
import { exportLog } from "#lib/review/log/export-queries.ts";
import { importState, startImport } from "#lib/review/log/import-job.ts";
import { inTurns } from "#lib/review/log/slices.ts";
import { bytesUpTo, guarded, isOfType } from "../_answering.ts";
import { toldImport, toldProblem } from "./_told.ts";

/**
 * The whole log as a table: GET hands it out; POST takes one over that was read without a problem, answers 202 and goes
 * on by itself: `import` beside this door tells how it stands. See lib/review/log/csv.ts for the form of the table.
 */
export async function GET(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const pieces = exportLog(db());
    // The first two pieces are read before anything is answered: trouble with the database is then told in a sentence.
    const head = [await pieces.next(), await pieces.next()].map(({ value }) => value ?? "").join("");
    return new Response(streamOf(head, pieces), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="retransmit-log.csv"',
        "cache-control": "no-store",
      },
    });
  });
}

export async function POST(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const language = negotiate(request.headers.get("accept-language"));
    const messages = messagesFor(language);
    const words = messages.log;
    const refuse = (status: number, reason: keyof typeof words.refused, fields: string[] = []) =>
      Response.json({ reason, message: words.refused[reason], fields }, { status });
    if (!isOfType(request, "text/csv")) return refuse(415, "not-csv");
    if (importState().state === "running") return refuse(409, "running");
    const bytes = await bytesUpTo(request, LOG_BYTES_MAX);
    if (bytes === null) return refuse(413, "too-large");
    const log = await inTurns(parsingFile(bytes), request.signal);
    if (!log.ok && log.problems === null) return refuse(422, "not-text");
    if (!log.ok) {
      const sentences = log.problems.map((problem) => toldProblem(problem, words));
      return refuse(422, "bad-lines", log.more > 0 ? [...sentences, say(words.more, { n: log.more })] : sentences);
    }
    const now = new Date();
    const { lines, ignored, ignoredMore } = log;
    const ahead = lines.filter(({ at }) => isAhead(at, now)).length;
    if (!startImport(db(), lines, { ignored, ignoredMore, ahead }, localZone())) return refuse(409, "running");
    const headers = { location: "/api/log/import" };
    return Response.json(toldImport(importState(), messages), { status: 202, headers });
  });
}

function streamOf(head: string, pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
