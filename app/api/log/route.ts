import type { NextRequest } from "next/server";
import { localZone } from "#app/_door.ts";
import { db } from "#lib/db/client.ts";
import { negotiate } from "#lib/i18n/languages.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { parseLog } from "#lib/review/csv.ts";
import { exportLog } from "#lib/review/export.ts";
import { importLog } from "#lib/review/import.ts";
import { LOG_BYTES_MAX } from "#lib/review/limits.ts";
import { guarded, isOfType, textUpTo } from "../_answering.ts";

/** The whole log as a table: GET hands it out, POST takes one over. See lib/review/csv.ts for its form. */
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
    const { log: words } = messagesFor(negotiate(request.headers.get("accept-language"))).settings;
    const refuse = (status: number, reason: keyof typeof words.refused, fields: string[] = []) =>
      Response.json({ reason, message: words.refused[reason], fields }, { status });
    if (!isOfType(request, "text/csv")) return refuse(415, "not-csv");
    const text = await textUpTo(request, LOG_BYTES_MAX);
    if (text === null) return refuse(413, "too-large");
    const log = parseLog(text, Date.now());
    if (!log.ok) {
      const sentences = log.problems.map(({ line, trouble }) => words.line(line, words.troubles[trouble]));
      return refuse(422, "bad-lines", log.more > 0 ? [...sentences, words.more(log.more)] : sentences);
    }
    const imported = await importLog(db(), log.lines, localZone());
    return Response.json({ ...imported, message: words.imported(imported) });
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
