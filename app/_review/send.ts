import { asJson, ask } from "#app/_ui/ask.ts";
import type { Shown } from "./shown.ts";

/** What is said when the server did not. */
export interface Failed {
  readonly offline: string;
  readonly unexpected: string;
}

export type Method = "PUT" | "DELETE";
export type ReviewPath = `/api/${"reviews" | "actions"}/${string}`;
export type SendOutcome =
  | {
      ok: true /** The card was forgotten so often that more of the same will not help: how often. */;
      leech: number | null;
    }
  | {
      ok: false;
      message: string /** What the page shows is not true any more. */;
      outdated: boolean /** What the buttons should say instead, if that is all; null otherwise. */;
      changed: Shown | null;
    };

/**
 * Records an answer or an action, or takes one back. The same may be sent again after a failure: the server counts it
 * once. Whatever goes wrong comes back as a sentence in the page's language.
 */
export async function send(
  method: Method,
  path: ReviewPath,
  body: object | null,
  failed: Failed,
): Promise<SendOutcome> {
  const reply = await ask(path, { method, ...(body && asJson(body)) }, failed.offline, failed.unexpected);
  if (reply.ok) return { ok: true, leech: leechOf(reply.said) };
  const { message, status } = reply.problem;
  const changed = shownIn(reply.said);
  const outdated = changed === null && status !== null && [404, 409, 410].includes(status);
  return { ok: false, message, outdated, changed };
}

function shownIn(said: unknown): Shown | null {
  if (typeof said !== "object" || said === null || !("intervals" in said && "spans" in said)) return null;
  const { intervals, spans } = said;
  return Array.isArray(intervals) && Array.isArray(spans)
    ? { intervals: intervals.map(Number), spans: spans.map(String) }
    : null;
}

function leechOf(said: unknown): number | null {
  if (typeof said !== "object" || said === null || !("leech" in said)) return null;
  return typeof said.leech === "number" ? said.leech : null;
}
