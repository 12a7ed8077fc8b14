import type { ReviewWords } from "./words.ts";

export type Outcome =
  | { ok: true }
  | { ok: false; message: string /** What the page shows is not true any more. */; outdated: boolean };

/**
 * Records an answer, or takes it back. The same id may be sent again after a failure: the server counts it once.
 * Whatever goes wrong comes back as a sentence in the page's language.
 */
export async function send(
  method: "PUT" | "DELETE",
  id: string,
  body: object | null,
  words: ReviewWords,
): Promise<Outcome> {
  try {
    const response = await fetch(`/api/reviews/${id}`, {
      method,
      headers: {
        "accept-language": document.documentElement.lang,
        ...(body && { "content-type": "application/json" }),
      },
      body: body && JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    const problem: unknown = await response.json().catch(() => null);
    return {
      ok: false,
      message: messageOf(problem) ?? words.unexpected,
      outdated: [404, 409, 410].includes(response.status),
    };
  } catch {
    return { ok: false, message: words.offline, outdated: false };
  }
}

function messageOf(problem: unknown): string | null {
  if (typeof problem !== "object" || problem === null || !("message" in problem)) return null;
  return typeof problem.message === "string" ? problem.message : null;
}
