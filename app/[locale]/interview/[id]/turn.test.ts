import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reply } from "#app/_ui/ask.ts";
import { ALIVE_EVERY_MS, AWAY_MS, DRAFT_AFTER_MS } from "#lib/interview/limits.ts";
import { CLOCK_RULES } from "#lib/interview/wishes.ts";
import { NOTES_MAX } from "#lib/review/limits.ts";
import { type AtHand, clockFace, draftOf, isSameHand, type TurnAsked } from "./at-hand.ts";
import {
  isBusyTurn,
  type Keeping,
  NOTHING_ASKED,
  stepTurn,
  type Telling,
  type TurnEffect,
  type TurnInput,
  type TurnState,
  turnOn,
} from "./turn.ts";

/** A room with what is around it: a clock, ids, and a server that answers when a story says so, in order. */
interface World {
  readonly now: number;
  readonly minted: number;
  readonly state: TurnState;
  /** What the server has not answered yet. */
  readonly waiting: readonly (Telling | Keeping)[];
  /** Everything that was told, and every draft that was to be kept. */
  readonly told: readonly Telling[];
  readonly kept: readonly Keeping[];
  /** Everything that was to be done, by name. */
  readonly done: readonly string[];
}

const A: TurnAsked = {
  ...{ turn: 0, phase: "asked", rules: CLOCK_RULES.normal, limitMs: 600_000, elapsedMs: 0, thinkMs: 0, answerMs: 0 },
  draft: { text: "", board: null },
};
const B: TurnAsked = { ...A, turn: 1, elapsedMs: 60_000 };
const PAUSED: TurnAsked = { ...A, phase: "paused", elapsedMs: 5_000 };
const STRICT: TurnAsked = { ...A, rules: CLOCK_RULES.strict };

const YES: Reply = { ok: true, said: null };
const UNREACHABLE: Reply = {
  ok: false,
  said: null,
  problem: { message: "cannot be reached", reason: null, fields: [], status: null },
};
const TOO_LATE: Reply = {
  ok: false,
  said: null,
  problem: { message: "another window", reason: "turn-over", fields: [], status: 409 },
};
const OVER: Reply = {
  ok: false,
  said: null,
  problem: { message: "it is over", reason: "interview-over", fields: [], status: 409 },
};

/** The server answers the first thing that waits for it. */
type Move = TurnInput | { readonly kind: "server"; readonly answer: Reply } | number;

const asks = (asked: TurnAsked): TurnInput => ({ kind: "asked", asked });
const wrote = (text: string): TurnInput => ({ kind: "wrote", text });
const noted = (text: string): TurnInput => ({ kind: "noted", text });
const dictated = (phrase: string, turn = 0): TurnInput => ({ kind: "dictated", turn, phrase });
const began: TurnInput = { kind: "began", to: "answer" };
const done: TurnInput = { kind: "done" };
const silent = (turn = 0): TurnInput => ({ kind: "fell silent", turn });
const nextOne: TurnInput = { kind: "went on", probe: null };
const says = (answer: Reply): Move => ({ kind: "server", answer });
const [skipped, repeated, paused, resumed] = (["skipped", "repeated", "paused", "resumed"] as const).map((kind) => ({
  kind,
})) as [TurnInput, TurnInput, TurnInput, TurnInput];
const [askedToEnd, stayed, ended] = (["asked to end", "stayed", "ended"] as const).map((kind) => ({ kind })) as [
  TurnInput,
  TurnInput,
  TurnInput,
];
const hidden: TurnInput = { kind: "hidden" };
const seen: TurnInput = { kind: "seen" };
const tick: TurnInput = { kind: "tick" };
const refreshed: TurnInput = { kind: "refreshed" };

const EMPTY_WORLD: World = { now: 1_000, minted: 0, state: NOTHING_ASKED, waiting: [], told: [], kept: [], done: [] };

/** What comes of it; a number lets so many milliseconds pass, and the clock tick. */
function story(...moves: readonly Move[]): World {
  return after(EMPTY_WORLD, ...moves);
}

function after(world: World, ...moves: readonly Move[]): World {
  return moves.reduce(live, world);
}

function live(world: World, move: Move): World {
  if (typeof move === "number") return happen({ ...world, now: world.now + move }, tick);
  return move.kind === "server" ? answered(world, move.answer) : happen(world, move);
}

function happen(world: World, input: TurnInput): World {
  const { state, effects } = stepTurn(frozen(world.state), input, world.now, `id-${world.minted}`);
  return effects.reduce(follow, { ...world, state, minted: world.minted + 1 });
}

function answered(world: World, answer: Reply): World {
  const [first, ...waiting] = world.waiting;
  if (first === undefined) throw new Error("the server was not asked anything");
  const heard =
    "after" in first ? { kind: "kept" as const, keeping: first } : { kind: "heard" as const, telling: first };
  return happen({ ...world, waiting }, { ...heard, answer });
}

function follow(world: World, effect: TurnEffect): World {
  const next = { ...world, done: [...world.done, nameOf(effect)] };
  if (effect.kind === "tell") {
    return { ...next, told: [...world.told, effect.telling], waiting: [...world.waiting, effect.telling] };
  }
  if (effect.kind !== "keep") return next;
  return { ...next, kept: [...world.kept, effect.keeping], waiting: [...world.waiting, effect.keeping] };
}

function nameOf(effect: TurnEffect): string {
  if (effect.kind === "tell") return `tell ${effect.telling.kind}`;
  if (effect.kind === "keep") return `keep ${JSON.stringify(effect.keeping.said?.text ?? null)}`;
  return effect.kind === "focus" ? `focus ${effect.place}` : effect.kind;
}

/** Nobody may change what was handed in. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const handOf = ({ state }: World): AtHand => {
  if (state.hand === null) throw new Error("nothing is at hand");
  return state.hand;
};
const textOf = (world: World) => draftOf(handOf(world)).text;
const clock = (world: World) => clockFace(handOf(world));
/** What was done after a point of the story. */
const since = (before: World, world: World) => world.done.slice(before.done.length);
/** The question is there, and the server knows that somebody is. */
const ASKED = story(asks(A), says(YES));

test("whoever comes is there at once, and what comes first is not announced", () => {
  expect(story(asks(A)).done).toEqual(["keep null"]);
  expect(isBusyTurn(ASKED.state)).toBe(false);
});

test("thinking and answering are told apart by the first word, and the server is told of it once", () => {
  const world = after(ASKED, 5_000, wrote("S"), wrote("SY"), 20_000);
  expect(world.told).toEqual([{ id: expect.any(String), turn: 0, kind: "answering", told: {} }]);
  expect(clock(world)).toMatchObject({ leftMs: 575_000, thinkMs: 5_000, answerMs: 20_000, isAnswering: true });
  expect(since(ASKED, after(ASKED, began))).toEqual(["tell answering", "focus answer"]);
});

test("the clock goes on from what the server says, and not one picture mixes the two", () => {
  const world = after(ASKED, 5_000, began, says(YES), 10_000);
  const again: TurnAsked = { ...A, phase: "answering", elapsedMs: 16_000, thinkMs: 6_000, answerMs: 10_000 };
  const drawn = turnOn(world.state, again).hand;
  expect(clockFace(drawn)).toMatchObject({ leftMs: 584_000, thinkMs: 6_000, answerMs: 10_000 });
  expect(clock(after(world, asks(again), 1_000))).toMatchObject({ leftMs: 583_000, thinkMs: 6_000, answerMs: 11_000 });
  expect(clock(after(world, asks({ ...A, draft: A.draft })))).toEqual(clock(world));
  // What was thought before is in the server's numbers, and the answer goes on.
  const unheard: TurnAsked = { ...A, elapsedMs: 16_000, thinkMs: 16_000 };
  expect(clock(after(world, asks(unheard), 1_000))).toMatchObject({ thinkMs: 16_000, answerMs: 1_000 });
  expect(clock(after(world, -12_000, asks(unheard), 1_000))).toMatchObject({ thinkMs: 16_000, answerMs: 1_000 });
});

test("before the scripts run the page shows what the server sent", () => {
  const served = turnOn(NOTHING_ASKED, { ...B, draft: { text: "half a thought", board: null } }).hand;
  expect(draftOf(served).text).toBe("half a thought");
  expect(clockFace(served).leftMs).toBe(540_000);
});

test("what is typed is kept a moment later, not at each letter", () => {
  const typing = after(ASKED, wrote("h"), says(YES), 500, wrote("ha"), 500, wrote("half"));
  expect(typing.kept.slice(1)).toEqual([]);
  expect(since(typing, after(typing, DRAFT_AFTER_MS - 1_000))).toEqual(['keep "half"']);
  expect(since(typing, after(typing, DRAFT_AFTER_MS - 1_000, says(YES), 5_000))).toEqual(['keep "half"']);
});

test("who leaves the page leaves nothing unsaid; who said nothing says nothing", () => {
  expect(since(ASKED, after(ASKED, hidden, hidden))).toEqual([]);
  expect(after(ASKED, wrote("first"), hidden, hidden).kept.at(-1)).toEqual({
    ...{ turn: 0, said: { text: "first", board: null }, after: { kind: "nothing" } },
  });
  expect(after(ASKED, wrote("first"), hidden, hidden).kept).toHaveLength(2);
});

test("a draft that did not arrive goes with the next sign of life", () => {
  const lost = after(ASKED, noted("my words"), DRAFT_AFTER_MS, says(UNREACHABLE));
  expect(lost.state.problem).toBe("");
  expect(since(lost, after(lost, 250, 250))).toEqual([]);
  expect(since(lost, after(lost, ALIVE_EVERY_MS))).toEqual(['keep "my words"']);
  expect(after(lost, hidden).done.at(-1)).toBe('keep "my words"');
});

test("a draft that did not arrive is not missed once a later one has", () => {
  const later = after(ASKED, noted("one"), hidden, noted("one, two"), hidden, says(UNREACHABLE), says(YES));
  expect(since(later, after(later, hidden))).toEqual([]);
});

test("what is told once more as it stands is nothing new", () => {
  const kept = after(ASKED, noted("words"), hidden, says(YES));
  expect(since(kept, after(kept, noted("words"), DRAFT_AFTER_MS, hidden))).toEqual([]);
});

test("a window that only looks on says that somebody is there, and nothing else", () => {
  const looking = after(ASKED, ALIVE_EVERY_MS, says(YES), ALIVE_EVERY_MS);
  expect(looking.done).toEqual(["keep null", "keep null", "keep null"]);
  expect(since(looking, after(looking, seen))).toEqual(["keep null"]);
});

test("a lid that was closed: the page shows what the clock made of it, once the server has heard", () => {
  const opened = after(ASKED, AWAY_MS + 1);
  expect(since(opened, after(opened, says(UNREACHABLE)))).toEqual([]);
  expect(since(opened, after(opened, says(YES)))).toEqual(["refresh"]);
  expect(since(ASKED, after(ASKED, AWAY_MS, says(YES)))).toEqual(["keep null"]);
});

test("a clock of the computer that is set back silences nobody", () => {
  const back = after(ASKED, wrote("words"), says(YES), -3_600_000);
  expect(since(ASKED, back)).toContain('keep "words"');
  expect(clock(back).leftMs).toBe(600_000);
});

test("an answer is sent once, with its last words, and the page is asked what comes next", () => {
  const world = after(ASKED, wrote("SYN, SYN-ACK, ACK"), says(YES), done, done, silent(), silent(), skipped, ended);
  expect(world.told.map(({ kind }) => kind)).toEqual(["answering", "answered"]);
  expect(world.told[1]?.told).toEqual({ text: "SYN, SYN-ACK, ACK", board: null });
  const heard = after(world, says(YES));
  expect(since(world, heard)).toEqual(["refresh"]);
  expect(isBusyTurn(heard.state)).toBe(true);
  // Its words went with it.
  expect(since(heard, after(heard, hidden, seen, ALIVE_EVERY_MS))).toEqual([]);
});

test("what was dictated last belongs to the answer; the page waits for it", () => {
  const ending = after(ASKED, dictated("two"), says(YES), done);
  expect(ending.done.at(-1)).toBe("hear out");
  const world = after(ending, dictated("numbers"), silent());
  expect(world.told.at(-1)?.told).toEqual({ text: "two numbers", board: null });
  // It comes from what was asked before.
  expect(after(ending, asks(B), silent(0)).told.map(({ kind }) => kind)).toEqual(["answering"]);
  const nextDone = after(ending, asks(B), began, done, silent(0));
  expect(nextDone.state.phase.kind).toBe("hearing out");
});

test("a phrase that comes late is not said to the next question", () => {
  const next = after(ASKED, dictated("two"), says(YES), skipped, says(YES), asks(B));
  expect(textOf(after(next, dictated("numbers", 0)))).toBe("");
  expect(textOf(after(next, dictated("another", 1)))).toBe("another");
});

test("who types while a skip is under way has not begun an answer", () => {
  expect(after(ASKED, skipped, wrote("too late")).told.map(({ kind }) => kind)).toEqual(["skipped"]);
});

test("nothing is done before it was begun", () => {
  expect(since(ASKED, after(ASKED, done))).toEqual([]);
});

test("without a connection the answer stays, and goes again under the same id", () => {
  const failed = after(ASKED, wrote("mine"), says(YES), done, silent(), says(UNREACHABLE));
  expect(failed.state.problem).toBe("cannot be reached");
  expect(textOf(failed)).toBe("mine");
  // A page that nobody answers would be lost by a refresh.
  expect(failed.done.at(-1)).toBe("tell answered");
  expect(since(failed, after(failed, hidden))).toEqual(['keep "mine"']);
  const again = after(failed, wrote("mine, and more"), done, silent());
  expect(again.state.problem).toBe("");
  expect(again.told.map(({ kind }) => kind)).toEqual(["answering", "answered", "answered"]);
  expect(again.told[2]?.id).toBe(again.told[1]?.id);
  expect(again.told[2]?.told.text).toBe("mine, and more");
});

test("a first word that nobody heard is told again with the next, under the same id", () => {
  const deaf = after(ASKED, 5_000, wrote("a"), says(UNREACHABLE));
  expect(clock(deaf).isAnswering).toBe(false);
  expect(deaf.state.problem).toBe("cannot be reached");
  const again = after(deaf, 1_000, wrote("ab"));
  expect(again.told.map(({ id }) => id)).toEqual([deaf.told[0]?.id, deaf.told[0]?.id]);
  expect(clock(again)).toMatchObject({ thinkMs: 6_000, isAnswering: true });
});

test("another window was quicker: that is told, and the page shows where things stand", () => {
  const late = after(ASKED, skipped, says(TOO_LATE));
  expect(late.done.slice(-2)).toEqual(["tell skipped", "refresh"]);
  const next = after(late, asks(B));
  expect(next.state.problem).toBe("another window");
  expect(next.done.slice(-3)).toEqual(["focus heading", "scroll to top", "keep null"]);
  expect(after(ASKED, noted("words"), hidden, says(TOO_LATE)).done.at(-1)).toBe("refresh");
  // What was typed to the one before is not left unsaid.
  expect(since(late, after(late, noted("words"), asks(B)))[0]).toBe('keep "words"');
});

test("a strict clock was faster: what was said counts as far as it came, then one is told", () => {
  const world = after(ASKED, asks(STRICT), wrote("because the other side"), says(YES), done, silent());
  const late = after(world, says(OVER));
  expect(since(world, late)).toEqual(['keep "because the other side"']);
  expect(isBusyTurn(late.state)).toBe(true);
  const told = after(late, says(OVER));
  expect(since(late, told)).toEqual(["refresh"]);
  expect(told.state).toMatchObject({ problem: "it is over", phase: { kind: "resting" } });
});

test("when a strict clock is up the last words go first, once, and then the page shows that it is over", () => {
  const world = after(ASKED, asks(STRICT), wrote("because"), says(YES), 601_000);
  expect(world.done.slice(-2)).toEqual(['keep "because"', "keep null"]);
  expect(after(world, 250, 250).done).toEqual(world.done);
  expect(since(world, after(world, says(YES)))).toEqual(["refresh"]);
  expect(clock(world).isLast).toBe(false);
});

test("a normal clock that is up says that this is the last answer, and cuts nobody off", () => {
  const world = after(ASKED, 601_000);
  expect(clock(world)).toMatchObject({ leftMs: -1_000, isLast: true });
  expect(world.done).toEqual(["keep null", "keep null"]);
  expect(clock(after(ASKED, asks({ ...A, rules: CLOCK_RULES.relaxed }), 601_000)).isLast).toBe(false);
});

test("a pause keeps the last words first, hides the question, and nothing ticks until it ends", () => {
  const leaving = after(ASKED, noted("typed, then paused at once"), paused, paused, ended);
  expect(since(ASKED, leaving)).toEqual(['keep "typed, then paused at once"']);
  const still = after(leaving, says(YES), says(YES), asks(PAUSED), refreshed);
  expect(since(leaving, still)).toEqual(["tell paused", "refresh"]);
  expect(since(still, after(still, AWAY_MS + 1, seen, hidden, began, skipped, repeated, paused, ended))).toEqual([]);
  const back = after(still, resumed, resumed, says(YES), asks({ ...A, elapsedMs: 5_000 }));
  expect(since(still, back)).toEqual(["tell resumed", "refresh", "focus heading", "scroll to top", "keep null"]);
});

test("a strict clock knows no pause", () => {
  const strict = story(asks(STRICT), says(YES));
  expect(since(strict, after(strict, paused))).toEqual([]);
});

test("the end is told even where the last words could not be kept", () => {
  const world = after(ASKED, noted("words"), askedToEnd, ended, says(UNREACHABLE));
  expect(world.told.map(({ kind }) => kind)).toEqual(["ended"]);
  expect(after(world, says(UNREACHABLE), hidden).kept.at(-1)?.said?.text).toBe("words");
});

test("one is asked before all of it ends, and the focus follows the buttons", () => {
  const world = after(ASKED, askedToEnd);
  expect(handOf(world).isEndAsked).toBe(true);
  expect(since(ASKED, after(world, stayed, stayed))).toEqual(["focus no", "focus end"]);
  expect(handOf(after(world, asks(B))).isEndAsked).toBe(false);
});

test("the question is repeated as often as one wishes, and counted as often as the server heard of it", () => {
  const world = after(ASKED, repeated, repeated);
  expect(since(ASKED, world)).toEqual([
    ...["focus heading", "read aloud", "tell repeated"],
    ...["focus heading", "read aloud"],
  ]);
  expect(isBusyTurn(world.state)).toBe(false);
  const twice = after(world, says(YES), repeated).told;
  expect(twice).toHaveLength(2);
  expect(twice[1]?.id).not.toBe(twice[0]?.id);
});

test("who interviews somebody takes notes without beginning the answer, and chooses what is asked next", () => {
  const probe = { kind: "follow-up", index: 2 } as const;
  const world = after(ASKED, noted("hesitates"), { kind: "went on", probe }, nextOne);
  expect(world.told.map(({ kind, told }) => [kind, told])).toEqual([["answered", { text: "hesitates", probe }]]);
});

test("what does not fit is left out, and told", () => {
  const world = after(ASKED, wrote("y".repeat(NOTES_MAX)), dictated("and"));
  expect(handOf(world).over).toBe(4);
  expect(textOf(world)).toBe("y".repeat(NOTES_MAX));
  expect(handOf(after(world, wrote("short"))).over).toBe(0);
});

test("a refresh changes the clock and not what is said, unless nothing was said here", () => {
  const theirs: TurnAsked = { ...A, elapsedMs: 9_000, draft: { text: "theirs", board: null } };
  expect(textOf(after(ASKED, asks(theirs)))).toBe("theirs");
  expect(textOf(after(ASKED, wrote("mine"), asks(theirs)))).toBe("mine");
});

test("segments that are moved are an answer, too", () => {
  const board = { "1": "4", "1.flags": "SYN" };
  const world = after(ASKED, { kind: "arranged", board }, says(YES), done, silent());
  expect(world.told.map(({ kind, told }) => [kind, told])).toEqual([
    ["answering", {}],
    ["answered", { text: "", board }],
  ]);
});

test("an answer to what was there before does not touch what is there now", () => {
  const gone = after(ASKED, skipped, asks(B), wrote("b"), says(YES));
  expect(gone.state.phase).toEqual({ kind: "resting" });
  expect(since(gone, after(gone, hidden))).toEqual(['keep "b"']);
});

test("what went wrong beside the turn is told until something else is done", () => {
  const world = after(ASKED, { kind: "failed", message: "not ticked" });
  expect(world.state.problem).toBe("not ticked");
  expect(after(world, began).state.problem).toBe("");
});

test("an answer of the server that nobody waits for is a bug", () => {
  const telling: Telling = { id: "x", turn: 0, kind: "answered", told: {} };
  expect(() => story(asks(A), { kind: "heard", telling, answer: YES })).toThrow("nothing was told");
});

const BOARD = fc.dictionary(fc.constantFrom("1", "2"), fc.constantFrom("3", "4"));
const plain: fc.Arbitrary<Move> = fc.constantFrom<Move>(
  ...[
    wrote(""),
    noted(""),
    dictated(""),
    dictated("", 1),
    began,
    began,
    done,
    done,
    silent(0),
    silent(1),
    silent(2),
    nextOne,
  ],
  ...[skipped, repeated, paused, resumed, askedToEnd, stayed, ended, hidden, seen, refreshed],
  { kind: "failed", message: "elsewhere" },
);
const answer = fc.constantFrom(YES, YES, YES, YES, UNREACHABLE, UNREACHABLE, TOO_LATE, OVER);
const page = fc.record({
  turn: fc.nat(2),
  phase: fc.constantFrom("asked" as const, "asked" as const, "answering" as const, "paused" as const),
  elapsedMs: fc.constantFrom(0, 60_000, 599_000),
  clock: fc.constantFrom("normal" as const, "strict" as const, "relaxed" as const),
});
const move: fc.Arbitrary<Move | "page"> = fc.oneof(
  { weight: 8, arbitrary: plain },
  { weight: 8, arbitrary: answer.map(says) },
  { weight: 2, arbitrary: page.map(({ clock, ...asked }) => asks({ ...A, ...asked, rules: CLOCK_RULES[clock] })) },
  // The page as it follows from what the server has heard.
  { weight: 3, arbitrary: fc.constant("page" as const) },
  { weight: 1, arbitrary: BOARD.map((board): Move => ({ kind: "arranged", board })) },
  { weight: 4, arbitrary: fc.constantFrom(250, 1_500, 21_000, 80_000, -5_000) },
);
const moves = fc.array(move, { maxLength: 60, size: "max" });

/** Lives through all moves from the first question on; calls back after each. */
function run(all: readonly (Move | "page")[], look: (before: World, world: World, move: Move) => void): void {
  let world = ASKED;
  for (const [i, one] of all.entries()) {
    const next = one === "page" ? asks(pageAfter(world)) : distinct(one, i);
    if (typeof next !== "number" && next.kind === "server" && world.waiting.length === 0) continue;
    const lived = live(world, next);
    look(world, lived, next);
    world = lived;
  }
}

/** Nothing is typed twice, so that it can be found again. */
function distinct(one: Move, i: number): Move {
  if (typeof one === "number") return one;
  if (one.kind === "wrote" || one.kind === "noted") return { ...one, text: `<${i}>` };
  return one.kind === "dictated" ? { ...one, phrase: `<${i}>` } : one;
}

function pageAfter(world: World): TurnAsked {
  const { asked, isEnded } = handOf(world);
  const last = world.told.findLast(({ turn }) => turn === asked.turn)?.kind;
  if (!isEnded) return { ...asked, elapsedMs: asked.elapsedMs + 1_000 };
  if (last === "paused" || last === "resumed") return { ...asked, phase: last === "paused" ? "paused" : "asked" };
  return { ...asked, turn: asked.turn + 1, phase: "asked", draft: A.draft };
}

test("whatever happens, the room is in a legal state", () => {
  fc.assert(
    fc.property(moves, (all) => {
      run(all, (_, world) => {
        const { phase, unheard } = world.state;
        const hand = handOf(world);
        const underWay = world.waiting.filter((one): one is Telling => "kind" in one);
        expect(
          Object.values(unheard)
            .flatMap(({ id, isUnderWay }) => (isUnderWay ? [id] : []))
            .sort(),
        ).toEqual(underWay.map(({ id }) => id).sort());
        const loud = underWay.filter(({ kind }) => kind !== "answering" && kind !== "repeated");
        const leaving = world.waiting.filter((one) => "after" in one && one.after.kind === "leave");
        const late = world.waiting.filter((one) => "after" in one && one.after.kind === "fail");
        // One thing ends at a time, and the screen says so.
        expect(loud.length + late.length).toBe(phase.kind === "telling" ? 1 : 0);
        expect(leaving.length).toBe(phase.kind === "leaving" ? 1 : 0);
        if (phase.kind === "refreshing") expect(hand.isEnded).toBe(true);
        if (phase.kind === "hearing out") expect(hand.asked.phase).not.toBe("paused");
        expect(draftOf(hand).text.length).toBeLessThanOrEqual(NOTES_MAX);
        const { leftMs, thinkMs, answerMs } = clockFace(hand);
        expect(leftMs).toBeLessThanOrEqual(hand.asked.limitMs - hand.asked.elapsedMs);
        // All that passes is thinking or answering.
        const passedMs = hand.asked.limitMs - hand.asked.elapsedMs - leftMs;
        expect(thinkMs + answerMs).toBeGreaterThanOrEqual(passedMs);
        expect(Math.min(thinkMs, answerMs)).toBeGreaterThanOrEqual(0);
      });
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, what was said stays on the screen, and goes to the server with what ends it or when the page is left", () => {
  fc.assert(
    fc.property(moves, (all) => {
      /** The last words to what is at hand that must not be lost. */
      let owed: string | null = null;
      run(all, (before, world, input) => {
        const [was, hand] = [handOf(before), handOf(world)];
        if (!isSameHand(was.asked, hand.asked)) {
          // What is under way may still take them.
          if (owed !== null && isOpen(before)) expect(wordsTold(world, was.asked.turn)).toContain(owed);
          owed = null;
        }
        const isTyped = typeof input !== "number" && ["wrote", "noted", "dictated"].includes(input.kind);
        const isLate = typeof input !== "number" && input.kind === "dictated" && input.turn !== hand.asked.turn;
        if (isTyped && !isLate && hand.asked.phase !== "paused") {
          owed = textOf(world);
          expect(owed).toContain("text" in input ? input.text : "phrase" in input ? input.phrase : "");
        }
        for (const { kind, told } of world.told.slice(before.told.length)) {
          if (kind === "answered") expect(told.text).toBe(owed ?? textOf(world));
        }
        const isLeft = before.state.phase.kind !== "leaving" && world.state.phase.kind === "leaving";
        if (isLeft) expect(world.kept.at(-1)?.said?.text).toBe(owed ?? textOf(world));
        if (owed !== null) expect(textOf(world)).toBe(owed);
        // What is said after the end belongs to nothing, and who skips gives up what was said.
        if (hand.isEnded) owed = null;
        if (owed !== null && isOpen(world)) expect(wordsTold(happen(world, hidden), hand.asked.turn)).toContain(owed);
      });
    }),
    { numRuns: 1_000 },
  );
});

/** Nothing is ending. */
function isOpen({ state }: World): boolean {
  return !state.hand?.isEnded && state.phase.kind !== "telling" && state.phase.kind !== "leaving";
}

/** What the server was told last of a turn: as a draft, and as an answer. */
function wordsTold({ kept, told }: World, of: number): (string | undefined)[] {
  return [
    kept.findLast(({ turn, said }) => turn === of && said !== null)?.said?.text,
    told.findLast(({ turn, kind }) => turn === of && kind === "answered")?.told.text,
  ];
}

test("whatever happens, nothing is told twice under two ids, or by two things under one", () => {
  fc.assert(
    fc.property(moves, (all) => {
      const heard = new Set<string>();
      const owner = new Map<string, string>();
      run(all, (before, world, input) => {
        if (typeof input !== "number" && input.kind === "server") {
          const first = before.waiting[0];
          if (first && "kind" in first && (input.answer.ok || input.answer.problem.reason)) heard.add(first.id);
        }
        for (const { id, turn, kind } of world.told.slice(before.told.length)) {
          const name = `${turn} ${kind}`;
          // What was heard is not told again, and what was not keeps its id.
          expect(heard.has(id)).toBe(false);
          expect(owner.get(id) ?? name).toBe(name);
          const lost = world.told.filter((one) => `${one.turn} ${one.kind}` === name && !heard.has(one.id));
          expect(new Set(lost.map((one) => one.id)).size).toBe(1);
          owner.set(id, name);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, an answer that the server took is never put again, nor while it is on its way", () => {
  fc.assert(
    fc.property(moves, (all) => {
      run(all, (before, world) => {
        const told = world.told.slice(before.told.length).filter(({ kind }) => kind === "answered");
        for (const one of told) {
          expect(before.waiting.filter((other) => "kind" in other && other.id === one.id)).toEqual([]);
          // What was taken is shown until the page has followed, and nothing is asked of it before.
          expect(before.state.phase.kind === "refreshing").toBe(false);
        }
      });
    }),
    { numRuns: 500 },
  );
});
