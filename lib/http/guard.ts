import { isIP } from "node:net";

export interface GuardRefusal {
  readonly status: 403 | 421;
  readonly reason: "foreign-origin" | "unknown-host";
}

/**
 * What a server without accounts must not answer: a name that is not its own (a foreign site whose DNS was pointed
 * here), changes that another site asked for, and pages that it draws into its own. Addresses and localhost are always
 * its own, since no foreign site can be called so; `names` are the others. null: nothing to object to.
 */
export function refusal(method: string, headers: Headers, names: readonly string[]): GuardRefusal | null {
  const host = headers.get("host") ?? "";
  // A name that no address could have is nobody's.
  if (!URL.canParse(`http://${host}`)) return { status: 421, reason: "unknown-host" };
  const name = host.replace(/:\d+$/, "").toLowerCase();
  const isAddress = isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
  if (!isAddress && name !== "localhost" && !names.includes(name)) return { status: 421, reason: "unknown-host" };
  const site = headers.get("sec-fetch-site");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  if (method === "GET" || method === "HEAD") {
    // A link may be followed from anywhere. What another site draws in as an image, a frame or a script, or fetches
    // behind its page, is of no use to it but to keep this server busy.
    const destination = headers.get("sec-fetch-dest");
    const isDrawnIn = destination !== null && destination !== "document";
    return foreignSite && isDrawnIn ? { status: 403, reason: "foreign-origin" } : null;
  }
  const origin = headers.get("origin");
  const foreignOrigin = origin !== null && hostOf(origin) !== host;
  return foreignSite || foreignOrigin ? { status: 403, reason: "foreign-origin" } : null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
