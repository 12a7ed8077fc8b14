/** What a door answers; `said` is its JSON, null where it was none. */
export type Reply =
  | { readonly ok: true; readonly said: unknown }
  | { readonly ok: false; readonly said: unknown; readonly problem: ReplyProblem };

export interface ReplyProblem {
  /** A sentence in the page's language. */
  readonly message: string;
  /** What is wrong, for programs; null: nobody answered, or nobody of ours. */
  readonly reason: string | null;
  /** What is wrong in particular. */
  readonly fields: readonly string[];
  /** The status of HTTP; null: nobody answered. */
  readonly status: number | null;
}

/**
 * Asks a door for data: the browser's one way to talk to the server. Whatever goes wrong comes back as a sentence:
 * `unreachable` when there was no answer, or one without a sentence unless there is one for that, `unexpected`.
 */
export async function ask(
  path: `/api/${string}`,
  init: RequestInit,
  unreachable: string,
  unexpected = unreachable,
): Promise<Reply> {
  try {
    const headers = { ...init.headers, "accept-language": document.documentElement.lang };
    const response = await fetch(path, { cache: "no-store", ...init, headers });
    const said: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, said };
    return { ok: false, said, problem: problemIn(said, response.status, unexpected) };
  } catch {
    return { ok: false, said: null, problem: { message: unreachable, reason: null, fields: [], status: null } };
  }
}

/** Puts something there as JSON; as `ask`. A page that is closed sends its last words nevertheless. */
export function put(path: `/api/${string}`, body: object, unreachable: string): Promise<Reply> {
  return ask(path, { method: "PUT", ...asJson(body), keepalive: true }, unreachable);
}

/** A body of a request that is JSON. */
export function asJson(body: object): Pick<RequestInit, "headers" | "body"> {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function problemIn(said: unknown, status: number, unexpected: string): ReplyProblem {
  if (typeof said !== "object" || said === null || !("message" in said) || typeof said.message !== "string") {
    return { message: unexpected, reason: null, fields: [], status };
  }
  const fields = "fields" in said && Array.isArray(said.fields) ? said.fields.map(String) : [];
  const reason = "reason" in said && typeof said.reason === "string" ? said.reason : null;
  return { message: said.message, reason, fields, status };
}
