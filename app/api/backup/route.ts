import type { NextRequest } from "next/server";
import { backupToHandOut, type Download } from "#lib/db/download.ts";
import { databaseFile } from "#lib/db/file.ts";
import { guarded, refuse } from "../_answering.ts";

function whyNot(backup: Extract<Download, { ok: false }>) {
  if (backup.reason === "no-place") return backup.trouble;
  return backup.reason === "damaged" ? "damaged" : "backup-busy";
}

/** The whole database as one checked file. Other sites cannot ask for it: making it is work. */
export async function GET(request: NextRequest): Promise<Response> {
  return guarded(request, async () => {
    const site = request.headers.get("sec-fetch-site") ?? "none";
    if (site !== "same-origin" && site !== "none") return refuse(request, "foreign-origin");
    const backup = await backupToHandOut(databaseFile(), request.signal);
    if (!backup.ok) return refuse(request, whyNot(backup));
    const name = `retransmit-${new Date().toISOString().slice(0, "2026-11-30".length)}.db`;
    return new Response(backup.stream, {
      headers: {
        "content-type": "application/vnd.sqlite3",
        "content-length": String(backup.bytes),
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}
