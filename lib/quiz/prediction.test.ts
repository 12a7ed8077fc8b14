import { expect, test } from "vitest";
import { simulate } from "#lib/tcp/world/simulate.ts";
import { calm, open } from "#lib/tcp/world/testing.ts";
import { consequenceOf } from "./consequence.ts";
import { grade, questionAt, reactionAt } from "./prediction.ts";

const film = simulate(calm);
/** The frame in which the server gets the SYN. */
const synArrives = film.frames.findIndex(({ event }) => event.kind === "arrival");
const question = questionAt(film, synArrives);
if (question === null) throw new Error("the arrival of a SYN asks nothing");

test("the arrival of a SYN asks for the SYN,ACK and the state that follow from it", () => {
  expect(question).toMatchObject({ kind: "reaction", host: "server" });
  expect(reactionAt(film, question)).toEqual({ flags: ["SYN", "ACK"], seq: 0, ack: 1, state: "SYN-RECEIVED" });
});

test("a right answer is right in every part, and each wrong part is told by itself", () => {
  const right = reactionAt(film, question);
  expect(grade(film, question, right)).toEqual({ flags: true, seq: true, ack: true, state: true });
  expect(grade(film, question, { ...right, ack: 0 })).toEqual({ flags: true, seq: true, ack: false, state: true });
  expect(grade(film, question, { ...right, flags: ["ACK"] })).toMatchObject({ flags: false, seq: true });
  expect(grade(film, question, { ...right, flags: null })).toMatchObject({ flags: false });
  expect(grade(film, question, { ...right, state: "ESTABLISHED" })).toMatchObject({ state: false });
});

test("PSH is the sender's choice, and nobody is asked for it", () => {
  const talk = simulate({
    ...calm,
    script: [...open, { host: "client", atUs: 300_000, call: { kind: "send", len: 5 } }],
  });
  const asked = talk.frames.map((_, i) => questionAt(talk, i)).filter((q) => q !== null);
  const last = asked.at(-1);
  if (last === undefined) throw new Error("nothing is asked");
  const right = reactionAt(talk, last);
  expect(grade(talk, last, { ...right, flags: [...(right.flags ?? []), "PSH"] }).flags).toBe(true);
});

test("a wrong segment is sent in place of the right one, and the other side says what it thinks of it", () => {
  const wrong = { ...reactionAt(film, question), ack: 5 };
  const outcome = consequenceOf(film, question, wrong);
  const frame = outcome?.film.frames[outcome.frame];
  expect(frame?.why.map(({ key }) => key)).toContain("syn-sent.bad-ack");
  expect(consequenceOf(film, question, { ...wrong, flags: null })).toBeNull();
});

test("a timeout asks when it comes, and one of the choices is right", () => {
  const lost = simulate({
    ...calm,
    wire: { ...calm.wire, rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }] },
  });
  const at = lost.frames.findIndex(({ event }) => event.kind === "timeout");
  const asked = questionAt(lost, at);
  expect(asked).toMatchObject({ kind: "when", sinceUs: 0, choicesUs: [500_000, 1_000_000, 2_000_000, 3_000_000] });
});

test("calls of an application and losses are not asked for: nobody can know them", () => {
  const kinds = film.frames.filter((_, i) => questionAt(film, i) !== null).map(({ event }) => event.kind);
  expect(new Set(kinds)).toEqual(new Set(["arrival"]));
});
