"use client";

import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type RefCallback,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "#app/_ui/button.tsx";
import type { Language } from "#lib/i18n/languages.ts";
import type { Question } from "#lib/quiz/question.ts";
import { PROFILE_NAMES, type ProfileName } from "#lib/tcp/profile.ts";
import { type Film, hostsAt } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { type Change, type Changes, firstDifference, withChange } from "./change.ts";
import { Diagram } from "./diagram.tsx";
import { layOut } from "./layout.ts";
import { Now } from "./now.tsx";
import { Panels } from "./panels.tsx";
import { type Numbers, tellTime, writeSegment } from "./telling.ts";
import { Transport } from "./transport.tsx";
import { WORDS } from "./words.ts";

const PILL =
  "rounded-full border border-line px-3 py-0.5 text-ink hover:bg-sunk aria-pressed:border-ink aria-pressed:bg-sunk";

const STEP_MS = 1100;
/**
 * So much work is done at once, by the server that draws the page and by the page itself: a few milliseconds, and four
 * times what the longest film of the content needs.
 */
const WORK_AT_ONCE = 500;
/** Focuses what is about to be there; what is loaded first may take a second of frames. */
function focusSoon(root: RefObject<HTMLElement | null>, what: string, frames = 60): void {
  requestAnimationFrame(() => {
    const found = root.current?.querySelector<HTMLElement>(what);
    if (found) found.focus({ preventScroll: true });
    else if (frames > 0) focusSoon(root, what, frames - 1);
  });
}

/** So many long films are kept besides the one that is shown: each takes some megabytes. */
const LONG_KEPT = 3;
/** The last frame, however many there will be. */
const THE_END = Number.MAX_SAFE_INTEGER;

// Loaded when a film is too long to be there at once, or somebody wants to be asked.
const ChangeStrip = lazy(async () => ({ default: (await import("./change-strip.tsx")).ChangeStrip }));
const LongFilm = lazy(async () => ({ default: (await import("./long-film.tsx")).LongFilm }));
type FindQuestion = typeof import("./next-question.ts").nextQuestion;
const Ask = lazy(async () => ({ default: (await import("./ask.tsx")).Ask }));

interface Props {
  scenario: Scenario;
  language: Language;
  /** What to watch for. */
  caption: ReactNode;
  /** The film beside which this one makes sense; `shown`: both stand there from the beginning; `own`: what this one is called then. */
  contrast?: { label: string; scenario: Scenario; shown?: boolean; own?: string };
  /** What else can be done with the film, in a bar of its own. */
  tools?: (film: Film) => ReactNode;
  /** Its heading, for whoever sends the focus there. */
  headed?: RefCallback<HTMLElement>;
}

/** The simulation of an answer. It holds a scenario and a moment; everything on it follows from these two. */
export function Player({ scenario, language, caption, contrast, tools, headed }: Props) {
  const words = WORDS[language];
  const root = useRef<HTMLElement>(null);
  const heading = useId();
  const [changes, setChanges] = useState<Changes>(contrast?.shown ? withContrast([], contrast) : []);
  const [numbers, setNumbers] = useState<Numbers>("relative");
  const [comparing, setComparing] = useState(contrast?.shown ?? false);
  const changed = useMemo(() => changes.reduce(withChange, scenario), [scenario, changes]);
  /** Long films of which there is more than the beginning. */
  const [wholes, setWholes] = useState<ReadonlyMap<Scenario, Film>>(new Map());
  const told = useMemo(() => wholes.get(scenario) ?? beginningOf(scenario), [scenario, wholes]);
  const film = useMemo(
    () => (changed === scenario ? told : (wholes.get(changed) ?? beginningOf(changed))),
    [changed, scenario, told, wholes],
  );
  const layout = useMemo(() => layOut(film, (flight) => writeSegment(flight, numbers, words)), [film, numbers, words]);
  const difference = useMemo(() => (film === told ? null : firstDifference(told, film)), [told, film]);
  const last = film.frames.length - 1;
  const [wanted, setMoment] = useState(THE_END);
  const moment = Math.min(wanted, last);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  /** What finds the next question; null: nothing is asked. */
  const [findQuestion, setFindQuestion] = useState<FindQuestion | null>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [question, setQuestion] = useState<Question | null>(null);

  const asking = findQuestion !== null;
  const next = findQuestion?.(film, moment, last, answers) ?? null;

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setMoment((m) => Math.min(m + 1, last)), STEP_MS / speed);
    return () => clearInterval(timer);
  }, [playing, last, speed]);
  if (playing && moment >= last) setPlaying(false);
  if (playing && next?.frame === moment + 1) {
    setPlaying(false);
    setQuestion(next);
  }

  const seek = (to: number) => {
    setPlaying(false);
    // What is asked for cannot be passed over.
    const stop = next !== null && to >= next.frame ? next : null;
    setQuestion(stop);
    setMoment(stop === null ? Math.max(-1, Math.min(to, last)) : stop.frame - 1);
  };
  const ask = async (on: boolean) => {
    const find = on ? (await import("./next-question.ts")).nextQuestion : null;
    setPlaying(false);
    setFindQuestion(() => find);
    setAnswers(new Map());
    setQuestion(null);
    setMoment(on ? -1 : last);
  };
  const answered = (frame: number, right: boolean) => {
    setAnswers(new Map(answers).set(frame, right));
    setQuestion(null);
    setMoment(frame);
    // "Go on" is gone: the film goes on from its controls.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>("[data-play]")?.focus({ preventScroll: true }),
    );
  };
  const play = (on: boolean) => {
    if (on && moment >= last) setMoment(-1);
    setPlaying(on);
  };
  const change = (next: Changes) => {
    setPlaying(false);
    setChanges(next);
    setFindQuestion(null);
    setQuestion(null);
    if (next.length === 0) setComparing(false);
    // Up to the moment of the change both films are the same; behind it the story is new, so it is shown to its end.
    setMoment(THE_END);
    // The button that was pressed is gone; the focus goes to the way back, or to where the player begins.
    focusSoon(root, next.length > 0 ? "[data-undo]" : "h2");
  };
  const add = (one: Change) => change([...changes, one]);
  const other = changes.find((one) => one.kind === "contrast");
  const showContrast = () => {
    if (contrast === undefined) return;
    change(withContrast(changes, contrast));
    setComparing(true);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = seekByKey(event, moment, last);
    if (to === null) return;
    event.preventDefault();
    if (to !== "play") seek(to);
    // Held down it would play and pause in turns.
    else if (!event.repeat) play(!playing);
  };
  const toldMoment = comparing ? momentAt(told, film.frames[moment]?.atUs ?? -1, moment < 0) : 0;

  return (
    <section
      ref={root}
      data-own-keys
      aria-labelledby={heading}
      onKeyDown={onKey}
      className="@container mx-auto max-w-4xl rounded-xl border border-line bg-paper"
    >
      <header className="border-b border-line px-4 py-3 sm:px-5">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h2 ref={headed} id={heading} tabIndex={-1} className="mr-auto font-semibold">
            {words.heading}
          </h2>
          <Choice
            name="profile"
            label={words.look.profile}
            value={changes.reduce(withChange, scenario).profile}
            options={PROFILE_NAMES.map((name) => [name, words.profiles[name]] as const)}
            onChoose={(profile) => change(withProfile(changes, scenario, profile))}
          />
          <Choice
            name="numbers"
            label={words.look.numbers}
            value={numbers}
            options={[["relative", words.look.relative] as const, ["absolute", words.look.absolute] as const]}
            onChoose={setNumbers}
          />
        </div>
        <div className="mt-1 flex flex-wrap items-start justify-between gap-x-4 gap-y-2 text-sm text-quiet">
          <div className="max-w-2xl flex-1 basis-64">{caption}</div>
          <div className="flex flex-wrap items-center gap-2">
            {contrast !== undefined && other === undefined && (
              <Button type="button" onClick={showContrast} className={PILL}>
                {words.compare.contrast(contrast.label)}
              </Button>
            )}
            {answers.size > 0 && <span role="status">{words.ask.score(countRight(answers), answers.size)}</span>}
            <Button type="button" aria-pressed={asking} onClick={() => ask(!asking)} className={PILL}>
              {words.ask.mode}
            </Button>
          </div>
        </div>
      </header>
      {tools?.(film)}
      {(film.ended === "work" || wholes.has(changed)) && (
        <Suspense>
          <LongFilm
            key={JSON.stringify(changed)}
            scenario={changed}
            language={language}
            onWhole={(whole) => setWholes((some) => new Map([...some].slice(-LONG_KEPT)).set(changed, whole))}
          />
        </Suspense>
      )}
      {changes.length > 0 && (
        <Suspense>
          <ChangeStrip
            changes={changes}
            numbers={numbers}
            language={language}
            difference={difference}
            comparing={comparing}
            onChange={change}
            onCompare={setComparing}
          />
        </Suspense>
      )}
      {/* With large letters on a small screen it would stand in front of what it controls. */}
      <div className="top-0 z-1 border-b border-line bg-paper px-4 py-3 sm:px-5 @min-[17rem]:sticky">
        <Transport
          words={words}
          moment={moment}
          last={last}
          nextState={nextStateAfter(film, moment)}
          playing={playing}
          speed={speed}
          time={tellTime(film.frames[moment]?.atUs ?? 0, language)}
          onSeek={seek}
          onPlay={play}
          onSpeed={setSpeed}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] md:grid-cols-2">
        <div className="px-2 py-4 sm:px-5 md:sticky md:top-16 md:max-h-[calc(100dvh-5rem)] md:self-start md:overflow-y-auto">
          {comparing && <p className="pb-2 text-center text-sm text-quiet">{other?.label ?? words.compare.changed}</p>}
          <Diagram
            film={film}
            layout={layout}
            moment={moment}
            language={language}
            marked={comparing ? difference : null}
          />
        </div>
        <div className="border-t border-line md:border-t-0 md:border-l md:border-line">
          {comparing && (
            <div className="border-b border-line px-2 py-4 sm:px-5">
              <p className="pb-2 text-center text-sm text-quiet">{(other && contrast?.own) ?? words.compare.told}</p>
              <Diagram
                film={told}
                layout={layOut(told, (flight) => writeSegment(flight, numbers, words))}
                moment={toldMoment}
                language={language}
                marked={difference}
              />
            </div>
          )}
          {question === null ? (
            <Now film={film} scenario={scenario} moment={moment} numbers={numbers} language={language} onChange={add} />
          ) : (
            <Suspense>
              <Ask
                key={question.frame}
                film={film}
                question={question}
                language={language}
                onDone={(right) => answered(question.frame, right)}
              />
            </Suspense>
          )}
          <Panels
            film={film}
            moment={moment}
            until={asking ? moment : last}
            numbers={numbers}
            language={language}
            onSeek={seek}
          />
        </div>
      </div>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ name, label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <label className="flex flex-wrap items-baseline gap-1 text-sm text-quiet">
      {label}
      <select
        name={name}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.target.value);
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
        className="rounded border border-line bg-paper px-1 text-ink"
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What there is of a film at once: all of it, but for one that is long. */
function beginningOf(scenario: Scenario): Film {
  return simulate(scenario, FRAMES_MAX, WORK_AT_ONCE);
}

/** The contrast is a scenario of its own, so it comes first: what else was changed is changed in it. */
function withContrast(changes: Changes, { label, scenario }: { label: string; scenario: Scenario }): Changes {
  return [{ kind: "contrast", label, scenario }, ...changes.filter(({ kind }) => kind !== "contrast")];
}

/** Rules are chosen, not piled up: there is at most one such change, and none where they are the scenario's own. */
function withProfile(changes: Changes, scenario: Scenario, profile: ProfileName): Changes {
  const others = changes.filter(({ kind }) => kind !== "profile");
  return profile === scenario.profile ? others : [...others, { kind: "profile", profile }];
}

/**
 * What a key asks for: a moment, to play or pause, or nothing. Keys belong first to what is being typed or chosen. These
 * have a name, which is the same on every layout.
 */
function seekByKey(event: KeyboardEvent, moment: number, last: number): number | "play" | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const { target } = event;
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  )
    return null;
  if (event.key === "ArrowLeft") return moment - 1;
  if (event.key === "ArrowRight") return moment + 1;
  if (event.key === "Home") return -1;
  if (event.key === "End") return last;
  const isPressed =
    target instanceof HTMLButtonElement || (target instanceof HTMLElement && target.closest("summary") !== null);
  return event.key === " " && !isPressed ? "play" : null;
}

function countRight(answers: ReadonlyMap<number, boolean>): number {
  return [...answers.values()].filter(Boolean).length;
}

function nextStateAfter(film: Film, moment: number): number | null {
  for (let i = moment + 1; i < film.frames.length; i++) {
    const [before, after] = [hostsAt(film, i - 1), hostsAt(film, i)];
    if (Object.keys(after).some((host) => after[host]?.state !== before[host]?.state)) return i;
  }
  return null;
}

/** The last frame of a film up to a time. */
function momentAt(film: Film, atUs: number, isBefore: boolean): number {
  return isBefore ? -1 : film.frames.findLastIndex((frame) => frame.atUs <= atUs);
}
