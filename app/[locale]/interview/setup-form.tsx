"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { SetupWords } from "#app/_interview/words.ts";
import { put } from "#app/_ui/ask.ts";
import { Button } from "#app/_ui/button.tsx";
import { useFresh } from "#app/_ui/fresh.ts";
import { useLive } from "#app/_ui/live.tsx";
import { mintId } from "#app/_ui/mint.ts";
import { LEVELS } from "#lib/content/levels.ts";
import { LANGUAGES, type Language, OWN_NAME } from "#lib/i18n/languages.ts";
import { CLOCKS, MINUTES, MODES, type Wishes } from "#lib/interview/wishes.ts";

interface Props {
  chosen: Wishes;
  /** The address says what is wished for: who came by it wants to begin. */
  isReady: boolean;
  topics: readonly { id: string; title: string }[];
  words: SetupWords;
}

type About = "all" | "weak" | "some";

/** What an interview is to be like. The address follows the choices, so that a bookmark brings them back. */
export function SetupForm({ chosen, isReady, topics, words }: Props) {
  const router = useRouter();
  const [wishes, setWishes] = useState(chosen);
  const [about, setAbout] = useState<About>(chosen.topics ? "some" : chosen.weakSpots ? "weak" : "all");
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState("");
  const id = useRef<string | null>(null);
  const begin = useRef<HTMLButtonElement>(null);
  useFresh();
  const isLive = useLive();
  useEffect(() => {
    // Whoever is choosing already is left there.
    if (isReady && isLive && document.activeElement === document.body) begin.current?.focus({ preventScroll: true });
  }, [isReady, isLive]);
  const change = (part: Partial<Wishes>) => {
    const next = { ...wishes, ...part };
    setWishes(next);
    id.current = null;
    setProblem("");
    window.history.replaceState(null, "", addressOf(next, chosen.language));
  };
  const changeAbout = (next: About) => {
    setAbout(next);
    change({ weakSpots: next === "weak", topics: next === "some" ? (wishes.topics ?? []) : null });
  };
  const start = async () => {
    if (starting) return;
    if (wishes.topics?.length === 0) return setProblem(words.topicsNone);
    setStarting(true);
    // A reply may be lost: tried again, it is the same interview.
    id.current ??= mintId();
    const answer = await put(`/api/interviews/${id.current}`, { wishes }, words.unreachable);
    if (answer.ok) return router.push(`/${wishes.language}/interview/${id.current}` as Route);
    setStarting(false);
    setProblem(answer.problem.message);
  };

  return (
    <form
      className="mt-8 grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Group title={words.minutes}>
        <div className="flex flex-wrap gap-2">
          {MINUTES.map((minutes) => (
            <Chip
              key={minutes}
              name="minutes"
              label={words.lengths[minutes]}
              checked={wishes.minutes === minutes}
              onChoose={() => change({ minutes })}
            />
          ))}
        </div>
      </Group>
      <Group title={words.level} note={words.levelNote}>
        <div className="flex flex-wrap gap-2">
          {LEVELS.map((level) => (
            <Chip
              key={level}
              name="level"
              label={words.levels[level]}
              checked={wishes.level === level}
              onChoose={() => change({ level })}
            />
          ))}
        </div>
      </Group>
      <Group title={words.topics}>
        <div className="grid gap-1">
          <Choice name="about" label={words.topicsAll} checked={about === "all"} onChoose={() => changeAbout("all")} />
          <Choice
            name="about"
            label={words.topicsWeak}
            checked={about === "weak"}
            onChoose={() => changeAbout("weak")}
          />
          <Choice
            name="about"
            label={words.topicsSome}
            checked={about === "some"}
            onChoose={() => changeAbout("some")}
          />
        </div>
        {about === "some" && (
          <ul className="mt-3 ms-7 grid gap-1 sm:grid-cols-2">
            {topics.map(({ id, title }) => (
              <li key={id}>
                <label className="flex cursor-pointer items-baseline gap-2 py-0.5">
                  <input
                    type="checkbox"
                    checked={wishes.topics?.includes(id) ?? false}
                    onChange={(event) => {
                      const others = (wishes.topics ?? []).filter((other) => other !== id);
                      change({ topics: event.target.checked ? [...others, id] : others });
                    }}
                    className="accent-client"
                  />
                  {title}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Group>
      <Group title={words.clock}>
        <div className="grid gap-1">
          {CLOCKS.map((clock) => (
            <Choice
              key={clock}
              name="clock"
              label={words.clocks[clock].name}
              note={words.clocks[clock].note}
              checked={wishes.clock === clock}
              onChoose={() => change({ clock })}
            />
          ))}
        </div>
      </Group>
      <Group title={words.mode}>
        <div className="grid gap-1">
          {MODES.map((mode) => (
            <Choice
              key={mode}
              name="mode"
              label={words.modes[mode].name}
              note={words.modes[mode].note}
              checked={wishes.mode === mode}
              onChoose={() => change({ mode })}
            />
          ))}
        </div>
      </Group>
      <Group title={words.language} note={words.languageNote}>
        <div className="flex flex-wrap gap-2">
          {LANGUAGES.map((language) => (
            <Chip
              key={language}
              name="language"
              label={OWN_NAME[language]}
              checked={wishes.language === language}
              onChoose={() => change({ language })}
            />
          ))}
        </div>
      </Group>
      <div>
        <Button
          ref={begin}
          type="submit"
          aria-disabled={starting}
          className="rounded-lg bg-action px-6 py-3 text-lg font-medium text-on-action hover:opacity-90"
        >
          {starting ? words.starting : wishes.mode === "pair" ? words.startPair : words.start}
        </Button>
        <p role="alert" className="mt-3 text-alarm empty:hidden">
          {problem}
        </p>
        <p className="mt-3 text-sm text-quiet">{words.link}</p>
      </div>
    </form>
  );
}

function addressOf({ minutes, level, topics, weakSpots, clock, mode, language }: Wishes, usual: Language): string {
  const query = new URLSearchParams({ minutes: String(minutes), level, clock, mode });
  if (topics) query.set("topics", topics.join(","));
  if (language !== usual) query.set("language", language);
  if (weakSpots) query.set("about", "weak");
  return `?${query}`;
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{title}</legend>
      {children}
      {note && <p className="mt-2 text-sm text-quiet">{note}</p>}
    </fieldset>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  note?: string;
  checked: boolean;
  onChoose: () => void;
}

/** A radio button in a line of its own, with what it means. */
function Choice({ name, label, note, checked, onChoose }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-baseline gap-3 rounded px-2 py-1 -mx-2 hover:bg-sunk">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="accent-client" />
      <span>
        {label}
        {note && <span className="block text-sm text-quiet">{note}</span>}
      </span>
    </label>
  );
}

/** A radio button that looks like one of several keys. */
function Chip({ name, label, checked, onChoose }: ChoiceProps) {
  return (
    <label className="cursor-pointer rounded-lg border border-line bg-raised px-4 py-2 hover:bg-sunk has-checked:border-client has-checked:bg-client-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="sr-only" />
      {label}
    </label>
  );
}
