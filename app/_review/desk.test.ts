import fc from "fast-check";
import { expect, test } from "vitest";
import type { draw } from "#lib/quiz/draw.ts";
import { RATINGS } from "#lib/scheduling/rating.ts";
import {
  type AskedCard,
  type Desk,
  type DeskCard,
  type DeskEffect,
  type DeskInput,
  EMPTY_DESK,
  isDeskBusy,
  keyOf,
  proposedGrade,
  READ_AT_LEAST_MS,
  stepDesk,
} from "./desk.ts";
import { type Draft, EMPTY_DRAFT, missingIn } from "./draft.ts";
import type { SendOutcome } from "./send.ts";

/** A desk with what is around it: a clock, this browser's drafts, and what was sent. */
interface World {
  readonly now: number;
  readonly desk: Desk;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly sent: readonly Extract<DeskEffect, { kind: "send" }>[];
  /** Everything that was to be done, by name. */
  readonly done: readonly string[];
}

const SPANS = ["in 1 min", "in 5 min", "in 10 min", "in 4 days"];
const shown = { intervals: [60_000, 300_000, 600_000, 345_600_000], spans: SPANS };
const A: AskedCard = {
  ...{ cardId: "opening/three-segments", version: 0, reviewId: "review-1", actionId: "action-1", schedulerId: "fsrs" },
  ...{ kind: "answer", language: "en", href: "/en/cards/opening/three-segments", offered: 4, shown, takenBack: null },
};
const B: AskedCard = { ...A, cardId: "closing/lost-fin", reviewId: "review-2", actionId: "action-2" };
const ONCE_MORE: AskedCard = { ...A, reviewId: "review-9", actionId: "action-9" };

const SAVED: SendOutcome = { ok: true, leech: null };
const UNREACHABLE: SendOutcome = { ok: false, message: "cannot be reached", outdated: false, changed: null };
const TOO_LATE: SendOutcome = { ok: false, message: "answered somewhere else", outdated: true, changed: null };
const LATER = { intervals: [1, 2, 3, 4], spans: ["a", "b", "c", "d"] };
const OTHER_INTERVALS: SendOutcome = { ok: false, message: "changed", outdated: false, changed: LATER };

const EMPTY_WORLD: World = { now: 1_000, desk: EMPTY_DESK, drafts: {}, sent: [], done: [] };
const asks = (
  asked: AskedCard,
  found: Draft | null = null,
  early: "nothing" | "entered" | "typing" = "nothing",
): DeskInput => ({
  ...{ kind: "asked", asked, found, early },
});
const wrote = (notes: string): DeskInput => ({ kind: "wrote", notes });
const ticked = (...ids: string[]): DeskInput => ({ kind: "ticked", ticked: ids });
const revealed: DeskInput = { kind: "revealed" };
const graded = (rating: 1 | 2 | 3 | 4): DeskInput => ({ kind: "graded", rating, inPassing: false });
const space: DeskInput = { kind: "graded", rating: 3, inPassing: true };
const acted = (action: "bury" | "suspend" | "reset"): DeskInput => ({ kind: "acted", action });
const heard = (outcome: SendOutcome): DeskInput => ({ kind: "heard", outcome });
const refreshed: DeskInput = { kind: "refreshed" };
const undone: DeskInput = { kind: "took back", entryId: "entry-7", told: "undone" };

/** What comes of it; a number lets so many milliseconds pass. */
function story(...happened: readonly (DeskInput | number)[]): World {
  return happened.reduce(live, EMPTY_WORLD);
}

function live(world: World, input: DeskInput | number): World {
  if (typeof input === "number") return { ...world, now: world.now + input };
  const { state, effects } = stepDesk(frozen(world.desk), input, world.now);
  let next: World = { ...world, desk: state };
  for (const effect of effects) next = follow(next, effect);
  return next;
}

function follow(world: World, effect: DeskEffect): World {
  const next = { ...world, done: [...world.done, nameOf(effect)] };
  if (effect.kind === "send") return { ...next, sent: [...world.sent, effect] };
  if (effect.kind === "keep") return { ...next, drafts: { ...world.drafts, [effect.key]: effect.draft } };
  if (effect.kind !== "forget") return next;
  const { [effect.key]: _, ...others } = world.drafts;
  return { ...next, drafts: others };
}

function nameOf(effect: DeskEffect): string {
  if (effect.kind === "focus") return `focus ${effect.place}`;
  return effect.kind === "send" ? `${effect.method} ${effect.path}` : effect.kind;
}

/** Nobody may change what was handed in. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const cardOf = ({ desk }: World): DeskCard => {
  if (desk.card === null) throw new Error("no card lies on the desk");
  return desk.card;
};
const lastBody = ({ sent }: World) => sent.at(-1)?.body;

test("what was said, ticked and graded is sent once, with how long it took and what the grade promised", () => {
  const world = story(asks(A), 3_000, wrote("SYN, SYN-ACK, ACK"), revealed, ticked("numbers"), 2_000, graded(3));
  expect(world.sent.map(nameOf)).toEqual(["PUT /api/reviews/review-1"]);
  expect(lastBody(world)).toEqual({
    ...{ cardId: "opening/three-segments", version: 0, kind: "answer", schedulerId: "fsrs", language: "en" },
    ...{ rating: 3, intervalMs: 600_000, durationMs: 5_000, answer: {} },
    ...{ notes: "SYN, SYN-ACK, ACK", tickedKeyPoints: ["numbers"] },
  });
});

test("an answer that was recorded is told, its draft is forgotten, and the page is asked what comes next", () => {
  const world = story(asks(A), wrote("two numbers"), revealed, graded(4), heard(SAVED));
  expect(world.done.slice(-4)).toEqual(["refresh", "focus heading", "forget", "scroll to top"]);
  expect(world.desk.told).toEqual({ kind: "recorded", rating: 4 });
  expect(world.drafts).toEqual({});
  expect(isDeskBusy(world.desk)).toBe(true);
});

test("a double click on a grade is one answer", () => {
  const once = story(asks(A), revealed, graded(4), graded(4));
  expect(once.sent).toHaveLength(1);
  const whileTheNextComes = [heard(SAVED), graded(4)].reduce(live, once);
  expect(whileTheNextComes.sent).toHaveLength(1);
});

test("no grade counts before the answer is shown", () => {
  expect(story(asks(A), wrote("a thought"), graded(3), space).sent).toEqual([]);
});

test("the second of two quick presses of Space is no judgement; one after reading is", () => {
  const read = story(asks(A), 5_000, revealed, READ_AT_LEAST_MS, space);
  expect(read.sent).toEqual([]);
  expect(live(live(read, 1), space).sent).toHaveLength(1);
  expect(story(asks(A), 5_000, revealed, graded(3)).sent).toHaveLength(1);
});

test("without a connection the answer stays, and can be sent again under the same id", () => {
  const failed = story(asks(A), wrote("my answer"), revealed, ticked("numbers"), graded(3), heard(UNREACHABLE));
  expect(failed.desk.told).toEqual({ kind: "failed", message: "cannot be reached" });
  expect(isDeskBusy(failed.desk)).toBe(false);
  expect(cardOf(failed).draft).toMatchObject({ notes: "my answer", ticked: ["numbers"], revealed: true });
  const again = [10_000, graded(3), heard(SAVED)].reduce(live, failed);
  expect(again.sent.map(nameOf)).toEqual(["PUT /api/reviews/review-1", "PUT /api/reviews/review-1"]);
  expect(lastBody(again)).toMatchObject({ notes: "my answer", durationMs: 10_000 });
  expect(again.desk.told).toEqual({ kind: "recorded", rating: 3 });
});

test("what was ticked after a failed sending is kept, and part of the next", () => {
  const world = story(asks(A), revealed, graded(1), heard(UNREACHABLE), ticked("numbers", "states"));
  expect(world.drafts[keyOf(A)]?.ticked).toEqual(["numbers", "states"]);
  expect(lastBody(live(world, graded(1)))).toMatchObject({ tickedKeyPoints: ["numbers", "states"] });
});

test("what is ticked while the answer is under way is not forgotten with it", () => {
  const world = story(asks(A), revealed, graded(3), ticked("numbers"), heard(SAVED));
  expect(world.drafts[keyOf(A)]?.ticked).toEqual(["numbers"]);
  expect(story(asks(A), revealed, ticked("numbers"), graded(3), heard(SAVED)).drafts).toEqual({});
});

test("a refresh mints new ids for the same card: the answer keeps the first, an action takes the latest", () => {
  const world = story(asks(A), wrote("half a thought"), 4_000, asks(ONCE_MORE), 1_000, revealed);
  expect(cardOf(world).draft.notes).toBe("half a thought");
  expect(nameOf(live(world, graded(3)).sent[0] as DeskEffect)).toBe("PUT /api/reviews/review-1");
  expect(lastBody(live(world, graded(3)))).toMatchObject({ durationMs: 5_000 });
  expect(nameOf(live(world, acted("bury")).sent[0] as DeskEffect)).toBe("PUT /api/actions/action-9");
});

test("a card that is asked again after it was away is a new answer, under a new id", () => {
  const away = story(asks(A), revealed, graded(3), heard(SAVED), { kind: "left", key: keyOf(A) }, refreshed);
  const back = [undone, heard(SAVED), asks(ONCE_MORE), refreshed, revealed, graded(2)].reduce(live, away);
  expect(back.sent.map(nameOf)).toEqual([
    "PUT /api/reviews/review-1",
    "DELETE /api/reviews/entry-7",
    "PUT /api/reviews/review-9",
  ]);
});

test("another tab was quicker: that is told, nothing is forgotten, and the page is asked anew", () => {
  const world = story(asks(A), wrote("too late"), revealed, graded(1), heard(TOO_LATE));
  expect(world.desk.told).toEqual({ kind: "failed", message: "answered somewhere else" });
  expect(world.done.at(-1)).toBe("refresh");
  expect(world.drafts[keyOf(A)]?.notes).toBe("too late");
  expect(live(world, graded(1)).sent).toHaveLength(1);
  expect(live(live(world, asks(B)), refreshed).done.at(-1)).toBe("refresh");
});

test("the intervals have changed: the grades say the new ones, which are to be read before Space means Good", () => {
  const world = story(asks(A), revealed, 60_000, graded(3), heard(OTHER_INTERVALS));
  expect(cardOf(world).shown).toEqual(LATER);
  expect(live(world, space).sent).toHaveLength(1);
  const read = live(live(world, READ_AT_LEAST_MS + 1), space);
  expect(read.sent.map(nameOf)).toEqual(["PUT /api/reviews/review-1", "PUT /api/reviews/review-1"]);
  expect(lastBody(read)).toMatchObject({ intervalMs: 3 });
  const refreshedSince = live(world, asks({ ...ONCE_MORE, shown }));
  expect(cardOf(refreshedSince).shown).toEqual(shown);
});

test("a learner who does not want to know the intervals promises none", () => {
  const world = story(asks({ ...A, shown: null }), revealed, graded(3));
  expect(JSON.stringify(lastBody(world))).not.toContain("intervalMs");
});

test("everything that is done with a card is kept at once, and found after a reload", () => {
  const answer = { "2.flags": "SYN,ACK" };
  const world = story(
    asks(A),
    wrote("half"),
    wrote("half a thought"),
    { kind: "filled", answer },
    revealed,
    ticked("x"),
  );
  const kept = world.drafts[keyOf(A)];
  expect(kept).toEqual({ notes: "half a thought", answer, revealed: true, ticked: ["x"], other: null });
  const reloaded = story(asks(ONCE_MORE, kept ?? null));
  expect(cardOf(reloaded).draft).toEqual(kept);
  // It was read on the visit before.
  expect(live(reloaded, space).sent).toHaveLength(1);
});

test("what was typed while the page was loading goes over an older draft, and either can be taken", () => {
  const older: Draft = { ...EMPTY_DRAFT, notes: "the older draft", answer: { row: "RST" } };
  const world = story(asks(A, older, "entered"), wrote("new"), { kind: "filled", answer: { row: "SYN" } });
  expect(cardOf(world).draft).toMatchObject({ notes: "new", other: { notes: "the older draft" } });
  expect(missingIn(cardOf(world).draft)).toEqual({ notes: "the older draft", answers: true });
  const taken = live(world, { kind: "took other" });
  expect(cardOf(taken).draft).toMatchObject({ notes: "the older draft", answer: { row: "RST" } });
  expect(cardOf(taken).draft.other).toEqual({ notes: "new", answer: { row: "SYN" } });
  expect(taken.drafts[keyOf(A)]).toEqual(cardOf(taken).draft);
  expect(cardOf(live(taken, { kind: "took other" })).draft).toEqual(cardOf(world).draft);
});

test("two drafts that gave way are both kept", () => {
  const older: Draft = { ...EMPTY_DRAFT, notes: "second", other: { notes: "first", answer: { row: "RST" } } };
  const { other } = cardOf(story(asks(A, older, "entered"), wrote("third"))).draft;
  expect(other).toEqual({ notes: "first\n\nsecond", answer: { row: "RST" } });
});

test("who is typing again is not shown the answer; who only chose something is", () => {
  const older: Draft = { ...EMPTY_DRAFT, notes: "before", revealed: true };
  expect(cardOf(story(asks(A, older, "typing"))).draft.revealed).toBe(false);
  expect(cardOf(story(asks(A, older, "entered"))).draft.revealed).toBe(true);
  expect(cardOf(story(asks(A, older))).draft).toEqual(older);
});

test("an answer that was taken back is on the desk again, unless something newer was drafted", () => {
  const takenBack = { notes: "as it was", ticked: ["numbers"] };
  expect(cardOf(story(asks({ ...A, takenBack }))).draft).toEqual({ ...EMPTY_DRAFT, ...takenBack });
  const newer: Draft = { ...EMPTY_DRAFT, notes: "newer" };
  expect(cardOf(story(asks({ ...A, takenBack }, newer))).draft).toEqual(newer);
});

test("after the reveal the focus is on what came of the exercise; without one, on the answer", () => {
  expect(story(asks(A), revealed).done.at(-1)).toBe("focus answer");
  expect(story(asks(A), { kind: "filled", answer: { row: "" } }, revealed).done.at(-1)).toBe("focus answer");
  expect(story(asks(A), { kind: "filled", answer: { row: "7" } }, revealed).done.at(-1)).toBe("focus result");
  expect(story(asks(A), revealed, revealed).done).toEqual(["keep", "focus answer"]);
});

test("who moves on is led to the next question; who just came, or was refused, is not", () => {
  expect(story(asks(A)).done).toEqual([]);
  const first = story(asks(A), revealed, graded(3), heard(SAVED));
  const next = live(live(first, { kind: "left", key: keyOf(A) }), asks(B));
  expect(next.done.at(-1)).toBe("focus heading");
  const second = [refreshed, revealed, graded(3), heard(SAVED)].reduce(live, next);
  // The new question is led to when it is there.
  expect(second.done.slice(-3)).toEqual(["refresh", "forget", "scroll to top"]);
  const refused = story(asks(A), revealed, graded(1), heard(TOO_LATE), asks(B));
  expect(refused.done.at(-1)).toBe("refresh");
});

test("undo and redo take back an entry, wait their turn, and leave the draft of the card alone", () => {
  const world = story(asks(A), wrote("a thought"), undone, { ...undone, told: "redone" });
  expect(world.sent).toEqual([{ kind: "send", method: "DELETE", path: "/api/reviews/entry-7", body: null }]);
  const told = live(world, heard(SAVED));
  expect(told.desk.told).toEqual({ kind: "undone" });
  expect(told.drafts[keyOf(A)]?.notes).toBe("a thought");
  expect(story({ ...undone, told: "redone" }, heard(SAVED)).desk.told).toEqual({ kind: "redone" });
});

test("a card is put off, suspended or begun anew by one action, and its draft goes with it", () => {
  for (const action of ["bury", "suspend", "reset"] as const) {
    const world = story(asks(A), wrote("a thought"), acted(action), acted("reset"), graded(3));
    expect(world.sent.map(nameOf)).toEqual(["PUT /api/actions/action-1"]);
    expect(lastBody(world)).toEqual({ cardId: A.cardId, version: 0, kind: action });
    const told = live(world, heard(SAVED));
    expect(told.desk.told).toEqual({ kind: "acted", action });
    expect(told.done.slice(-3)).toEqual(["refresh", "focus heading", "forget"]);
    expect(told.drafts).toEqual({});
    expect(live(world, heard(UNREACHABLE)).drafts[keyOf(A)]?.notes).toBe("a thought");
  }
});

test("a drill leaves the schedule alone and knows two grades", () => {
  const cram: AskedCard = { ...A, kind: "cram", offered: 2, shown: null };
  expect(story(asks(cram), acted("bury"), acted("suspend"), acted("reset")).sent).toEqual([]);
  expect(story(asks(cram), revealed, graded(2), graded(4)).sent).toEqual([]);
  expect(lastBody(story(asks(cram), revealed, graded(1)))).toMatchObject({ kind: "cram", rating: 1 });
});

test("a card forgotten again and again is told of until the next request", () => {
  const world = story(asks(A), revealed, graded(1), heard({ ok: true, leech: 8 }), asks(B), refreshed);
  expect(world.desk.leech).toEqual({ lapses: 8, href: A.href });
  expect(live(live(world, undone), heard(UNREACHABLE)).desk.leech).toBeNull();
  expect(live(live(world, undone), heard({ ok: true, leech: 8 })).desk.leech).toBeNull();
});

test("an answer that arrives when another card is there already is its own card's", () => {
  const world = story(asks(A), wrote("a"), revealed, graded(3), { kind: "left", key: keyOf(A) }, asks(B), wrote("b"));
  expect(live(world, heard(OTHER_INTERVALS)).desk.card?.shown).toEqual(shown);
  expect(Object.keys(live(world, heard(SAVED)).drafts)).toEqual([keyOf(B)]);
  expect(live(live(world, revealed), graded(3)).sent).toHaveLength(1);
});

test("a card that leaves takes nothing else along, and without one nothing can be done to it", () => {
  expect(story(asks(A), asks(B), { kind: "left", key: keyOf(A) }).desk.card?.asked).toBe(B);
  const none = story(wrote("x"), ticked("x"), revealed, graded(3), acted("bury"), { kind: "took other" }, refreshed);
  expect(none).toEqual(EMPTY_WORLD);
  expect(story({ kind: "went to", place: "notes" }).done).toEqual([]);
  expect(story(asks(A), { kind: "went to", place: "notes" }).done).toEqual(["focus notes"]);
});

test("an answer from the server that nobody waits for is a bug", () => {
  expect(() => story(asks(A), heard(SAVED))).toThrow("nothing was sent");
});

test("all of it right proposes Good, anything wrong Again, and what was not answered nothing", () => {
  const drawn: ReturnType<typeof draw> = {
    kind: "choice",
    options: ["a", "b"],
    several: true,
    right: { a: "yes", b: "no" },
  };
  expect(proposedGrade(drawn, {})).toBeNull();
  expect(proposedGrade(drawn, { a: "yes" })).toBe(3);
  expect(proposedGrade(drawn, { a: "yes", b: "yes" })).toBe(1);
});

/** A world in which anything happens; `heard` only where something was sent, since it throws otherwise. */
type Move =
  | DeskInput
  | number
  | { readonly kind: "page"; readonly card: number; readonly early: "nothing" | "entered" | "typing" };

const early = fc.constantFrom("nothing", "entered", "typing");
const outcome = fc.oneof(
  { weight: 3, arbitrary: fc.constant(SAVED) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<SendOutcome>(UNREACHABLE, TOO_LATE, OTHER_INTERVALS, { ok: true, leech: 8 }),
  },
);
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant("page" as const), card: fc.nat(3), early }),
  fc.nat(3).map((card): DeskInput => ({ kind: "left", key: keyOf(pageOf(card, "")) })),
  fc.constant(wrote("")),
  fc
    .dictionary(fc.constantFrom("1", "2"), fc.constantFrom("", "SYN"), { maxKeys: 2 })
    .map((answer): DeskInput => ({ kind: "filled", answer })),
  fc.subarray(["x", "y"]).map((ids) => ticked(...ids)),
  fc.constantFrom(revealed, revealed, refreshed, undone, acted("suspend"), { kind: "took other" } as const),
  fc.record({ kind: fc.constant("graded" as const), rating: fc.constantFrom(...RATINGS), inPassing: fc.boolean() }),
  { weight: 2, arbitrary: outcome.map(heard) },
  fc.nat(1_000),
);
const moves = fc.array(move, { maxLength: 60, size: "max" });

/** Two cards in review, one of them at two versions, and one in a drill. */
function pageOf(card: number, id: string): AskedCard {
  const ids = { reviewId: `review-${id}`, actionId: `action-${id}` };
  if (card === 3) return { ...B, ...ids, version: 5, kind: "cram", offered: 2, shown: null };
  return { ...(card === 0 ? B : A), ...ids, version: card };
}

/** Lives through all moves, and calls back after each with the world before and after, and what was the input. */
function run(all: readonly Move[], after: (before: World, world: World, input: DeskInput | number) => void): void {
  let world = EMPTY_WORLD;
  for (const [i, one] of all.entries()) {
    if (typeof one !== "number" && one.kind === "heard" && world.desk.phase.kind !== "sending") continue;
    const input = inputFrom(world, one, i);
    const next = live(world, input);
    after(world, next, input);
    world = next;
  }
}

/** Nothing is typed twice, so that it can be found again. */
function inputFrom(world: World, one: Move, i: number): DeskInput | number {
  if (typeof one === "number") return one;
  if (one.kind === "wrote") return wrote(`<${i}>`);
  if (one.kind === "filled") {
    const given = Object.entries(one.answer).map(([part, value]) => [part, value && `<${i} ${part}>`]);
    return { kind: "filled", answer: Object.fromEntries(given) };
  }
  if (one.kind !== "page") return one;
  const asked = pageOf(one.card, String(i));
  return asks(asked, world.drafts[keyOf(asked)] ?? null, one.early);
}

test("whatever happens, the desk is in a legal state", () => {
  fc.assert(
    fc.property(moves, (all) => {
      let waiting = 0;
      run(all, (before, world, input) => {
        const { card, phase, leech, told } = world.desk;
        if (typeof input !== "number" && input.kind === "heard") waiting--;
        waiting += world.sent.length - before.sent.length;
        expect(waiting).toBe(phase.kind === "sending" ? 1 : 0);
        if (leech !== null) expect(told?.kind).toBe("recorded");
        if (phase.kind === "refreshing" && before.desk.phase.kind !== "refreshing")
          expect(world.done.slice(before.done.length)).toContain("refresh");
        if (card === null) return;
        expect(card.shownAt).toBeLessThanOrEqual(world.now);
        expect(card.readableSince ?? 0).toBeLessThanOrEqual(world.now);
        expect(keyOf(card.asked)).toContain(card.asked.cardId);
        // What was done is kept as it lies there, as long as the server does not have it.
        const kept = world.drafts[keyOf(card.asked)];
        const isTouched = before.desk.card?.draft !== card.draft && before.desk.card?.asked === card.asked;
        if (isTouched) expect(kept).toBe(card.draft);
      });
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, nothing is sent that was not asked for: revealed, offered, and never an action in a drill", () => {
  fc.assert(
    fc.property(moves, (all) => {
      run(all, (before, world, input) => {
        const sent = world.sent.slice(before.sent.length);
        if (sent.length === 0 || typeof input === "number") return;
        expect(["graded", "acted", "took back"]).toContain(input.kind);
        const { card } = before.desk;
        if (input.kind === "graded") {
          expect(card?.draft.revealed).toBe(true);
          expect(sent[0]?.body).toMatchObject({
            rating: input.rating,
            notes: card?.draft.notes,
            cardId: card?.asked.cardId,
          });
          if (card?.asked.offered === 2) expect([1, 3]).toContain(input.rating);
        }
        if (input.kind === "acted") expect(card?.asked.kind).toBe("answer");
      });
    }),
    { numRuns: 500 },
  );
});

test("whatever happens, what was typed is on the desk, in a kept draft, or in an answer that was recorded", () => {
  fc.assert(
    fc.property(moves, (all) => {
      /** The last words and the last parts of an exercise on each card, until the card itself is put away. */
      const words = new Map<string, string>();
      const parts = new Map<string, readonly string[]>();
      const recorded = new Map<string, string>();
      let putAway: string | null = null;
      run(all, (before, world, input) => {
        if (typeof input === "number") return;
        const key = before.desk.card && keyOf(before.desk.card.asked);
        if (key !== null && input.kind === "wrote") words.set(key, input.notes);
        if (key !== null && input.kind === "filled") parts.set(key, Object.values(input.answer));
        // Who takes the other draft has let go of the parts filled in here; the words are kept side by side.
        if (key !== null && input.kind === "took other") parts.delete(key);
        if (putAway === key && (input.kind === "wrote" || input.kind === "filled")) putAway = null;
        if (input.kind === "acted" && world.sent.length > before.sent.length) putAway = key;
        if (input.kind === "heard") {
          const body = world.sent.at(-1)?.body ?? null;
          if (input.outcome.ok && body && "notes" in body) recorded.set(keyIn(body), JSON.stringify(body));
          if (input.outcome.ok && putAway !== null) for (const typed of [words, parts]) typed.delete(putAway);
          putAway = null;
        }
        for (const [card, notes] of words) expect(known(world, card, recorded)).toContain(notes);
        for (const [card, given] of parts)
          for (const part of given) expect(known(world, card, recorded)).toContain(part);
      });
    }),
    { numRuns: 1_000 },
  );
});

function keyIn(body: object): string {
  return keyOf(body as Pick<AskedCard, "cardId" | "version">);
}

/** Everything that is known of what was typed on a card. */
function known({ desk, drafts }: World, key: string, recorded: ReadonlyMap<string, string>): string {
  const here = desk.card && keyOf(desk.card.asked) === key ? desk.card.draft : null;
  return JSON.stringify([here, drafts[key]]) + (recorded.get(key) ?? "");
}

test("whatever happens, an answer is never under way twice, and never goes under two ids", () => {
  fc.assert(
    fc.property(moves, (all) => {
      /** The id that was first minted for what lies there now. */
      let first: string | null = null;
      const owner = new Map<string, string>();
      run(all, (before, world, input) => {
        if (typeof input === "number") return;
        const key = before.desk.card && keyOf(before.desk.card.asked);
        if (input.kind === "asked" && keyOf(input.asked) !== key) first = input.asked.reviewId;
        const sent = world.sent.slice(before.sent.length);
        if (sent.length > 0) expect(isDeskBusy(before.desk)).toBe(false);
        expect(sent.length).toBeLessThanOrEqual(1);
        for (const { path, body } of sent.filter(
          ({ method, path: to }) => method === "PUT" && to.includes("reviews"),
        )) {
          expect(path).toBe(`/api/reviews/${first}`);
          expect(owner.get(path) ?? keyIn(body ?? {})).toBe(keyIn(body ?? {}));
          owner.set(path, keyIn(body ?? {}));
        }
      });
    }),
    { numRuns: 500 },
  );
});
