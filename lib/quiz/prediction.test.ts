import { expect, test } from "vitest";
import { simulate } from "#lib/tcp/world/simulate.ts";
import { calm, open } from "#lib/tcp/world/testing.ts";
import { consequenceOf } from "./consequence.ts";
import { type Answer, predictionOf } from "./draw.ts";
import { gradeAnswer, wrongSegment } from "./grade.ts";
import { partsAsked, questionAt, reactionAt, segmentIn } from "./prediction.ts";

const film = simulate(calm);
/** The frame in which the server gets the SYN. */
const synArrives = film.frames.findIndex(({ event }) => event.kind === "arrival");
const question = questionAt(film, synArrives);
if (question === null) throw new Error("the arrival of a SYN asks nothing");
const drawn = predictionOf(film, question);
const RIGHT: Answer = { flags: "SYN,ACK", seq: "0", ack: "1", state: "SYN-RECEIVED" };
const wrongIn = (answer: Answer) => gradeAnswer(drawn, answer).flatMap(({ part, ok }) => (ok ? [] : [part]));

test("the arrival of a SYN asks for the SYN,ACK and the state that follow from it", () => {
  expect(question).toMatchObject({ kind: "reaction", host: "server" });
  expect(reactionAt(film, question)).toEqual({ flags: ["SYN", "ACK"], seq: 0, ack: 1, state: "SYN-RECEIVED" });
});

test("a right answer is right in every part, and each wrong part is told by itself", () => {
  expect(drawn.right).toEqual(RIGHT);
  expect(wrongIn(RIGHT)).toEqual([]);
  expect(wrongIn({ ...RIGHT, ack: "0" })).toEqual(["ack"]);
  expect(wrongIn({ ...RIGHT, flags: "ACK" })).toEqual(["flags"]);
  expect(wrongIn({ ...RIGHT, state: "ESTABLISHED" })).toEqual(["state"]);
  expect(wrongIn({})).toEqual(["flags", "seq", "ack", "state"]);
});

test("numbers are asked only of a segment that is sent, and an ack only where the flag for it is set", () => {
  expect(partsAsked(question, {})).toEqual(["flags", "state"]);
  expect(partsAsked(question, { flags: "none" })).toEqual(["flags", "state"]);
  expect(partsAsked(question, { flags: "SYN" })).toEqual(["flags", "seq", "state"]);
  expect(partsAsked(question, { flags: "RST,ACK" })).toEqual(["flags", "seq", "ack", "state"]);
});

test("numbers that were typed before other flags were chosen do not count, and are there again with the first", () => {
  expect(wrongIn({ ...RIGHT, flags: "none" })).toEqual(["flags", "seq", "ack"]);
  const silent = gradeAnswer(drawn, { ...RIGHT, flags: "none" });
  expect(silent.map(({ given }) => given)).toEqual(["none", "", "", "SYN-RECEIVED"]);
  expect(wrongIn({ ...RIGHT, flags: "SYN" })).toEqual(["flags", "ack"]);
  const acked = film.frames.findIndex(({ sent }, i) => i > synArrives && sent.length > 0);
  const next = questionAt(film, acked);
  if (next === null) throw new Error("the arrival of a SYN,ACK asks nothing");
  expect(gradeAnswer(predictionOf(film, next), { flags: "SYN", seq: "1", ack: "1" })[2]).toMatchObject({ given: "–" });
});

test("where nothing is sent, nobody is asked for numbers", () => {
  const last = film.frames.findLastIndex((_, i) => questionAt(film, i) !== null);
  const asked = questionAt(film, last);
  if (asked === null) throw new Error("nothing is asked");
  const silent = predictionOf(film, asked);
  expect(silent.right).toEqual({ flags: "none", state: "ESTABLISHED" });
  expect(gradeAnswer(silent, { flags: "none", seq: "5", state: "ESTABLISHED" }).every(({ ok }) => ok)).toBe(true);
});

test("PSH is the sender's choice, and nobody is asked for it", () => {
  const talk = simulate({
    ...calm,
    script: [...open, { host: "client", atUs: 300_000, call: { kind: "send", len: 5 } }],
  });
  const flags = talk.frames.flatMap((_, i) => {
    const asked = questionAt(talk, i);
    return asked === null ? [] : [predictionOf(talk, asked).right.flags ?? ""];
  });
  expect(flags.length).toBeGreaterThan(2);
  expect(flags.join()).not.toContain("PSH");
});

test("a segment is read as people type it, and is none before all of it is said", () => {
  const typed = { flags: "SYN,ACK", seq: " 1,000 ", ack: "２" };
  expect(segmentIn(typed)).toEqual({ flags: ["SYN", "ACK"], seq: 1000, ack: 2 });
  expect(segmentIn({ flags: "RST", seq: "7", ack: "3" })).toEqual({ flags: ["RST"], seq: 7, ack: null });
  const halves: Answer[] = [
    {},
    { flags: "none", seq: "1" },
    { ...typed, ack: "" },
    { ...typed, seq: "many" },
    { seq: "1" },
  ];
  expect(halves.filter((half) => segmentIn(half) !== null)).toEqual([]);
});

test("only a segment that is not the one that is sent has consequences", () => {
  expect(wrongSegment(drawn, RIGHT)).toBeNull();
  expect(wrongSegment(drawn, { ...RIGHT, state: "LISTEN" })).toBeNull();
  expect(wrongSegment(drawn, { ...RIGHT, ack: "5" })).toEqual({ flags: ["SYN", "ACK"], seq: 0, ack: 5 });
  expect(wrongSegment(drawn, {})).toBeNull();
});

test("a wrong segment is sent in place of the right one, and the other side says what it thinks of it", () => {
  const wrong = { flags: ["SYN", "ACK"], seq: 0, ack: 5 } as const;
  const outcome = consequenceOf(film, question, wrong);
  const frame = outcome?.film.frames[outcome.frame];
  expect(frame?.why.map(({ key }) => key)).toContain("syn-sent.bad-ack");
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
