export type Answer = { readonly ok: true; readonly said: unknown } | { readonly ok: false; readonly problem: Problem };

export interface Problem {
  /** A sentence in the page's language. */
  readonly message: string;
  /** What is wrong, for programs; null: nobody answered, or nobody of ours. */
  readonly reason: string | null;
  /** What is wrong in particular. */
  readonly fields: readonly string[];
}

/** Asks a door for data; whatever goes wrong comes back as a sentence, `unreachable` when there was no answer. */
export async function ask(path: `/api/${string}`, init: RequestInit, unreachable: string): Promise<Answer> {
  try {
    const headers = { ...init.headers, "accept-language": document.documentElement.lang };
    const response = await fetch(path, { cache: "no-store", ...init, headers });
    const said: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, said };
    return { ok: false, problem: problemOf(said) ?? { message: unreachable, reason: null, fields: [] } };
  } catch {
    return { ok: false, problem: { message: unreachable, reason: null, fields: [] } };
  }
}

/** Puts something there as JSON; as `ask`. A page that is closed sends its last words nevertheless. */
export function put(path: `/api/${string}`, body: object, unreachable: string): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return ask(path, { method: "PUT", headers, body: JSON.stringify(body), keepalive: true }, unreachable);
}

function problemOf(said: unknown): Problem | null {
  if (typeof said !== "object" || said === null || !("message" in said) || typeof said.message !== "string")
    return null;
  const fields = "fields" in said && Array.isArray(said.fields) ? said.fields.map(String) : [];
  const reason = "reason" in said && typeof said.reason === "string" ? said.reason : null;
  return { message: said.message, reason, fields };
}
