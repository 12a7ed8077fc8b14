import type { z } from "zod";

/** What is wrong, and where: the keys that lead to it. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Everything that a schema found. Of a choice between forms only the one that fits best is told: "neither fits" would
 * help nobody.
 */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue) => flatten(issue, []));
}

function flatten(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  const forms = issue.code === "invalid_union" ? issue.errors : [];
  const [best] = forms
    .map((form) => form.flatMap((inner) => flatten(inner, path)))
    .sort((a, b) => badness(a) - badness(b));
  return best ?? [{ path, message: issue.message }];
}

/** Whether a form was meant shows in its keys: one that is missing or not known speaks against it more than a wrong value. */
function badness(issues: readonly Issue[]): number {
  return issues.reduce((sum, { message }) => sum + (/Unrecognized key|received undefined/.test(message) ? 100 : 1), 0);
}
