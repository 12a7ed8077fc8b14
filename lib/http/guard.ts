export interface Refusal {
  readonly status: 403 | 421;
  readonly reason: "foreign-origin" | "unknown-host";
}

const LOOPBACK_NAMES = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * What a server without accounts must not answer: a name that is not its own (a foreign site whose DNS points here),
 * and changes that another site asked for. `loopback`: the server is bound to this machine, so its names are known.
 * null: nothing to object to.
 */
export function refusal(method: string, headers: Headers, loopback: boolean): Refusal | null {
  const host = headers.get("host") ?? "";
  if (loopback && !LOOPBACK_NAMES.has(host.replace(/:\d+$/, ""))) return { status: 421, reason: "unknown-host" };
  if (method === "GET" || method === "HEAD") return null;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== null && hostOf(origin) !== host;
  return foreignSite || foreignOrigin ? { status: 403, reason: "foreign-origin" } : null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
