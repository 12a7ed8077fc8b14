"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useTransition } from "react";
import { v4 as uuid } from "uuid";
import type { usePuts } from "#app/_ui/puts.ts";
import { useMachine } from "#app/_ui/use-machine.ts";
import type { AtHand, TurnAsked } from "./at-hand.ts";
import {
  NOTHING_ASKED,
  stepTurn,
  type TurnEffect,
  type TurnInput,
  type TurnPlace,
  type TurnState,
  turnOn,
} from "./turn.ts";

const TICK_MS = 250;

/** What a turn needs of who can speak and hear. */
export interface TurnVoice {
  read(): void;
  /** Ends the dictation, and waits a moment for its last phrase. */
  finish(): Promise<void>;
}

/** Where the effects of a turn go on the screen. */
export interface TurnPlaces {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly answer: RefObject<HTMLTextAreaElement | null>;
  readonly no: RefObject<HTMLButtonElement | null>;
  readonly end: RefObject<HTMLButtonElement | null>;
  /** Null: nothing is dictated or read aloud here. */
  readonly voice: RefObject<TurnVoice | null>;
}

export interface TurnInUse {
  readonly state: TurnState & { readonly hand: AtHand };
  /** Says that something happened. */
  readonly happen: (input: TurnInput) => void;
  readonly places: TurnPlaces;
}

/** The turns of an interview on its page: gives them their time, and does what they want done. */
export function useTurn(asked: TurnAsked, interviewId: string, put: ReturnType<typeof usePuts>): TurnInUse {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  const places = usePlaces();
  const focus = useFocus(places);
  const [state, happen] = useMachine(NOTHING_ASKED, stepNow, run);

  // Before it is seen: what belongs to another clock does not count, not even for one picture.
  useLayoutEffect(() => happen({ kind: "asked", asked }), [happen, asked]);
  useTime(happen);
  const waitsForPage = state.phase.kind === "refreshing";
  useLayoutEffect(() => {
    if (waitsForPage && !isRefreshing) happen({ kind: "refreshed" });
  }, [waitsForPage, isRefreshing, happen]);
  return { state: turnOn(state, asked), happen, places };

  function run(effect: TurnEffect, happen: (input: TurnInput) => void) {
    if (effect.kind === "refresh") startRefresh(() => router.refresh());
    else if (effect.kind === "scroll to top") window.scrollTo({ top: 0 });
    else if (effect.kind === "focus") focus(effect);
    else if (effect.kind === "read aloud") places.voice.current?.read();
    else if (effect.kind === "hear out") void hearOut(places.voice.current, effect.turn).then(happen);
    else void take(effect, interviewId, put).then(happen);
  }
}

function stepNow(state: TurnState, input: TurnInput) {
  return stepTurn(state, input, Date.now(), uuid());
}

async function hearOut(voice: TurnVoice | null, turn: number): Promise<TurnInput> {
  await voice?.finish();
  return { kind: "fell silent", turn };
}

/** Takes something to the server, which answers with what is to happen next. */
async function take(
  effect: Extract<TurnEffect, { kind: "keep" | "tell" }>,
  interviewId: string,
  put: ReturnType<typeof usePuts>,
): Promise<TurnInput> {
  const interview = `/api/interviews/${interviewId}` as const;
  if (effect.kind === "keep") {
    const { turn, said } = effect.keeping;
    return { kind: "kept", keeping: effect.keeping, answer: await put(`${interview}/draft`, { turn, said }) };
  }
  const { id, turn, kind, told } = effect.telling;
  const answer = await put(`${interview}/events/${id}`, { turn, kind, ...told });
  return { kind: "heard", telling: effect.telling, answer };
}

/** Time passes, and the page is looked at, left, and looked at again. */
function useTime(happen: (input: TurnInput) => void): void {
  useEffect(() => {
    const onVisibility = () => happen({ kind: document.visibilityState === "hidden" ? "hidden" : "seen" });
    const onHide = () => happen({ kind: "hidden" });
    const timer = setInterval(() => happen({ kind: "tick" }), TICK_MS);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", onHide);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", onHide);
      onHide();
    };
  }, [happen]);
}

function usePlaces(): TurnPlaces {
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLTextAreaElement>(null);
  const no = useRef<HTMLButtonElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  const voice = useRef<TurnVoice>(null);
  return useMemo(() => ({ heading, answer, no, end, voice }), []);
}

interface Focus {
  readonly place: TurnPlace;
  readonly isShown: boolean;
}

/** Focuses what is there, or else what is about to be drawn, as soon as it is. */
function useFocus(places: TurnPlaces): (focus: Focus) => void {
  const due = useRef<Focus | null>(null);
  const go = useCallback(
    (focus: Focus) => {
      const place = places[focus.place].current;
      place?.focus({ preventScroll: !focus.isShown });
      due.current = place === null ? focus : null;
    },
    [places],
  );
  useLayoutEffect(() => {
    if (due.current !== null) go(due.current);
  });
  return go;
}
