"use client";

import { useRouter } from "next/navigation";
import { createContext, type RefObject, useContext, useLayoutEffect, useRef, useState, useTransition } from "react";
import { useMachine } from "#app/_ui/use-machine.ts";
import {
  type AskedCard,
  cardOn,
  type Desk,
  type DeskCard,
  type DeskEffect,
  type DeskInput,
  EMPTY_DESK,
  keyOf,
  stepDesk,
} from "./desk.ts";
import { earlyInput, findDraft, forgetDraft, keepDraft } from "./draft-store.ts";
import { type Failed, send } from "./send.ts";

/** The places of a card that the focus is sent to. */
interface Places {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly answer: RefObject<HTMLHeadingElement | null>;
  readonly result: RefObject<HTMLParagraphElement | null>;
  readonly notes: RefObject<HTMLTextAreaElement | null>;
}

export interface DeskInUse {
  readonly desk: Desk;
  /** Says that something happened. */
  readonly happen: (input: DeskInput) => void;
  readonly places: Places;
}

export const DeskContext = createContext<DeskInUse | null>(null);

/** The desk of a page: lives through what happens, and does what follows from it. */
export function useDesk(failed: Failed): DeskInUse {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const places = usePlaces();
  const [desk, happen] = useMachine(EMPTY_DESK, stepNow, run);

  const waitsForPage = desk.phase.kind === "refreshing";
  useLayoutEffect(() => {
    if (waitsForPage && !isRefreshing) happen({ kind: "refreshed" });
  }, [waitsForPage, isRefreshing, happen]);
  return { desk, happen, places };

  function run(effect: DeskEffect, happen: (input: DeskInput) => void) {
    if (effect.kind === "keep") keepDraft(effect.key, effect.draft);
    else if (effect.kind === "forget") forgetDraft(effect.key);
    else if (effect.kind === "refresh") startRefresh(() => router.refresh());
    else if (effect.kind === "scroll to top") window.scrollTo({ top: 0 });
    else if (effect.kind === "focus") focus(places, effect.place);
    else {
      const { method, path, body } = effect;
      void send(method, path, body, failed).then((outcome) => happen({ kind: "heard", outcome }));
    }
  }
}

function stepNow(desk: Desk, input: DeskInput) {
  return stepDesk(desk, input, performance.now());
}

export interface CardInUse extends DeskInUse {
  readonly card: DeskCard;
}

/** The card that a page asks, on the desk around it. */
export function useCard(asked: AskedCard): CardInUse {
  const inUse = useContext(DeskContext);
  if (inUse === null) throw new Error("a review card stands outside of its desk");
  const { desk, happen } = inUse;
  const key = keyOf(asked);
  // Before what was entered early is told, which then goes over it.
  useLayoutEffect(() => {
    happen({ kind: "asked", asked, found: findDraft(keyOf(asked)), early: earlyInput() });
  }, [happen, asked]);
  useLayoutEffect(() => () => happen({ kind: "left", key }), [happen, key]);
  return { ...inUse, card: cardOn(desk, asked) };
}

function usePlaces(): Places {
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  const notes = useRef<HTMLTextAreaElement>(null);
  const [places] = useState({ heading, answer, result, notes });
  return places;
}

function focus(places: Places, place: keyof Places): void {
  if (place === "heading") places.heading.current?.focus({ preventScroll: true });
  else if (place === "notes") places.notes.current?.focus();
  // Drawn only now that the answer is revealed.
  else requestAnimationFrame(() => places[place].current?.focus());
}
