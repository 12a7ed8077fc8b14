import fc from "fast-check";
import { expect, test } from "vitest";
import { PROFILE_NAMES } from "#lib/tcp/profile.ts";
import { MILLISECOND } from "#lib/tcp/time.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import { FRAMES_MAX, simulate } from "#lib/tcp/world/simulate.ts";
import { calm, open } from "#lib/tcp/world/testing.ts";
import { type Contrast, ruleFor, type StoryChange, withChange } from "./change.ts";
import { nextPrediction } from "./next-question.ts";
import {
  begin,
  inputOf,
  lastOf,
  momentOf,
  nextStateOf,
  type Playback,
  type PlaybackEffect,
  type PlaybackInput,
  type PlaybackPress,
  stepPlayback,
  toldMomentOf,
} from "./playback.ts";

/** A connection that opens and closes: twelve frames, of which 2, 3, 4, 6, 8, 9 and 10 can be asked for. */
const whole: Scenario = {
  ...calm,
  script: [
    ...open,
    { host: "client", atUs: 3_000 * MILLISECOND, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 50 * MILLISECOND, call: { kind: "close" } },
  ],
};
/** More than is worked out at once. */
const long: Scenario = {
  ...calm,
  script: [...open, { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 400_000 } }],
};
const lossy: Contrast = {
  kind: "contrast",
  label: "the first SYN is lost",
  scenario: { ...whole, wire: { ...whole.wire, rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }] } },
};
const crash: StoryChange = { kind: "call", host: "server", atUs: 200 * MILLISECOND, call: "crash" };
const later: StoryChange = { kind: "shift", host: "client", byUs: 100 * MILLISECOND };

/** The segment that leaves in the frame that is shown is lost; null: none leaves that could be. */
function drop(playback: Playback): PlaybackInput | null {
  const { flights, frames } = playback.film;
  const flight = flights[frames[momentOf(playback)]?.sent[0] ?? -1];
  const rule = flight && ruleFor(flight, "drop");
  return flight && rule ? { kind: "change", change: { kind: "segment", rule, flight } } : null;
}

const seek = (to: number): PlaybackInput => ({ kind: "seek", to });
const toggle: PlaybackInput = { kind: "toggle", isHeld: false };
const tick: PlaybackInput = { kind: "tick" };
const ask: PlaybackInput = { kind: "questions", find: nextPrediction };
const answer = (isRight: boolean): PlaybackInput => ({ kind: "answer", isRight });
const change = (one: StoryChange): PlaybackInput => ({ kind: "change", change: one });
const contrast: PlaybackInput = { kind: "contrast", contrast: lossy };
const absolute: PlaybackInput = { kind: "numbers", numbers: "absolute" };
const undo: PlaybackInput = { kind: "undo" };
const rules = (profile: Scenario["profile"]): PlaybackInput => ({ kind: "profile", profile });

const after = (playback: Playback, ...inputs: PlaybackInput[]): Playback =>
  inputs.reduce((before, input) => stepPlayback(before, input).state, playback);
const kindsOf = ({ changes }: Playback) => changes.map(({ kind }) => kind);
/** The whole film that a worker would send. */
const arrived = ({ changed }: Playback): PlaybackInput => ({
  kind: "whole",
  scenario: changed,
  film: simulate(changed, FRAMES_MAX),
});

const told = begin(whole, null);
const LAST = 11;

test("a film stands at its end, and still does when its end turns out to be further on", () => {
  const beginning = begin(long, null);
  expect(beginning.film.ended).toBe("work");
  expect(momentOf(beginning)).toBe(lastOf(beginning));
  const all = after(beginning, arrived(beginning));
  expect(all.film.ended).toBe("rest");
  expect(lastOf(all)).toBeGreaterThan(lastOf(beginning));
  expect(momentOf(all)).toBe(lastOf(all));
});

test("a moment that somebody chose stays when the rest of the film arrives", () => {
  const beginning = begin(long, null);
  const chosen = after(beginning, seek(lastOf(beginning) + 50), arrived(beginning));
  expect(momentOf(chosen)).toBe(lastOf(beginning));
  expect(lastOf(chosen)).toBeGreaterThan(lastOf(beginning));
});

test("nobody gets beyond either end of a film", () => {
  expect(momentOf(told)).toBe(LAST);
  expect(momentOf(after(told, { kind: "step", by: 1 }))).toBe(LAST);
  expect(momentOf(after(told, seek(99)))).toBe(LAST);
  expect(momentOf(after(told, seek(-99)))).toBe(-1);
  expect(momentOf(after(told, seek(-1), { kind: "step", by: -1 }))).toBe(-1);
  expect(momentOf(after(told, seek(-1), { kind: "step", by: 1 }))).toBe(0);
});

test("what is played goes on frame by frame, and stops at the end", () => {
  let playback = after(told, seek(LAST - 3), toggle);
  const seen = [];
  for (let i = 0; i < 5; i++) {
    playback = after(playback, tick);
    seen.push([momentOf(playback), playback.playing]);
  }
  expect(seen).toEqual([
    [LAST - 2, true],
    [LAST - 1, true],
    [LAST, false],
    [LAST, false],
    [LAST, false],
  ]);
});

test("played at its end, a film begins anew; elsewhere it goes on from there", () => {
  expect(after(told, toggle)).toMatchObject({ playing: true, at: -1 });
  expect(after(told, seek(5), toggle)).toMatchObject({ playing: true, at: 5 });
});

test("whoever steps or drags while it plays has paused it", () => {
  expect(after(told, toggle, seek(3), tick)).toMatchObject({ playing: false, at: 3 });
  expect(after(told, toggle, tick, tick, { kind: "step", by: 1 })).toMatchObject({ playing: false, at: 2 });
  expect(after(told, toggle, tick, toggle, tick)).toMatchObject({ playing: false, at: 0 });
});

test("another speed or other numbers neither stop nor move it", () => {
  const playing = after(told, toggle, tick);
  const faster = after(playing, { kind: "speed", speed: 4 }, absolute);
  expect(faster).toEqual({ ...playing, speed: 4, numbers: "absolute" });
});

test("nothing is asked before the questions are there; then it begins before the first frame", () => {
  const { state: playback, effects } = stepPlayback(told, { kind: "ask", on: true });
  expect(effects).toEqual([{ kind: "load-questions" }]);
  expect(playback).toBe(told);
  expect(after(playback, ask)).toMatchObject({ at: -1, asking: nextPrediction, question: null });
});

test("what is asked cannot be passed over by dragging", () => {
  const stopped = after(told, ask, seek(LAST));
  expect(stopped).toMatchObject({ at: 1, question: { kind: "reaction", frame: 2, host: "server" } });
  expect(after(stopped, seek(LAST))).toMatchObject({ at: 1, question: { frame: 2 } });
  expect(after(stopped, { kind: "step", by: 1 })).toMatchObject({ at: 1, question: { frame: 2 } });
  expect(after(told, ask, seek(1))).toMatchObject({ at: 1, question: null });
});

test("playing stops before a question, and cannot go on past it", () => {
  const stopped = after(told, ask, toggle, tick, tick);
  expect(stopped).toMatchObject({ at: 1, playing: false, question: { frame: 2 } });
  expect(after(stopped, toggle, tick)).toMatchObject({ at: 1, playing: false, question: { frame: 2 } });
});

test("whoever goes back leaves the question, which waits where it was", () => {
  const back = after(told, ask, seek(2), { kind: "step", by: -1 });
  expect(back).toMatchObject({ at: 0, question: null });
  expect(after(back, seek(7))).toMatchObject({ at: 1, question: { frame: 2 } });
});

test("an answer shows its frame, counts, and sends the focus to the button that plays", () => {
  const { state: playback, effects } = stepPlayback(after(told, ask, seek(2)), answer(false));
  expect(playback).toMatchObject({ at: 2, question: null, playing: false, answers: new Map([[2, false]]) });
  expect(effects).toEqual([{ kind: "focus", on: "play" }]);
  expect(after(playback, toggle)).toMatchObject({ at: 2, playing: false, question: { frame: 3 } });
});

test("what was answered is not asked again, and “Go on” pressed twice is one answer", () => {
  const both = after(told, ask, seek(2), answer(true), answer(false));
  expect(both.answers).toEqual(new Map([[2, true]]));
  expect(after(both, seek(-1), seek(LAST))).toMatchObject({ at: 2, question: { frame: 3 } });
});

test("who wants to be asked no more sees everything, and the count is gone", () => {
  const over = after(told, ask, seek(2), answer(true), { kind: "ask", on: false });
  expect(over).toMatchObject({ at: LAST, asking: null, question: null, answers: new Map() });
});

test("a change shows the new story to its end, and the focus goes to the way back", () => {
  const atSyn = after(told, seek(1));
  const { state: playback, effects } = stepPlayback(atSyn, drop(atSyn) ?? undo);
  expect(kindsOf(playback)).toEqual(["segment"]);
  expect(playback.film.frames.map(({ event }) => event.kind)).toContain("loss");
  expect(lastOf(playback)).toBeGreaterThan(LAST);
  expect(momentOf(playback)).toBe(lastOf(playback));
  expect(playback.told).toBe(told.told);
  expect(effects).toEqual([{ kind: "focus", on: "undo" }]);
});

test("a change ends playing and asking; what was answered before stays counted", () => {
  const changed = after(told, ask, seek(2), answer(true), seek(3), change(crash));
  expect(changed).toMatchObject({ asking: null, question: null, answers: new Map([[2, true]]) });
  expect(after(told, toggle, change(crash)).playing).toBe(false);
});

test("changes are taken back one by one or all at once; with the last one goes the comparison", () => {
  const two = after(told, change(crash), change(later), { kind: "compare", on: true });
  const one = stepPlayback(two, undo);
  expect(one.state).toMatchObject({ changes: [crash], comparing: true });
  expect(one.effects).toEqual([{ kind: "focus", on: "undo" }]);
  for (const none of [stepPlayback(one.state, undo), stepPlayback(two, { kind: "reset" })]) {
    expect(none.state).toMatchObject({ changes: [], comparing: false });
    expect(none.state.film).toBe(told.told);
    expect(none.effects).toEqual([{ kind: "focus", on: "heading" }]);
  }
});

test("another profile than the scenario's own is one change, never two", () => {
  const linux = after(told, rules("linux-6.18"), change(crash), rules("linux-6.18"));
  expect(kindsOf(linux)).toEqual(["call", "profile"]);
  expect(linux.film.scenario.profile).toBe("linux-6.18");
  expect(after(linux, rules(whole.profile)).changes).toEqual([crash]);
  expect(after(told, rules(whole.profile)).changes).toEqual([]);
});

test("the contrast comes first and once, and what else was changed is changed in it", () => {
  const beside = after(told, change(crash), contrast, contrast);
  expect(beside.changes).toEqual([lossy, crash]);
  expect(beside.comparing).toBe(true);
  expect(beside.changed).toEqual(withChange(lossy.scenario, crash));
  expect(stepPlayback(told, contrast).effects).toEqual([{ kind: "focus", on: "undo" }]);
});

test("a contrast that stands there from the beginning can be taken back like any other", () => {
  const beside = begin(whole, lossy);
  expect(beside).toMatchObject({ changes: [lossy], comparing: true });
  expect(beside.film.scenario).toBe(lossy.scenario);
  expect(after(beside, undo)).toMatchObject({ changes: [], comparing: false, film: told.film });
});

test("two films can only be compared where there are two", () => {
  expect(after(told, { kind: "compare", on: true }).comparing).toBe(false);
  const compared = after(told, change(crash), { kind: "compare", on: true });
  expect(compared.comparing).toBe(true);
  expect(after(compared, { kind: "compare", on: false }).comparing).toBe(false);
});

test("the film as it was told is shown at the same time of day, not at the same frame", () => {
  const beside = begin(whole, lossy);
  const timeout = beside.film.frames.findIndex(({ event }) => event.kind === "timeout");
  const at = toldMomentOf(after(beside, seek(timeout)));
  expect(at).not.toBe(timeout);
  expect(beside.told.frames[at]?.atUs).toBeLessThanOrEqual(beside.film.frames[timeout]?.atUs ?? 0);
  expect(beside.told.frames[at + 1]?.atUs).toBeGreaterThan(beside.film.frames[timeout]?.atUs ?? 0);
  expect(toldMomentOf(after(beside, seek(1)))).toBe(1);
  expect(toldMomentOf(after(beside, seek(-1)))).toBe(-1);
});

test("the next change of state is found over frames in which none changes, and none behind the last", () => {
  const late = begin(whole, lossy);
  const next = nextStateOf(after(late, seek(1))) ?? -1;
  const passed = late.film.frames.slice(2, next + 1).map(({ event }) => event.kind);
  expect(passed).toEqual(["loss", "timeout", "arrival"]);
  expect(nextStateOf(after(told, seek(-1)))).toBe(0);
  expect(nextStateOf(after(begin(long, null), seek(5)))).toBeNull();
});

const pressed = (key: string, more: Partial<PlaybackPress> = {}) =>
  inputOf({ key, hasModifier: false, isHeld: false, on: "rest", ...more });

test("arrows, Home and End lead through the film, wherever a button has the focus", () => {
  const through = (...keys: string[]) =>
    momentOf(keys.reduce((at, key) => stepPlayback(at, pressed(key, { on: "button" }) ?? tick).state, told));
  expect(through("Home")).toBe(-1);
  expect(through("Home", "ArrowRight", "ArrowRight")).toBe(1);
  expect(through("ArrowLeft")).toBe(LAST - 1);
  expect(through("Home", "End")).toBe(LAST);
});

test("Space held down plays once", () => {
  const once = pressed(" ") ?? tick;
  const held = pressed(" ", { isHeld: true }) ?? tick;
  expect(after(told, once, held, held)).toMatchObject({ playing: true, at: -1 });
  expect(after(told, once, held, once)).toMatchObject({ playing: false });
});

test("keys are left to what is typed or chosen, to the browser's own commands, and Space to what is pressed", () => {
  for (const key of [" ", "Home", "End", "ArrowLeft", "ArrowRight"]) {
    expect(pressed(key, { on: "field" })).toBeNull();
    expect(pressed(key, { hasModifier: true })).toBeNull();
  }
  expect(pressed(" ", { on: "button" })).toBeNull();
  for (const key of ["a", "Enter", "Escape", "ArrowUp", "constructor"]) expect(pressed(key)).toBeNull();
});

test("the last long films are kept whole; the one before falls back to its beginning", () => {
  const films = [0, 1, 2, 3, 4].map((ms): Scenario => ({ ...long, wire: { delayUs: (50 + ms) * MILLISECOND } }));
  const whole = films.map(
    (scenario): PlaybackInput => ({ kind: "whole", scenario, film: simulate(scenario, FRAMES_MAX) }),
  );
  const first = films[0];
  if (first === undefined) throw new Error("there is no film");
  expect(after(begin(first, null), ...whole.slice(0, 4)).film.ended).toBe("rest");
  expect(after(begin(first, null), ...whole).film.ended).toBe("work");
});

test("a page that is refreshed tells the same scenario anew, and nothing is lost of what was done", () => {
  const asked = after(told, change(crash), ask, seek(2), answer(true), seek(3));
  const anew = after(asked, { kind: "scenario", scenario: structuredClone(whole) });
  expect(anew).toEqual(asked);
  expect(after(asked, { kind: "scenario", scenario: whole })).toBe(asked);
});

test("another scenario in the same place closes a question that it does not ask, and stops what is over", () => {
  const empty: Scenario = { ...calm, script: [] };
  const tell: PlaybackInput = { kind: "scenario", scenario: empty };
  expect(after(told, ask, seek(2), tell)).toMatchObject({ question: null, told: { frames: [] } });
  expect(after(told, toggle, tick, tell).playing).toBe(false);
});

/** Anything that can be done, in any order, by hand, by the clock or by a worker that has finished. */
const inputs = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -3, max: 700 }).map((to) => () => seek(to)) },
    { weight: 4, arbitrary: fc.integer({ min: -1, max: 13 }).map((to) => () => seek(to)) },
    { weight: 3, arbitrary: fc.constantFrom<1 | -1>(1, -1).map((by) => (): PlaybackInput => ({ kind: "step", by })) },
    { weight: 3, arbitrary: fc.boolean().map((isHeld) => (): PlaybackInput => ({ kind: "toggle", isHeld })) },
    { weight: 6, arbitrary: fc.constant(() => tick) },
    { weight: 1, arbitrary: fc.constantFrom(0.5, 4).map((speed) => (): PlaybackInput => ({ kind: "speed", speed })) },
    { weight: 2, arbitrary: fc.constantFrom(crash, later).map((one) => () => change(one)) },
    { weight: 2, arbitrary: fc.constant((playback: Playback) => drop(playback) ?? tick) },
    { weight: 2, arbitrary: fc.constantFrom(...PROFILE_NAMES).map((name) => () => rules(name)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<PlaybackInput>(contrast, undo, { kind: "reset" }, absolute).map((one) => () => one),
    },
    { weight: 1, arbitrary: fc.boolean().map((on) => (): PlaybackInput => ({ kind: "compare", on })) },
    { weight: 3, arbitrary: fc.constant(() => ask) },
    { weight: 1, arbitrary: fc.boolean().map((on) => (): PlaybackInput => ({ kind: "ask", on })) },
    { weight: 4, arbitrary: fc.boolean().map((isRight) => () => answer(isRight)) },
    { weight: 1, arbitrary: fc.constant(arrived) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(whole, long, calm, { ...calm, script: [] })
        .map((scenario) => (): PlaybackInput => ({ kind: "scenario", scenario })),
    },
  ),
  { maxLength: 40, size: "max" },
);
const beginnings = fc.constantFrom(told, begin(calm, null), begin(whole, lossy), begin(long, null));

function expectLegal(playback: Playback): void {
  const { scenario, changes, changed, film, question, asking, playing, comparing } = playback;
  const [moment, last] = [momentOf(playback), lastOf(playback)];
  expect(moment).toBeGreaterThanOrEqual(-1);
  expect(moment).toBeLessThanOrEqual(last);
  if (playing) expect([moment < last, question]).toEqual([true, null]);
  if (question !== null) {
    expect(asking).not.toBeNull();
    expect(question.frame).toBe(moment + 1);
    expect(playback.answers.has(question.frame)).toBe(false);
  }
  const kinds = changes.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "profile").length).toBeLessThanOrEqual(1);
  expect(kinds.lastIndexOf("contrast")).toBeLessThanOrEqual(0);
  if (comparing) expect(changes).not.toEqual([]);
  expect(changed).toEqual(changes.reduce(withChange, scenario));
  expect([playback.told.scenario, film.scenario]).toEqual([scenario, changed]);
  if (changes.length === 0) expect(film).toBe(playback.told);
}

/** Only what has just been drawn can be given the focus. */
function expectSensible(effects: readonly PlaybackEffect[], { changes }: Playback): void {
  for (const effect of effects) {
    if (effect.kind === "focus" && effect.on !== "play")
      expect(effect.on).toBe(changes.length > 0 ? "undo" : "heading");
  }
}

function expectNothingPassedOver(before: Playback, after: Playback): void {
  if (before.asking === null || after.asking === null || before.film !== after.film) return;
  expect(nextPrediction(after.film, momentOf(before), momentOf(after), after.answers)).toBeNull();
}

test("whatever is done in whatever order, it stands where it can stand", () => {
  fc.assert(
    fc.property(beginnings, inputs, (start, acts) => {
      let playback = start;
      for (const act of acts) {
        const next = stepPlayback(playback, act(playback));
        expectLegal(next.state);
        expectSensible(next.effects, next.state);
        expectNothingPassedOver(playback, next.state);
        playback = next.state;
      }
    }),
    { numRuns: 300 },
  );
});

test("wherever it stands, who plays on and answers what is asked sees each frame up to the end", () => {
  fc.assert(
    fc.property(beginnings, inputs, (start, acts) => {
      const somewhere = acts.reduce((before, act) => stepPlayback(before, act(before)).state, start);
      let playback = after(somewhere, seek(-1));
      const seen: number[] = [];
      while (momentOf(playback) < lastOf(playback)) {
        const before = momentOf(playback);
        if (playback.question !== null) playback = after(playback, answer(true));
        else playback = playback.playing ? after(playback, tick) : after(playback, toggle);
        if (momentOf(playback) !== before) seen.push(momentOf(playback));
      }
      expect(seen).toEqual(playback.film.frames.map((_, i) => i));
      expect(playback.playing).toBe(false);
    }),
    { numRuns: 100 },
  );
});
