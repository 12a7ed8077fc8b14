import { randomUUID } from "node:crypto";
import { AnswerSection } from "#app/_card/answer.tsx";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { describeSpan, spanAhead } from "#lib/i18n/span.ts";
import type { CardMemory } from "#lib/review/memory-queries.ts";
import { MemoryActions } from "./memory-actions.tsx";

interface Props {
  cardId: string;
  memory: CardMemory;
  now: Date;
  m: Messages;
}

/** How well the learner knows the card, and what can be done about it outside of a review. */
export function MemorySection({ cardId, memory, now, m }: Props) {
  const words = m.memory;
  const { state, dueAt, reps, lapses, stability, recall, isSuspended, buriedUntil } = memory;
  const spanTo = (at: Date) => spanAhead(Math.max(0, at.getTime() - now.getTime()), m);
  const facts: [string, string][] = [[words.state, words.states[state]]];
  if (state !== "new") {
    facts.push([words.due, dueAt <= now ? words.dueNow : spanTo(dueAt)]);
    facts.push([words.answers, `${reps}${lapses > 0 ? say(words.lapses, { n: lapses }) : ""}`]);
    facts.push([words.stability, describeSpan(stability * 86_400_000, m)]);
    if (recall !== null) facts.push([words.recall, `${Math.round(recall * 100)}%`]);
  }
  const kinds = isSuspended
    ? (["resume"] as const)
    : state === "new"
      ? (["bury", "suspend"] as const)
      : (["bury", "suspend", "reset"] as const);
  return (
    <div id="memory">
      <AnswerSection title={words.heading}>
        {isSuspended && <p className="mb-2">{words.suspended}</p>}
        {buriedUntil && <p className="mb-2">{say(words.buried, { when: spanTo(buriedUntil) })}</p>}
        <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-quiet">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <MemoryActions
          cardId={cardId}
          version={memory.version}
          actionId={randomUUID()}
          actions={kinds.map((kind) => ({ kind, label: words.actions[kind], said: words.said[kind] }))}
          failed={m.failed}
        />
      </AnswerSection>
    </div>
  );
}
