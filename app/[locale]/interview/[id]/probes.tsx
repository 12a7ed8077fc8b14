"use client";

import type { PairProps } from "#app/_interview/room-props.tsx";
import { Button } from "#app/_ui/button.tsx";
import { press } from "#app/_ui/press.ts";
import type { Messages } from "#lib/i18n/messages.ts";

interface Props extends Pick<PairProps, "followUps" | "mistakes"> {
  words: Messages["room"];
  /** A follow-up by its index. */
  onAsk: (index: number) => void;
}

/** What an interviewer can ask next, and what to beware of. */
export function Probes({ followUps, mistakes, words: { pair }, onAsk }: Props) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-sm font-semibold text-quiet">{pair.followUps}</h2>
      <ul className="space-y-3">
        {followUps.map(({ index, question, when, answer, wasAsked }) => (
          <li key={index} className={wasAsked ? "text-quiet" : ""}>
            <Button
              type="button"
              aria-disabled={wasAsked}
              onClick={press(() => !wasAsked && onAsk(index))}
              className="text-start underline underline-offset-4 aria-disabled:no-underline"
            >
              {question}
            </Button>
            <p className="text-sm text-quiet">{when}</p>
            <details className="mt-1 text-sm">
              <summary className="cursor-pointer text-quiet">{pair.model}</summary>
              <div className="mt-1">{answer}</div>
            </details>
          </li>
        ))}
      </ul>
      <h2 className="mt-6 mb-2 text-sm font-semibold text-quiet">{pair.mistakes}</h2>
      <ul className="list-disc space-y-1 ps-5 text-sm marker:text-quiet">
        {mistakes.map((mistake) => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
    </section>
  );
}
