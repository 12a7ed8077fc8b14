/** What doors for data take; each says itself which of these. */
const KNOWN = ["GET", "HEAD", "POST", "PUT", "DELETE"] as const;

/** What stands in "Allow" when a method is none that any page or door takes (TRACE, PROPFIND …); null: it may be one. */
export function allowedInstead(method: string, path: string): string | null {
  if (KNOWN.some((known) => known === method)) return null;
  return isDoor(path) ? KNOWN.join(", ") : "GET, HEAD";
}

/** Doors for data; everything else is pages. */
export function isDoor(path: string): boolean {
  return /^\/api(\/|$|\?)/.test(path);
}
