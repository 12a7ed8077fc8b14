/**
 * What the player decides: which film is shown, at which moment, whether it goes on, and what it asks.
 *
 * It is told everything, the beat of the clock included; what must be done about it comes back as effects. The films are
 * part of it, since they are the values of scenarios. Told and changed film are the same object where nothing is changed.
 */

import type { Question } from "#lib/quiz/question.ts";
import type { ProfileName } from "#lib/tcp/profile.ts";
import { type Film, hostsAt } from "#lib/tcp/world/film.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { type Changes, type Contrast, type StoryChange, withChange } from "./change.ts";
import type { nextPrediction } from "./next-question.ts";
import type { NumberStyle } from "./telling.ts";

export interface Playback {
  readonly scenario: Scenario;
  readonly told: Film;
  readonly changes: Changes;
  /** The scenario with the changes in it, and the film that is shown. */
  readonly changed: Scenario;
  readonly film: Film;
  /** Long films of which there is more than the beginning. */
  readonly wholes: ReadonlyMap<Scenario, Film>;
  /** The frame that is shown, -1 before the first; or the last one, however many there will be. `momentOf` says which it is. */
  readonly at: number | typeof THE_END;
  readonly playing: boolean;
  readonly speed: number;
  readonly numbers: NumberStyle;
  /** Both films stand side by side. */
  readonly comparing: boolean;
  /** What finds the next question; null: nothing is asked. */
  readonly asking: FindQuestion | null;
  /** By frame, whether what was asked before it was answered rightly. */
  readonly answers: ReadonlyMap<number, boolean>;
  /** What is asked now: about the frame behind the moment. */
  readonly question: Question | null;
}

export type FindQuestion = typeof nextPrediction;

export type PlaybackInput =
  /** Beyond either end is that end. */
  | { readonly kind: "seek"; readonly to: number }
  | { readonly kind: "step"; readonly by: 1 | -1 }
  /** To play or to pause. Held down it would do both in turns. */
  | { readonly kind: "toggle"; readonly isHeld: boolean }
  /** It is time for the next frame. */
  | { readonly kind: "tick" }
  | { readonly kind: "speed"; readonly speed: number }
  | { readonly kind: "numbers"; readonly numbers: NumberStyle }
  | { readonly kind: "change"; readonly change: StoryChange }
  | { readonly kind: "profile"; readonly profile: ProfileName }
  | { readonly kind: "contrast"; readonly contrast: Contrast }
  | { readonly kind: "undo" }
  | { readonly kind: "reset" }
  | { readonly kind: "compare"; readonly on: boolean }
  | { readonly kind: "ask"; readonly on: boolean }
  /** What finds questions is there. */
  | { readonly kind: "questions"; readonly find: FindQuestion }
  | { readonly kind: "answer"; readonly isRight: boolean }
  /** All of a film is there, of which only the beginning was. */
  | { readonly kind: "whole"; readonly scenario: Scenario; readonly film: Film }
  /** What is told is another scenario, or the same one anew. */
  | { readonly kind: "scenario"; readonly scenario: Scenario };

export type PlaybackEffect =
  | { readonly kind: "focus"; readonly on: "undo" | "heading" | "play" }
  /** To be answered by "questions". */
  | { readonly kind: "load-questions" };

export interface PlaybackStep {
  readonly state: Playback;
  readonly effects: readonly PlaybackEffect[];
}

const THE_END = "the end";

/** A film at its end, with nothing changed, or beside its contrast. */
export function begin(scenario: Scenario, contrast: Contrast | null): Playback {
  const told = beginningOf(scenario);
  const plain: Playback = {
    scenario,
    told,
    changes: [],
    changed: scenario,
    film: told,
    wholes: new Map(),
    at: THE_END,
    playing: false,
    speed: 1,
    numbers: "relative",
    comparing: false,
    asking: null,
    answers: new Map(),
    question: null,
  };
  return contrast === null ? plain : { ...withChanges(plain, [contrast]), comparing: true };
}

/** What becomes of it. Any input is legal at any time; one that makes no sense changes nothing. */
export function stepPlayback(playback: Playback, input: PlaybackInput): PlaybackStep {
  const { changes } = playback;
  switch (input.kind) {
    case "seek":
      return still(seek(playback, input.to));
    case "step":
      return still(seek(playback, momentOf(playback) + input.by));
    case "toggle":
      return still(input.isHeld ? playback : toggle(playback));
    case "tick":
      return still(playback.playing ? stopped({ ...playback, at: momentOf(playback) + 1 }) : playback);
    case "speed":
      return still({ ...playback, speed: input.speed });
    case "numbers":
      return still({ ...playback, numbers: input.numbers });
    case "change":
      return change(playback, [...changes, input.change]);
    case "profile":
      return change(playback, withProfile(playback, input.profile));
    case "contrast": {
      const { state: contrasted, effects } = change(playback, withContrast(changes, input.contrast));
      return { state: { ...contrasted, comparing: true }, effects };
    }
    case "undo":
      return change(playback, changes.slice(0, -1));
    case "reset":
      return change(playback, []);
    case "compare":
      return still({ ...playback, comparing: input.on && changes.length > 0 });
    case "ask":
      return input.on ? { state: playback, effects: [{ kind: "load-questions" }] } : still(ask(playback, null));
    case "questions":
      return still(ask(playback, input.find));
    case "answer":
      return answer(playback, input.isRight);
    case "whole":
      return still(keepWhole(playback, input.scenario, input.film));
    case "scenario":
      return still(input.scenario === playback.scenario ? playback : tell(playback, input.scenario));
  }
}

/** The frame that is shown; -1: before the first. */
export function momentOf(playback: Playback): number {
  const last = lastOf(playback);
  return playback.at === THE_END ? last : Math.min(playback.at, last);
}

export function lastOf({ film }: Playback): number {
  return film.frames.length - 1;
}

/** The moment of the film as it was told that belongs to the one that is shown. */
export function toldMomentOf(playback: Playback): number {
  const atUs = playback.film.frames[momentOf(playback)]?.atUs;
  return atUs === undefined ? -1 : playback.told.frames.findLastIndex((frame) => frame.atUs <= atUs);
}

/** The next frame in which a state changes; null: none. */
export function nextStateOf(playback: Playback): number | null {
  const { film } = playback;
  for (let i = momentOf(playback) + 1; i < film.frames.length; i++) {
    const [before, after] = [hostsAt(film, i - 1), hostsAt(film, i)];
    if (Object.keys(after).some((host) => after[host]?.state !== before[host]?.state)) return i;
  }
  return null;
}

/** A key as it was pressed, and on what. */
export interface PlaybackPress {
  readonly key: string;
  readonly hasModifier: boolean;
  readonly isHeld: boolean;
  /** "field": something is typed or chosen there; "button": something is pressed there. */
  readonly on: "field" | "button" | "rest";
}

/**
 * What a key asks for; null: nothing, so that it is left alone. Keys belong first to what is being typed, chosen or
 * pressed. These have a name, which is the same on every layout.
 */
export function inputOf({ key, hasModifier, isHeld, on }: PlaybackPress): PlaybackInput | null {
  if (hasModifier || on === "field") return null;
  if (key === " " && on !== "button") return { kind: "toggle", isHeld };
  return MOVES.get(key) ?? null;
}

const MOVES: ReadonlyMap<string, PlaybackInput> = new Map<string, PlaybackInput>([
  ["ArrowLeft", { kind: "step", by: -1 }],
  ["ArrowRight", { kind: "step", by: 1 }],
  ["Home", { kind: "seek", to: -1 }],
  ["End", { kind: "seek", to: Number.POSITIVE_INFINITY }],
]);

function still(playback: Playback): PlaybackStep {
  return { state: playback, effects: [] };
}

function seek(playback: Playback, to: number): Playback {
  const next = nextAsked(playback);
  // What is asked for cannot be passed over.
  const question = next !== null && to >= next.frame ? next : null;
  const at = question === null ? Math.max(-1, Math.min(to, lastOf(playback))) : question.frame - 1;
  return { ...playback, at, question, playing: false };
}

function toggle(playback: Playback): Playback {
  if (playback.playing) return { ...playback, playing: false };
  const isOver = momentOf(playback) >= lastOf(playback);
  return stopped({ ...playback, at: isOver ? -1 : playback.at, playing: true });
}

/** What plays stops at its end, and before what is asked. */
function stopped(playback: Playback): Playback {
  const moment = momentOf(playback);
  const next = nextAsked(playback);
  if (next?.frame === moment + 1) return { ...playback, question: next, playing: false };
  return moment < lastOf(playback) ? playback : { ...playback, playing: false };
}

function nextAsked(playback: Playback): Question | null {
  const { asking, film, answers } = playback;
  return asking?.(film, momentOf(playback), lastOf(playback), answers) ?? null;
}

/** The button that was pressed is gone; the focus goes to the way back, or to where the player begins. */
function change(playback: Playback, changes: Changes): PlaybackStep {
  const on = changes.length > 0 ? "undo" : "heading";
  return { state: withChanges(playback, changes), effects: [{ kind: "focus", on }] };
}

/** Up to the moment of the change both films are the same; behind it the story is new, so it is shown to its end. */
function withChanges(playback: Playback, changes: Changes): Playback {
  const { scenario, told, wholes } = playback;
  const changed = changes.reduce(withChange, scenario);
  const film = changed === scenario ? told : filmOf(changed, wholes);
  const comparing = playback.comparing && changes.length > 0;
  return { ...playback, changes, changed, film, comparing, at: THE_END, playing: false, asking: null, question: null };
}

/** The contrast is a scenario of its own, so it comes first: what else was changed is changed in it. */
function withContrast(changes: Changes, contrast: Contrast): Changes {
  return [contrast, ...changes.filter(({ kind }) => kind !== "contrast")];
}

/** Rules are chosen, not piled up: there is at most one such change, and none where they are the scenario's own. */
function withProfile({ changes, scenario }: Playback, profile: ProfileName): Changes {
  const others = changes.filter(({ kind }) => kind !== "profile");
  return profile === scenario.profile ? others : [...others, { kind: "profile", profile }];
}

/** Who is asked begins before the first frame; who is asked no more sees everything. */
function ask(playback: Playback, asking: FindQuestion | null): Playback {
  const at = asking === null ? lastOf(playback) : -1;
  return { ...playback, asking, at, answers: new Map(), question: null, playing: false };
}

/** "Go on" is gone: the film goes on from its controls. */
function answer(playback: Playback, isRight: boolean): PlaybackStep {
  const { question, answers } = playback;
  if (question === null) return still(playback);
  const { frame } = question;
  return {
    state: { ...playback, at: frame, answers: new Map(answers).set(frame, isRight), question: null },
    effects: [{ kind: "focus", on: "play" }],
  };
}

/** So many long films are kept besides the one that is shown: each takes some megabytes. */
const LONG_KEPT = 3;

function keepWhole(playback: Playback, scenario: Scenario, film: Film): Playback {
  const wholes = new Map([...playback.wholes].slice(-LONG_KEPT)).set(scenario, film);
  return withFilms({ ...playback, wholes });
}

function tell(playback: Playback, scenario: Scenario): Playback {
  return withFilms({ ...playback, scenario, changed: playback.changes.reduce(withChange, scenario) });
}

/** The films anew; what plays or is asked goes on where it can. */
function withFilms(playback: Playback): Playback {
  const { scenario, changed, wholes } = playback;
  const told = filmOf(scenario, wholes);
  const anew = { ...playback, told, film: changed === scenario ? told : filmOf(changed, wholes) };
  if (anew.playing) return stopped(anew);
  const next = anew.question === null ? null : nextAsked(anew);
  return { ...anew, question: next?.frame === momentOf(anew) + 1 ? next : null };
}

function filmOf(scenario: Scenario, wholes: Playback["wholes"]): Film {
  return wholes.get(scenario) ?? beginningOf(scenario);
}

/**
 * So much work is done at once, by the server that draws the page and by the page itself: a few milliseconds, and four
 * times what the longest film of the content needs.
 */
const WORK_AT_ONCE = 500;

/** What there is of a film at once: all of it, but for one that is long. */
function beginningOf(scenario: Scenario): Film {
  return simulate(scenario, FRAMES_MAX, WORK_AT_ONCE);
}
