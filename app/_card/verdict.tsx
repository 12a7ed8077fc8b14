import type { ClaimView } from "#lib/content/claim-queries.ts";
import type { Messages } from "#lib/i18n/messages.ts";

const SIGN = { correct: "✓", imprecise: "≈", outdated: "⌛︎", wrong: "✗" } as const;

/** The verdict on a claim: a sign and a word, never colour alone. */
export function VerdictBadge({ verdict, m }: { verdict: ClaimView["verdict"]; m: Messages }) {
  const look = verdict === "wrong" ? "border-alarm/60 text-alarm" : "border-line";
  return (
    <span
      className={`inline-flex items-baseline gap-1 rounded-full border px-2.5 py-0.5 text-sm whitespace-nowrap ${look}`}
    >
      <span aria-hidden="true">{SIGN[verdict]}</span>
      {m.claims.verdicts[verdict]}
    </span>
  );
}
