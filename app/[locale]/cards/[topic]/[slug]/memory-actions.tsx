"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { type Failed, send } from "#app/_review/send.ts";
import { Status } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";

interface Props {
  cardId: string;
  version: number;
  /** Minted with each state of the card: however often a button is pressed, it is one action. */
  actionId: string;
  actions: readonly { readonly kind: string; readonly label: string; readonly said: string }[];
  failed: Failed;
}

/** Puts a card off, suspends or resumes it, or makes it new again. The review can undo it. */
export function MemoryActions({ cardId, version, actionId, actions, failed }: Props) {
  const router = useRouter();
  const [told, setTold] = useState("");
  const [sending, setSending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const busy = sending || refreshing;
  const sentence = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is another one now, or none.
  useEffect(() => {
    if (told !== "") sentence.current?.focus({ preventScroll: true });
  }, [told]);
  const act = async (kind: string, said: string) => {
    if (busy) return;
    setSending(true);
    const outcome = await send("PUT", `/api/actions/${actionId}`, { cardId, version, kind }, failed);
    setSending(false);
    setTold(outcome.ok ? said : outcome.message);
    if (outcome.ok || outcome.outdated) startRefresh(() => router.refresh());
  };
  return (
    <>
      <p className="mt-4 flex flex-wrap gap-2 text-sm">
        {actions.map(({ kind, label, said }) => (
          <Button key={kind} look="quiet" size="small" aria-disabled={busy} onClick={() => void act(kind, said)}>
            {label}
          </Button>
        ))}
      </p>
      <Status ref={sentence} tabIndex={-1} className="mt-2">
        {told}
      </Status>
    </>
  );
}
