"use client";

import { type FormEvent, useEffect, useRef } from "react";
import { v4 as uuid } from "uuid";
import { Alert } from "#app/_ui/alert.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Chips, Lines } from "#app/_ui/form/choice.tsx";
import { FieldGroup } from "#app/_ui/form/field-group.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { useLive } from "#app/_ui/live.tsx";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { LANGUAGES, OWN_NAME } from "#lib/i18n/languages.ts";
import type { Messages } from "#lib/i18n/messages.ts";
import { say } from "#lib/i18n/say.ts";
import { CLOCKS, MINUTES, MODES, type Wishes } from "#lib/interview/wishes.ts";
import { isStarting, type Setup } from "./setup.ts";
import { TopicsGroup } from "./topics-group.tsx";
import { useSetup } from "./use-setup.ts";

interface Props {
  chosen: Wishes;
  /** The address says what is wished for: who came by it wants to begin. */
  isReady: boolean;
  topics: readonly { id: string; title: string }[];
  words: Messages["interview"];
  levels: Messages["cards"]["levels"];
  /** So many of them. */
  minutes: Messages["spans"]["minutes"];
  unreachable: string;
}

/** What an interview is to be like. `setup` decides, here it is drawn. */
export function SetupForm({ chosen, isReady, topics, words, ...props }: Props) {
  const { setup, happen } = useSetup(chosen, props.unreachable);
  useFresh();
  const { wishes } = setup;
  const start = (event: FormEvent) => {
    event.preventDefault();
    happen({ kind: "started", minted: uuid() });
  };
  const choosing = <Name extends keyof Wishes>(name: Name) => ({
    name,
    chosen: wishes[name],
    onChoose: (value: Wishes[Name]) => happen({ kind: "wished", part: { [name]: value } }),
  });
  const lengths = Object.fromEntries(MINUTES.map((n) => [n, say(props.minutes, { n })])) as Record<
    Wishes["minutes"],
    string
  >;
  return (
    <form className="mt-8 grid gap-8" onSubmit={start}>
      <FieldGroup look="plain" title={words.minutes}>
        <Chips {...choosing("minutes")} all={MINUTES} names={lengths} />
      </FieldGroup>
      <FieldGroup look="plain" title={words.level}>
        <Chips {...choosing("level")} all={CARD_LEVELS} names={props.levels} />
        <Note>{words.levelNote}</Note>
      </FieldGroup>
      <TopicsGroup wishes={wishes} topics={topics} words={words} onInput={happen} />
      <FieldGroup look="plain" title={words.clock}>
        <Lines {...choosing("clock")} all={CLOCKS} told={words.clocks} />
      </FieldGroup>
      <FieldGroup look="plain" title={words.mode}>
        <Lines {...choosing("mode")} all={MODES} told={words.modes} />
      </FieldGroup>
      <FieldGroup look="plain" title={words.language}>
        <Chips {...choosing("language")} all={LANGUAGES} names={OWN_NAME} />
        <Note>{words.languageNote}</Note>
      </FieldGroup>
      <Start setup={setup} isReady={isReady} words={words} />
    </form>
  );
}

function Note({ children }: { children: string }) {
  return <p className="mt-2 text-sm text-quiet">{children}</p>;
}

/** The button that begins, and why it did not. */
function Start({ setup, isReady, words }: Pick<Props, "isReady" | "words"> & { setup: Setup }) {
  const begin = useRef<HTMLButtonElement>(null);
  const isLive = useLive();
  useEffect(() => {
    // Whoever is choosing already is left there.
    if (isReady && isLive && document.activeElement === document.body) begin.current?.focus({ preventScroll: true });
  }, [isReady, isLive]);
  const { wishes, problem } = setup;
  const label = wishes.mode === "pair" ? words.startPair : words.start;
  return (
    <div>
      <Button ref={begin} type="submit" look="main" size="large" aria-disabled={isStarting(setup)}>
        {isStarting(setup) ? words.starting : label}
      </Button>
      <Alert className="mt-3">{problem?.kind === "no topics" ? words.topicsNone : problem?.message}</Alert>
      <p className="mt-3 text-sm text-quiet">{words.link}</p>
    </div>
  );
}
