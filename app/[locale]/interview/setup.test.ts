import fc from "fast-check";
import { expect, test } from "vitest";
import { CARD_LEVELS } from "#lib/content/levels.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { CLOCKS, MINUTES, MODES, type Wishes } from "#lib/interview/wishes.ts";
import { choicesIn, wishesFor } from "./chosen.ts";
import {
  ABOUT,
  aboutIn,
  beginSetup,
  isStarting,
  type Setup,
  type SetupEffect,
  type SetupInput,
  setUp,
} from "./setup.ts";

const CHOSEN: Wishes = {
  ...{ minutes: 20, level: "mid", topics: null, weakSpots: false, language: "en", clock: "normal", mode: "alone" },
};
const TOPICS = ["opening", "closing", "time-wait"];

const wished = (part: Partial<Wishes>): SetupInput => ({ kind: "wished", part });
const about = (what: (typeof ABOUT)[number]): SetupInput => ({ kind: "about", about: what });
const topic = (id: string, isChosen = true): SetupInput => ({ kind: "topic", id, isChosen });
const started = (minted: string): SetupInput => ({ kind: "started", minted });
const there: SetupInput = { kind: "heard", message: null };
const failed: SetupInput = { kind: "heard", message: "cannot be reached" };

interface Story {
  readonly setup: Setup;
  readonly done: readonly SetupEffect[];
}

function live({ setup, done }: Story, input: SetupInput): Story {
  const { state, effects } = setUp(setup, input);
  return { setup: state, done: [...done, ...effects] };
}

const story = (...inputs: SetupInput[]): Story => inputs.reduce(live, { setup: beginSetup(CHOSEN), done: [] });
const puts = ({ done }: Story) => done.flatMap((effect) => (effect.kind === "put" ? [effect.id] : []));
const address = ({ done }: Story) =>
  done.flatMap((effect) => (effect.kind === "show address" ? [effect.address] : [])).at(-1);
/** What a page makes of an address. */
function read(text: string): Wishes {
  return wishesFor(choicesIn(Object.fromEntries(new URLSearchParams(text)), TOPICS).asked, "en");
}

test("the address follows the choices, and tells the language only when it is another one", () => {
  const world = story(wished({ minutes: 45 }), wished({ level: "senior" }), about("weak"));
  expect(address(world)).toBe("?minutes=45&level=senior&clock=normal&mode=alone&about=weak");
  expect(address(live(world, wished({ language: "zh" })))).toContain("&language=zh");
});

test("some topics are chosen one by one; whoever turns to something else lets go of them", () => {
  const some = story(about("some"), topic("opening"), topic("closing"), topic("opening", false), topic("closing"));
  expect(some.setup.wishes).toMatchObject({ topics: ["closing"], weakSpots: false });
  expect(aboutIn(some.setup.wishes)).toBe("some");
  expect(aboutIn(live(some, about("weak")).setup.wishes)).toBe("weak");
  expect(live(some, about("all")).setup.wishes).toMatchObject({ topics: null, weakSpots: false });
});

test("without any topic nothing begins, and that is told until something else is wished for", () => {
  const none = story(about("some"), started("a"));
  expect(puts(none)).toEqual([]);
  expect(none.setup.problem).toEqual({ kind: "no topics" });
  expect(live(none, topic("opening")).setup.problem).toBeNull();
});

test("a double press begins one interview, and so does one while its page is on its way", () => {
  const world = story(started("a"), started("b"), there, started("c"));
  expect(puts(world)).toEqual(["a"]);
  expect(world.done.at(-1)).toEqual({ kind: "go to", id: "a", language: "en" });
  expect(isStarting(world.setup)).toBe(true);
});

test("whoever tries again after a failure asks for the same interview, in case only the reply was lost", () => {
  const world = story(started("a"), failed);
  expect(world.setup.problem).toEqual({ kind: "said", message: "cannot be reached" });
  expect(isStarting(world.setup)).toBe(false);
  expect(puts(live(world, started("b")))).toEqual(["a", "a"]);
});

test("other wishes are another interview", () => {
  expect(puts(story(started("a"), failed, wished({ minutes: 10 }), started("b")))).toEqual(["a", "b"]);
});

test("what is wished for while it begins changes nothing about what begins", () => {
  const world = story(started("a"), wished({ language: "zh" }), there);
  expect(world.done.at(-1)).toEqual({ kind: "go to", id: "a", language: "en" });
  const late = story(started("a"), wished({ minutes: 10 }), failed, started("b"));
  expect(puts(late)).toEqual(["a", "b"]);
});

test("an answer that nobody waits for is a bug", () => {
  expect(() => setUp(beginSetup(CHOSEN), there)).toThrow("no interview was asked for");
});

const anyWishes: fc.Arbitrary<Wishes> = fc.record({
  minutes: fc.constantFrom(...MINUTES),
  level: fc.constantFrom(...CARD_LEVELS),
  topics: fc.option(fc.subarray(TOPICS, { minLength: 1 })),
  weakSpots: fc.boolean(),
  language: fc.constantFrom(...LANGUAGES),
  clock: fc.constantFrom(...CLOCKS),
  mode: fc.constantFrom(...MODES),
});

test("whatever is wished for, its address brings it back", () => {
  fc.assert(
    fc.property(anyWishes, (wishes) => {
      expect(read(address(story(wished(wishes))) ?? "")).toEqual(wishes);
    }),
  );
});

test("whatever happens, one interview is asked for at a time, and the same wishes always under the same id", () => {
  const input: fc.Arbitrary<SetupInput> = fc.oneof(
    anyWishes.map(wished),
    fc.constantFrom(...ABOUT).map(about),
    fc.record({ kind: fc.constant("topic" as const), id: fc.constantFrom(...TOPICS), isChosen: fc.boolean() }),
    { weight: 3, arbitrary: fc.constant(started("")) },
    { weight: 2, arbitrary: fc.constantFrom(there, failed) },
  );
  fc.assert(
    fc.property(fc.array(input, { maxLength: 40, size: "max" }), (inputs) => {
      let world = story();
      let waiting = 0;
      /** What was asked for under each id. */
      const asked = new Map<string, Wishes>();
      for (const [i, one] of inputs.entries()) {
        if (one.kind === "heard" && waiting === 0) continue;
        const before = world.done.length;
        world = live(world, one.kind === "started" ? started(`id ${i}`) : one);
        if (one.kind === "heard") waiting--;
        for (const effect of world.done.slice(before)) {
          if (effect.kind !== "put") continue;
          waiting++;
          expect(effect.wishes).toEqual(asked.get(effect.id) ?? effect.wishes);
          expect(effect.wishes.topics).not.toEqual([]);
          asked.set(effect.id, effect.wishes);
        }
        expect(waiting).toBe(world.setup.phase.kind === "sending" ? 1 : 0);
      }
    }),
    { numRuns: 500 },
  );
});
