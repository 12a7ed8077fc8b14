import { expect, test } from "vitest";
import { calm } from "#lib/tcp/world/testing.ts";
import type { Card, Claim, Content } from "../schema.ts";
import { contentOf } from "../testing.ts";
import { checkContent } from "./check.ts";

function told(change: (card: Card) => Card, content: Content = contentOf(["one"]), notes: readonly string[] = []) {
  return checkContent({ ...content, cards: content.cards.map(change) }, notes).map(({ message }) => message);
}

function withSpec(change: (spec: Card["spec"]) => Partial<Card["spec"]>) {
  return (card: Card): Card => ({ ...card, spec: { ...card.spec, ...change(card.spec) } });
}

function withText(en: Partial<Card["texts"]["en"]>, zh: Partial<Card["texts"]["zh"]> = en) {
  return (card: Card): Card => ({
    ...card,
    texts: { en: { ...card.texts.en, ...en }, zh: { ...card.texts.zh, ...zh } },
  });
}

test("sound content has no problem", () => {
  expect(told((card) => card)).toEqual([]);
});

test("a card whose film does not show what the card says is refused", () => {
  const promise = (shows: Card["spec"]["simulation"]["shows"]) =>
    told(withSpec(({ simulation }) => ({ simulation: { ...simulation, shows } })));
  expect(promise([{ kind: "ends", host: "server", state: "LISTEN" }])).toContain(
    "simulation: the server ends in ESTABLISHED, not LISTEN",
  );
  expect(promise([{ kind: "never", host: "client", state: "SYN-SENT" }])[0]).toContain("is in SYN-SENT after frame");
  expect(promise([{ kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{ ack: 2 }] }])).toContain(
    "simulation: server's SYN,ACK seq=0 ack=1 (number 1) has ack 1, not 2",
  );
  expect(promise([{ kind: "segments", from: "server", flags: ["SYN", "ACK"], are: [{}, {}] }])).toHaveLength(1);
  expect(promise([{ kind: "delivered", host: "server", bytes: 1 }])).toHaveLength(1);
  expect(promise([{ kind: "state", host: "server", state: "ESTABLISHED", atUs: 149_999 }])).toHaveLength(1);
  expect(promise([{ kind: "fails", host: "client", failure: "timed out" }])).toContain(
    "simulation: the client fails with nothing, not timed out",
  );
  expect(promise([{ kind: "call", host: "client", call: "connect", nth: 1, errno: "ECONNREFUSED" }])).toContain(
    "simulation: the client's connect (number 1) reports success, not ECONNREFUSED",
  );
  expect(promise([{ kind: "connections", host: "server", atUs: 200_000, count: 2 }])).toContain(
    "simulation: at 200000 µs the server holds 1 connections, not 2",
  );
});

test("a place that is cited is in its note: a heading, or how it begins", () => {
  const notes = ["## Opening a connection\nSYN", "- Q：why?\n1. 2 closing a connection, four times"];
  const cite = (note: string, heading: string) =>
    told(
      withSpec(({ provenance }) => ({ provenance: { ...provenance, notes: [{ note, heading }] } })),
      contentOf(["one"]),
      notes,
    );
  for (const [note, heading] of [
    ["000", "Opening a connection"],
    ["000", "Opening…"],
    ["001", "why?"],
    ["001", "2 closing…"],
  ] as const) {
    expect(cite(note, heading)).toEqual([]);
  }
  expect(cite("001", "Opening…")).toEqual(['note 001 has no heading "Opening…"']);
  expect(cite("007", "Opening…")).toHaveLength(1);
  expect(cite("000", "a connection")).toHaveLength(1);
});

test("a table names each of its columns", () => {
  const table = (head: string) =>
    told(withText({ full: `Because of one, two and three.\n\n${head}\n| - | - |\n| a | b |` }));
  expect(table("| x | y |")).toEqual([]);
  expect(table("|   | y |")[0]).toContain("a column without a heading");
  expect(table("| x |   |")[0]).toContain("a column without a heading");
});

test("a promise that any film would keep is refused", () => {
  const same = told(
    withSpec(({ simulation }) => ({
      simulation: {
        ...simulation,
        contrast: { ...simulation.contrast, scenario: calm as Content["exhibits"][0]["spec"]["scenario"] },
      },
    })),
  );
  expect(same.join()).toContain("without the decisive condition the film shows the same");
  const both = told((card) => ({ ...card, contrastShows: [{ kind: "never", host: "server", state: "TIME-WAIT" }] }));
  expect(both.join()).toContain("the card's own film keeps this too");
});

test("a thirty-second answer that takes longer is refused, and one minute's answer that takes five", () => {
  const of = (en: string, zh: string) =>
    told(withText({ short: `one two three ${en}` }, { short: `one two three ${zh}` }));
  expect(of("word ".repeat(87), "字".repeat(157))).toEqual([]);
  expect(of("word ".repeat(88), "字".repeat(158))).toHaveLength(2);
  expect(told(withText({ full: "one two three ".repeat(300) })).join()).toContain("takes 4.1 minutes to read");
});

test("a key point that the answer does not say is refused", () => {
  expect(told(withText({ keyPoints: ["one", "two", "window scaling"] }))).toEqual([
    'the answer does not say "window scaling": it lacks wind, scal',
    'the answer does not say "window scaling": it lacks window, scaling',
  ]);
});

test("both languages are built of the same parts", () => {
  const one = told(withText({ full: "One, two, three.\n\n- a\n- b" }, { full: "One, two, three.\n\n- a" }));
  expect(one).toEqual(["is built as paragraph, list of 1, but in English as paragraph, list of 2"]);
  expect(told(withText({}, { mistakes: ["**a** b"] })).join()).toContain("1 items, but 2 in English");
});

test("a question that needs eyes is refused without a form that can be said, and one language alone is refused", () => {
  const exercise: Card["spec"]["exercise"] = { kind: "choice", options: ["a", "b"], right: ["a"] };
  const choices = [1, 2].map(() => ({ text: "This.", why: "Since." }));
  const asked = (spoken: string) => (card: Card) => withText({ spoken, choices })(withSpec(() => ({ exercise }))(card));
  expect(told(asked(""))).toContain("a question to choice needs another form in which it can be said");
  expect(told(asked("How so?"))).toEqual([]);
  expect(told(withText({ spoken: "How so?" }, {}))).toEqual(["stands in one language only"]);
});

test("links, follow-ups and what is required must exist, and what is required comes first", () => {
  expect(told(withText({ full: "One, two, three: [that](/cards/topic/none)." })).join()).toContain("leads nowhere");
  expect(told(withText({ full: "One, two, three: [that](/cards/topic/one)." }))).toEqual([]);
  expect(told(withText({ full: "One, two, three: [that](http://example.org)." })).join()).toContain("leads nowhere");
  const two = contentOf(["one", "two"]);
  expect(
    told(
      withSpec(() => ({ requires: ["topic/two"] })),
      two,
    ),
  ).toContain("requires topic/two, which is learned later");
  expect(
    told(
      withSpec(() => ({ requires: ["topic/ten"] })),
      two,
    ),
  ).toContain("requires topic/ten, which does not exist");
  const next = (followUps: Card["spec"]["followUps"]) => told(withSpec(() => ({ followUps })));
  expect(next([{ card: "topic/one" }, { own: "a" }, { own: "b" }])).toContain("the follow-up topic/one is this card");
  expect(next([{ own: "a", probes: "four" }, { own: "b" }])).toContain(
    "a follow-up probes four, which is no key point",
  );
  expect(next([{ own: "a" }])).toContain("2 follow-up questions, but card.ts has 1 of its own");
});

test("an exercise about what the film has not, or whose answer is always the same, is refused", () => {
  const ask = (exercise: Card["spec"]["exercise"]) => told(withSpec(() => ({ exercise }))).join();
  const third = { from: "client", of: "SYN", nth: 3 } as const;
  expect(ask({ kind: "fill", blanks: [{ segment: third, fields: ["seq"] }] })).toContain("there is no segment");
  const first = { from: "client", of: "SYN", nth: 1 } as const;
  expect(ask({ kind: "fill", blanks: [{ segment: first, fields: ["ack"] }], vary: { iss: "small" } })).toContain(
    "whatever is drawn, the answer is the same",
  );
  expect(ask({ kind: "choice", options: ["a", "b", "c"], right: ["a"] })).toContain("0 options, but card.ts has 3");
});

test("wording of the notes is not carried over, their facts are", () => {
  const han = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未";
  const own = told(withText({ full: `One, two, three. ${han}` }), contentOf(["one"]), [`前面${han}后面`]);
  expect(own).toHaveLength(2);
  expect(told(withText({ full: `One, two, three. ${han.slice(1)}` }), contentOf(["one"]), [han])).toEqual([]);
  const words = "a b c d e f g h i j k l";
  expect(told(withText({ full: `One, two, three. ${words}` }), contentOf(["one"]), [words])).toHaveLength(2);
});

const claim: Claim = {
  id: "A1",
  spec: {
    verdict: "correct",
    notes: [{ note: "000", heading: "h" }],
    claim: { en: "The server ends up open.", zh: "服务器最终建立连接。" },
    statement: { en: "It does.", zh: "是的。" },
    sources: [{ label: "RFC 9293" }],
    claimed: [{ kind: "ends", host: "server", state: "ESTABLISHED" }],
    simulation: contentOf(["one"]).cards[0]?.spec.simulation ?? fail(),
  },
};

function fail(): never {
  throw new Error("content of one card has a card");
}

function audit(spec: Partial<Claim["spec"]>): string[] {
  const content = contentOf(["one"]);
  const claims = [{ ...claim, spec: { ...claim.spec, ...spec } }];
  const settles = withSpec(({ provenance }) => ({ provenance: { ...provenance, claims: ["A1"] } }));
  return told(settles, { ...content, claims, notes: { questions: {}, claims: 1 } });
}

test("a verdict follows from the films", () => {
  const { simulation } = claim.spec;
  const turned = {
    ...simulation,
    scenario: simulation.contrast.scenario,
    contrast: { ...simulation.contrast, scenario: simulation.scenario },
  };
  expect(audit({})).toEqual([]);
  expect(audit({ verdict: "wrong" }).join()).toContain('"wrong", but the contrast does not show what is claimed');
  const shows = [{ kind: "ends", host: "server", state: "LISTEN" }] as const;
  expect(audit({ verdict: "wrong", simulation: { ...turned, shows: [...shows] } })).toEqual([]);
  expect(audit({ verdict: "correct", simulation: { ...turned, shows: [...shows] } })).toHaveLength(2);
  expect(audit({ verdict: "outdated", simulation: { ...turned, shows: [...shows] } }).join()).toContain(
    "more than the rules",
  );
});

test("every claim and question of the notes is covered", () => {
  const content = contentOf(["one"]);
  const notes = { questions: { Q1: { en: "Why?", zh: "为什么？" } }, claims: 2 };
  const messages = checkContent({ ...content, claims: [claim], notes }).map(
    ({ path, message }) => `${path}: ${message}`,
  );
  expect(messages).toEqual([
    "claims/A2.ts: is missing",
    "notes.ts: no card asks Q1",
    "claims/A1.ts: no card settles A1",
  ]);
});
