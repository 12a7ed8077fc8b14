"use client";

import type { PairProps } from "#app/_interview/room-props.tsx";
import { Button } from "#app/_ui/button.tsx";
import { SmallHeading } from "#app/_ui/heading.tsx";
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
      <SmallHeading className="mb-2">{pair.followUps}</SmallHeading>
      <ul className="space-y-3">
        {followUps.map(({ index, question, when, answer, wasAsked }) => (
          <li key={index} className={wasAsked ? "text-quiet" : ""}>
            <Button
              look="text"
              aria-disabled={wasAsked}
              onClick={press(() => !wasAsked && onAsk(index))}
              className="text-start"
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
      <SmallHeading className="mt-6 mb-2">{pair.mistakes}</SmallHeading>
      <ul className="list-disc space-y-1 ps-5 text-sm marker:text-quiet">
        {mistakes.map((mistake) => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
    </section>
  );
}
