type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Every door for data and what its route takes, as the routes' folders are called; a test holds this against them. */
export const DOORS: Readonly<Record<string, readonly Method[]>> = {
  "actions/[id]": ["PUT"],
  backup: ["GET"],
  interviews: ["GET"],
  "interviews/[id]": ["GET", "PUT"],
  "interviews/[id]/draft": ["PUT"],
  "interviews/[id]/events/[event]": ["PUT"],
  "interviews/[id]/judgement": ["PUT", "DELETE"],
  "interviews/[id]/ticks": ["PUT"],
  log: ["GET", "POST"],
  "log/import": ["GET", "DELETE"],
  optimiser: ["GET", "POST", "DELETE"],
  "optimiser/weights": ["DELETE"],
  "reviews/[id]": ["PUT", "DELETE"],
  settings: ["PUT"],
  "settings/interview": ["PUT"],
};

const PATTERNS = Object.entries(DOORS).map(([folder, methods]) => ({
  pattern: new RegExp(`^${folder.replaceAll(/\[\w+\]/g, "[^/]+")}/?$`),
  methods,
}));

/** What a path leads to: a page, a door with the methods that it takes (RFC 9110, 15.5.6: for "Allow"), or no door. */
export function doorOrPage(url: string): { readonly kind: "page" | "door"; readonly allow: readonly string[] } | null {
  const [, below] = /^\/api(?:\/([^?]*))?(?:\?.*)?$/s.exec(url) ?? [null, null];
  if (below === null) return { kind: "page", allow: ["GET", "HEAD"] };
  const methods = PATTERNS.find(({ pattern }) => pattern.test(below ?? ""))?.methods;
  if (methods === undefined) return null;
  return { kind: "door", allow: methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])) };
}
