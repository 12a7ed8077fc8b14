import fc from "fast-check";
import { expect, test } from "vitest";
import {
  beginJudgement,
  canAccept,
  type DebriefEffect,
  type DebriefInput,
  type DebriefReply,
  type DebriefSheet,
  isJudging,
  type Judgement,
  judge,
  judgedBy,
  judgementTold,
  type SheetQuestion,
  tickedIn,
} from "./judgement.ts";

/** A debrief with what is around it: what was put and not answered yet, and everything that was to be done. */
interface World {
  readonly judgement: Judgement;
  readonly underWay: readonly DebriefEffect[];
  readonly done: readonly string[];
}

const spoken = { topicId: "opening", wasSkipped: false, thinkMs: 4_000, answerMs: 60_000 };
const points = (...ids: string[]) => ids.map((id) => ({ id, isHeard: id === id.toUpperCase() }));
/** Key points in capitals seem to be in the answer. */
const FIRST: SheetQuestion = { ...spoken, question: 0, points: points("A", "b", "C", "d"), keyPoints: 4, ticked: [] };
const SECOND: SheetQuestion = { ...spoken, question: 2, points: points("x", "y"), keyPoints: 2, ticked: ["x"] };
const SKIPPED: SheetQuestion = { ...FIRST, question: 5, wasSkipped: true };
const OPEN: DebriefSheet = { isKept: false, questions: [FIRST, SECOND] };
const KEPT: DebriefSheet = { isKept: true, questions: OPEN.questions };

const came = (sheet: DebriefSheet): DebriefInput => ({ kind: "came", sheet });
const ticked = (question: number, ...ids: string[]): DebriefInput => ({ kind: "ticked", question, ticked: ids });
const accepted = (question: number): DebriefInput => ({ kind: "accepted", question });
const kept: DebriefInput = { kind: "kept", call: false };
const called: DebriefInput = { kind: "kept", call: true };
const reopened: DebriefInput = { kind: "reopened" };
const refreshed: DebriefInput = { kind: "refreshed" };

const DONE: DebriefReply = { ok: true, called: 1 };
const UNREACHABLE: DebriefReply = { ok: false, message: "cannot be reached", isRefused: false };
const REFUSED: DebriefReply = { ok: false, message: "judged in another window", isRefused: true };

/** What comes of it; a reply answers what has been under way for longest. */
function story(sheet: DebriefSheet, ...happened: readonly (DebriefInput | DebriefReply)[]): World {
  return happened.reduce(live, { judgement: beginJudgement(sheet), underWay: [], done: [] });
}

function live(world: World, one: DebriefInput | DebriefReply): World {
  if (!("ok" in one)) return follow(world, one);
  const [first, ...underWay] = world.underWay;
  if (first?.kind !== "put ticks") return follow({ ...world, underWay }, { kind: "heard", reply: one });
  const { question, ticked: put } = first;
  return follow({ ...world, underWay }, { kind: "heard of ticks", question, ticked: put, reply: one });
}

function follow(world: World, input: DebriefInput): World {
  const { state, effects } = judge(frozen(world.judgement), input);
  const sent = effects.filter(({ kind }) => kind !== "refresh" && kind !== "focus");
  return {
    judgement: state,
    underWay: [...world.underWay, ...sent],
    done: [...world.done, ...effects.map(nameOf)],
  };
}

function nameOf(effect: DebriefEffect): string {
  if (effect.kind === "put ticks") return `put ${effect.question}: ${effect.ticked.join()}`;
  if (effect.kind === "put judgement") return effect.call ? "keep and call" : "keep";
  return effect.kind === "focus" ? `focus ${effect.on}` : effect.kind;
}

/** Nobody may change what was handed in. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const shown = ({ judgement }: World, question = 0): string => {
  const asked = judgement.sheet.questions.find((one) => one.question === question);
  if (asked === undefined) throw new Error(`question ${question} is not on the page`);
  return tickedIn(judgement, asked).join();
};

test("a tick is on the screen at once, is put, and counts", () => {
  const world = story(OPEN, ticked(0, "b"));
  expect(shown(world)).toBe("b");
  expect(world.done).toEqual(["put 0: b"]);
  expect(judgedBy(world.judgement, OPEN.questions).map(({ said }) => said)).toEqual([1, 1]);
});

test("ticks are put in the order of the key points, and what is no key point is left out", () => {
  expect(story(OPEN, ticked(0, "d", "other", "A")).done).toEqual(["put 0: A,d"]);
});

test("of a question that nobody touched, the page says what is ticked", () => {
  expect(shown(story(OPEN, ticked(0, "b")), 2)).toBe("x");
  const elsewhere = { ...OPEN, questions: [FIRST, { ...SECOND, ticked: ["y"] }] };
  expect(shown(story(OPEN, came(elsewhere)), 2)).toBe("y");
});

test("a page that comes anew does not undo what was ticked here", () => {
  const world = story(OPEN, ticked(0, "b"), DONE, came({ ...OPEN, questions: [{ ...FIRST, ticked: ["d"] }, SECOND] }));
  expect(shown(world)).toBe("b");
});

test("all that seems to be in the answer is ticked with one press, beside what was ticked before", () => {
  const world = story(OPEN, ticked(0, "b"), accepted(0));
  expect(shown(world)).toBe("A,b,C");
  expect(world.done).toEqual(["put 0: b", "focus points", "put 0: A,b,C"]);
  expect(canAccept(world.judgement, 0)).toBe(false);
  expect(story(OPEN, ticked(0, "A", "C"), accepted(0)).done).toHaveLength(1);
});

test("nothing is accepted where nothing was heard, where the question was skipped, or where all is kept", () => {
  expect(canAccept(beginJudgement(OPEN), 0)).toBe(true);
  expect(canAccept(beginJudgement(OPEN), 2)).toBe(false);
  expect(canAccept(beginJudgement({ isKept: false, questions: [SKIPPED] }), 5)).toBe(false);
  expect(canAccept(beginJudgement(KEPT), 0)).toBe(false);
});

test("a tick that could not be saved is taken back, and that is told", () => {
  const world = story(OPEN, ticked(0, "b"), DONE, ticked(0, "b", "d"), UNREACHABLE);
  expect(shown(world)).toBe("b");
  expect(world.judgement.problem).toEqual({ kind: "not saved" });
  expect(shown(story(OPEN, ticked(2), UNREACHABLE), 2)).toBe("x");
});

test("of two quick ticks the first is lost on the way: the second says it all, and nothing need be told", () => {
  const world = story(OPEN, ticked(0, "b"), ticked(0, "b", "d"), UNREACHABLE);
  expect(shown(world)).toBe("b,d");
  expect(world.judgement.problem).toBeNull();
  const saved = live(world, DONE);
  expect(shown(saved)).toBe("b,d");
  // A later failure goes back to what the server has by now.
  expect(shown([ticked(0), UNREACHABLE].reduce(live, saved))).toBe("b,d");
  const lost = live(world, UNREACHABLE);
  expect(shown(lost)).toBe("");
  expect(lost.judgement.problem).toEqual({ kind: "not saved" });
});

test("a tick that fails leaves the other questions alone", () => {
  const world = story(OPEN, ticked(0, "b"), ticked(2, "x", "y"), UNREACHABLE, DONE);
  expect(shown(world)).toBe("");
  expect(shown(world, 2)).toBe("x,y");
});

test("a tick that is refused is taken back, the reason is told, and the page is asked what is true", () => {
  const world = story(OPEN, ticked(0, "b"), REFUSED);
  expect(shown(world)).toBe("");
  expect(world.judgement.problem).toEqual({ kind: "said", message: "judged in another window" });
  expect(world.done.at(-1)).toBe("refresh");
  expect(isJudging(world.judgement)).toBe(false);
});

test("what went wrong is told until the next tick or the next attempt to keep", () => {
  const failed = story(OPEN, ticked(0, "b"), UNREACHABLE);
  expect(live(failed, ticked(0, "d")).judgement.problem).toBeNull();
  expect(live(failed, kept).judgement.problem).toBeNull();
});

test("a double press keeps the judgement once, and so does one while the page is on its way", () => {
  const world = story(OPEN, kept, kept, called, DONE, kept, reopened);
  expect(world.done).toEqual(["keep", "focus told", "refresh"]);
  expect(isJudging(world.judgement)).toBe(true);
  expect(isJudging([came(KEPT), refreshed].reduce(live, world).judgement)).toBe(false);
});

test("a judgement that is kept is told with how many cards it called, if that was wished for", () => {
  expect(judgementTold(story(OPEN, kept, DONE, came(KEPT), refreshed).judgement)).toEqual({
    kind: "kept",
    called: null,
  });
  expect(judgementTold(story(OPEN, called, DONE, came(KEPT), refreshed).judgement)).toEqual({
    kind: "kept",
    called: 1,
  });
  expect(judgementTold(beginJudgement(KEPT))).toEqual({ kind: "kept", called: null });
  expect(judgementTold(beginJudgement(OPEN))).toBeNull();
});

test("a kept judgement can call what failed, as often as one likes, but is not kept again", () => {
  const world = story(KEPT, kept, called, { ok: true, called: 0 }, refreshed, called);
  expect(world.done).toEqual(["keep and call", "focus told", "refresh", "keep and call"]);
  expect(world.underWay).toEqual([{ kind: "put judgement", call: true, isKept: true }]);
  expect(judgementTold(world.judgement)).toEqual({ kind: "kept", called: 0 });
});

test("where nothing failed, nothing is called", () => {
  const world = story(OPEN, ticked(0, "A", "b"), DONE, called);
  expect(world.done).toEqual(["put 0: A,b"]);
  expect(live(world, kept).done.at(-1)).toBe("keep");
});

test("a judgement that could not be kept is told, and can be kept with the same ticks", () => {
  const world = story(OPEN, ticked(0, "b"), DONE, kept, UNREACHABLE);
  expect(world.judgement.problem).toEqual({ kind: "said", message: "cannot be reached" });
  expect(judgementTold(world.judgement)).toBeNull();
  expect(shown(world)).toBe("b");
  expect(live(world, kept).done.slice(1)).toEqual(["keep", "keep"]);
});

test("kept while ticks are on their way, a judgement waits until the server has them all", () => {
  const waits = story(OPEN, ticked(0, "A"), ticked(2, "x", "y"), kept);
  expect(waits.done).toEqual(["put 0: A", "put 2: x,y"]);
  expect(isJudging(waits.judgement)).toBe(true);
  // Pressed again meanwhile it is the same wish, and what is ticked meanwhile belongs to it.
  const more = [kept, ticked(0, "A", "b"), DONE, DONE].reduce(live, waits);
  expect(more.done.slice(2)).toEqual(["put 0: A,b"]);
  expect(live(more, DONE).done.slice(3)).toEqual(["keep"]);
});

test("if one of them fails, that is told, and nothing is kept of which the screen says something else", () => {
  const failed = story(OPEN, ticked(0, "A"), called, UNREACHABLE);
  expect(failed.done).toEqual(["put 0: A"]);
  expect(isJudging(failed.judgement)).toBe(false);
  expect([shown(failed, 0), failed.judgement.problem]).toEqual(["", { kind: "not saved" }]);
  expect(live(failed, called).done.slice(1)).toEqual(["keep and call"]);
  // Told at once, and not forgotten over a tick that follows.
  const early = story(OPEN, ticked(0, "A"), ticked(2, "x", "y"), kept, UNREACHABLE, ticked(0, "b"), DONE, DONE);
  expect(early.done).toEqual(["put 0: A", "put 2: x,y", "put 0: b"]);
});

test("what was to be called and is ticked by then is kept, and calls nothing", () => {
  const all = story(OPEN, ticked(2, "x", "y"), called, ticked(0, "A", "b", "C", "d"), DONE, DONE);
  expect(all.done).toEqual(["put 2: x,y", "put 0: A,b,C,d", "keep"]);
});

test("another window was quicker: that is told, nothing was done here, and the page is asked anew", () => {
  const world = story(OPEN, kept, REFUSED);
  expect(world.done).toEqual(["keep", "refresh"]);
  expect(world.judgement.problem).toEqual({ kind: "said", message: "judged in another window" });
  expect(isJudging(world.judgement)).toBe(true);
  expect(isJudging(live(world, refreshed).judgement)).toBe(false);
});

test("what is kept is what the server has: nothing of this window is on it, and nothing can be ticked", () => {
  const server = { ...KEPT, questions: [{ ...FIRST, ticked: ["C"] }, SECOND] };
  const world = story(OPEN, ticked(0, "b"), DONE, kept, DONE, came(server), refreshed);
  expect(shown(world)).toBe("C");
  const before = world.done.length;
  expect([ticked(0, "d"), accepted(0)].reduce(live, world).done).toHaveLength(before);
});

test("a tick that comes too late for the judgement is taken back, and nothing of it is left when that is opened", () => {
  const world = story(OPEN, kept, ticked(0, "b"), DONE, came(KEPT), REFUSED, refreshed);
  expect(shown(world)).toBe("");
  expect(world.judgement.problem).toEqual({ kind: "said", message: "judged in another window" });
  expect(shown([reopened, DONE, came(OPEN), refreshed].reduce(live, world))).toBe("");
});

test("a judgement is opened again: the ticks are those that were kept, and can be changed", () => {
  const server = [{ ...FIRST, ticked: ["C"] }, SECOND];
  const world = story({ isKept: true, questions: server }, reopened, reopened, DONE);
  expect(world.done).toEqual(["reopen", "focus told", "refresh"]);
  const open = [came({ isKept: false, questions: server }), refreshed].reduce(live, world);
  expect(judgementTold(open.judgement)).toEqual({ kind: "reopened" });
  expect(shown(open)).toBe("C");
  expect(shown(live(open, ticked(0, "C", "d")))).toBe("C,d");
  expect(story(OPEN, reopened).done).toEqual([]);
});

test("what was told is told no more when the page says otherwise", () => {
  expect(judgementTold(story(OPEN, called, DONE, refreshed).judgement)).toBeNull();
  const elsewhere = story(OPEN, called, DONE, came(KEPT), refreshed, came(OPEN));
  expect(judgementTold(elsewhere.judgement)).toBeNull();
  expect(judgementTold(story(KEPT, reopened, DONE, refreshed).judgement)).toEqual({ kind: "kept", called: null });
});

test("a skipped question and one that is not there are not ticked", () => {
  const world = story({ isKept: false, questions: [FIRST, SKIPPED] }, ticked(5, "A"), ticked(9, "A"), accepted(9));
  expect(world.done).toEqual([]);
});

test("an answer to a judgement that nobody sent is a bug", () => {
  expect(() => judge(beginJudgement(OPEN), { kind: "heard", reply: DONE })).toThrow("no judgement was sent");
});

/** What may happen. "reply": to what has been under way for longest; "page": the server says what is true. */
type Move = DebriefInput | { readonly kind: "reply"; readonly how: "done" | "unreachable" } | { readonly kind: "page" };

const subset = fc.subarray(["A", "b", "C", "d", "x", "y", "other"]);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("ticked" as const), question: fc.nat(3), ticked: subset }) },
  fc.nat(3).map(accepted),
  fc.constantFrom<Move>(kept, called, reopened, refreshed),
  { weight: 2, arbitrary: fc.constant<Move>({ kind: "page" }) },
  { weight: 4, arbitrary: fc.constant<Move>({ kind: "reply", how: "done" }) },
  fc.constant<Move>({ kind: "reply", how: "unreachable" }),
);
const moves = fc.array(move, { maxLength: 60, size: "max" });

/** The world with the server that belongs to it, which does what it is asked unless it is not reached. */
interface Whole {
  readonly world: World;
  readonly server: DebriefSheet;
}

const WHOLE: Whole = { world: story(OPEN), server: OPEN };

function go(whole: Whole, one: Move): Whole {
  const { world, server } = whole;
  if (one.kind === "page") return { ...whole, world: live(world, came(server)) };
  if (one.kind !== "reply") return { ...whole, world: live(world, one) };
  const [asked] = world.underWay;
  if (asked === undefined) return whole;
  if (one.how === "unreachable") return { ...whole, world: live(world, UNREACHABLE) };
  const after = serve(server, asked);
  return { world: live(world, after === null ? REFUSED : DONE), server: after ?? server };
}

/** What becomes of the server; null: it refuses. */
function serve(server: DebriefSheet, asked: DebriefEffect): DebriefSheet | null {
  if (asked.kind === "reopen") return { ...server, isKept: false };
  if (asked.kind === "put judgement") return asked.isKept && !server.isKept ? null : { ...server, isKept: true };
  if (asked.kind !== "put ticks" || server.isKept) return null;
  const questions = server.questions.map((one) =>
    one.question === asked.question ? { ...one, ticked: asked.ticked } : one,
  );
  return { ...server, questions };
}

function run(all: readonly Move[], after: (before: Whole, whole: Whole, move: Move) => void): Whole {
  return all.reduce((before, one) => {
    const whole = go(before, one);
    after(before, whole, one);
    return whole;
  }, WHOLE);
}

test("whatever happens, the judgement is in a legal state", () => {
  fc.assert(
    fc.property(moves, (all) => {
      run(all, (_, { world: { judgement, underWay } }) => {
        const { phase, made, sheet } = judgement;
        const requests = underWay.filter(({ kind }) => kind !== "put ticks");
        expect(requests).toHaveLength(phase.kind === "sending" ? 1 : 0);
        if (sheet.isKept) expect(made).toEqual({});
        for (const asked of sheet.questions) {
          const ids = asked.points.map(({ id }) => id);
          expect(ids.filter((id) => tickedIn(judgement, asked).includes(id))).toEqual(tickedIn(judgement, asked));
          const puts = underWay.filter((one) => one.kind === "put ticks" && one.question === asked.question);
          const ticks = made[asked.question];
          if (ticks !== undefined) expect(ticks.unanswered).toBe(puts.length);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, a tick stays on the screen until it is changed, kept, or told not to be saved", () => {
  fc.assert(
    fc.property(moves, (all) => {
      run(all, (before, { world }, one) => {
        for (const { question } of OPEN.questions) {
          const was = before.world.judgement.made[question];
          if (was === undefined || shown(world, question) === was.shown.join()) continue;
          const isChanged = (one.kind === "ticked" || one.kind === "accepted") && one.question === question;
          const isTold = world.judgement.problem !== null && one.kind === "reply";
          expect(isChanged || isTold || world.judgement.sheet.isKept).toBe(true);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, in the end what is on the screen is what the server has", () => {
  fc.assert(
    fc.property(moves, fc.array(fc.boolean(), { maxLength: 40 }), (all, reached) => {
      let whole = run(all, () => {});
      for (const isReached of reached) whole = go(whole, { kind: "reply", how: isReached ? "done" : "unreachable" });
      while (whole.world.underWay.length > 0) whole = go(whole, { kind: "reply", how: "done" });
      const { world, server } = go(go(whole, { kind: "page" }), refreshed);
      expect(world.judgement.sheet.isKept).toBe(server.isKept);
      for (const { question, ticked: has } of server.questions) expect(shown(world, question)).toBe(has.join());
    }),
    { numRuns: 1_000 },
  );
});

test("whatever happens, the same judgement is never put twice", () => {
  fc.assert(
    fc.property(moves, (all) => {
      /** A judgement was kept as far as this window was told, and not opened since. */
      let isDone = false;
      run(all, (before, { world }, one) => {
        const news = world.done.slice(before.world.done.length);
        const sent = news.filter((name) => name.startsWith("keep") || name === "reopen");
        const was = before.world.judgement;
        // Only a reply lets go on what waited for it.
        if (sent.length > 0 && isJudging(was)) expect([was.phase.kind, one.kind]).toEqual(["waiting", "reply"]);
        if (sent.some((name) => name.startsWith("keep")))
          for (const { unanswered } of Object.values(world.judgement.made)) expect(unanswered).toBe(0);
        expect(sent.length).toBeLessThanOrEqual(1);
        if (isDone && before.world.judgement.sheet.isKept) expect(sent).not.toContain("keep");
        const { told, sheet } = world.judgement;
        if (one.kind === "reply" && news.includes("focus told")) isDone = told?.kind === "kept";
        if (!sheet.isKept && one.kind === "page") isDone = false;
      });
    }),
    { numRuns: 500 },
  );
});
