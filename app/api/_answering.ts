import type { NextRequest } from "next/server";
import type { z } from "zod";
import { troubleOf } from "#lib/db/trouble.ts";
import { negotiate } from "#lib/i18n/languages.ts";
import { messagesFor, type ProblemKey } from "#lib/i18n/messages.ts";

/** What all doors for data have in common: JSON in, JSON out, and a sentence in the reader's language when it fails. */

const STATUS = {
  malformed: 400,
  "unknown-card": 404,
  "unknown-review": 404,
  "unknown-interview": 404,
  "interview-over": 409,
  "interview-moved-on": 409,
  "interview-not-over": 409,
  "interview-judged": 409,
  "interview-followed": 409,
  "no-pause": 409,
  "nothing-to-ask": 422,
  "card-retired": 410,
  stale: 409,
  "id-taken": 409,
  "recorded-otherwise": 409,
  "not-the-last": 409,
  "foreign-origin": 403,
  "backup-busy": 409,
  "not-json": 415,
  "too-large": 413,
  unexpected: 500,
  locked: 503,
  "read-only": 503,
  unreachable: 503,
  damaged: 503,
  full: 507,
  "no-file": 503,
  linked: 503,
  "long-name": 503,
  stopping: 503,
} as const satisfies Partial<Record<ProblemKey, number>>;
export type Reason = keyof typeof STATUS;

/** Trouble with the database is told as such; anything else is a bug: it is logged, and the client gets a plain sentence. */
export async function guarded(request: NextRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(error);
    console.error(trouble === null ? "unexpected:" : `database ${trouble}:`, error);
    return refuse(request, trouble ?? "unexpected");
  }
}

export function refuse(request: NextRequest, reason: Reason, fields?: string[]): Response {
  const message = messagesFor(negotiate(request.headers.get("accept-language"))).problems[reason];
  return Response.json({ reason, message, ...(fields && { fields }) }, { status: STATUS[reason] });
}

/** What became of something that happens once, however often it is told: 201 the first time, 200 after that. */
export function happened(
  request: NextRequest,
  outcome: { readonly ok: true; readonly already: boolean } | { readonly ok: false; readonly reason: Reason },
): Response {
  if (!outcome.ok) return refuse(request, outcome.reason);
  return Response.json({ already: outcome.already }, { status: outcome.already ? 200 : 201 });
}

/** More than any form of this product sends; the log, which is larger, has a door of its own. */
const BODY_BYTES_MAX = 64 * 1024;

/** So many fields of a bad request are named. */
const FIELDS_MAX = 20;
const FIELD_LENGTH_MAX = 200;

/** The body as the schema has it, `more` added to it first; or the refusal. */
export async function bodyOf<T>(
  request: NextRequest,
  schema: z.ZodType<T>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ ok: true; data: T } | { ok: false; refusal: Response }> {
  if (!isOfType(request, "application/json")) return { ok: false, refusal: refuse(request, "not-json") };
  const bytes = await bytesUpTo(request, BODY_BYTES_MAX);
  if (bytes === null) return { ok: false, refusal: refuse(request, "too-large") };
  const body = jsonIn(bytes);
  const parsed = schema.safeParse(typeof body === "object" && body !== null ? { ...body, ...more } : body);
  if (parsed.success) return { ok: true, data: parsed.data };
  return { ok: false, refusal: refuse(request, "malformed", fieldsOf(parsed.error)) };
}

/** Whether the body is said to be of this media type; parameters such as the charset may follow (RFC 9110, 8.3.1). */
export function isOfType(request: NextRequest, type: string): boolean {
  const [said = ""] = (request.headers.get("content-type") ?? "").split(";");
  return said.trim().toLowerCase() === type;
}

/** The body as it came; null when it has more bytes than that, as far as it was read. */
export async function bytesUpTo(request: NextRequest, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** null: no JSON, or not in UTF-8, the only encoding that JSON has between programs (RFC 8259, 8.1). */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function fieldsOf({ issues }: z.ZodError): string[] {
  const fields = issues.slice(0, FIELDS_MAX).map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  const named = fields.map((field) =>
    field.length > FIELD_LENGTH_MAX ? `${field.slice(0, FIELD_LENGTH_MAX)}…` : field,
  );
  return issues.length > FIELDS_MAX ? [...named, `and ${issues.length - FIELDS_MAX} more`] : named;
}
