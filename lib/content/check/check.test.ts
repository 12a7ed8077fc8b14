import { expect, test } from "vitest";
import { calm } from "#lib/tcp/world/testing.ts";
import type { WrittenScenario } from "../scenario.ts";
import type { Card, Claim, Content, Exhibit } from "../schema.ts";
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
  written: contentOf(["one"]).cards[0]?.written ?? fail(),
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

const plain = calm as WrittenScenario & Exhibit["spec"]["scenario"];
const drop = { from: "client", of: "ACK", nth: 1, fate: "drop" } as const;
const close = { host: "client", atUs: 1_500_000, call: { kind: "close" } } as const;

/** A gallery of these scenarios, in this order; `written` says how the last one is written, where it is not whole. */
function galleryOf(scenarios: Record<string, typeof plain>, written?: WrittenScenario): Exhibit[] {
  const exhibits = Object.entries(scenarios).map(
    ([id, scenario], order): Exhibit => ({
      id,
      spec: {
        order,
        group: "opening",
        title: { en: id, zh: id },
        summary: { en: id, zh: id },
        scenario,
        shows: [{ kind: "state", host: "client", state: "SYN-SENT", atUs: 0 }],
      },
      written: scenario,
      recorded: null,
    }),
  );
  return exhibits.map((one, i) => (written && i === exhibits.length - 1 ? { ...one, written } : one));
}

/** What is told of a card with this scenario beside the gallery; of its film and its promises nothing. */
function toldOfModels(scenario: typeof plain, exhibits: readonly Exhibit[], written: WrittenScenario = scenario) {
  const whole = withSpec(({ simulation }) => ({ simulation: { ...simulation, scenario } }));
  const content = contentOf(["one"]);
  const cards = content.cards.map((card) => ({ ...whole(card), written }));
  return checkContent({ ...content, cards, exhibits }).filter(({ message }) => message.includes("scenario: is "));
}

test("a scenario that is one of the gallery is told so, with what to write", () => {
  expect(toldOfModels(plain, galleryOf({ calm: plain }))).toEqual([
    {
      path: "topic/one/card.ts",
      at: ["simulation", "scenario"],
      message: 'simulation.scenario: is calm of the gallery; write { like: "calm" }',
    },
  ]);
  expect(toldOfModels(plain, galleryOf({ calm: plain }), { like: "calm" })).toEqual([]);
  const claims = [{ ...claim, written: plain }];
  const content = { ...contentOf([]), claims, exhibits: galleryOf({ calm: plain }) };
  expect(checkContent(content)).toContainEqual({
    path: "claims/A1.ts",
    at: ["simulation", "scenario"],
    message: 'simulation.scenario: is calm of the gallery; write { like: "calm" }',
  });
});

test("a scenario whose differences are half as long, or shorter, is told what to write instead", () => {
  const rules = { ...plain, wire: { delayUs: 10_000, rules: [drop] } };
  expect(toldOfModels(rules, galleryOf({ calm: plain })).map(({ message }) => message)).toEqual([
    'simulation.scenario: is like calm of the gallery; write { like: "calm", delayUs: 10_000, ' +
      'rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] }',
  ]);
  const closed = { ...plain, untilUs: 9000, script: [...plain.script, close] };
  expect(toldOfModels(closed, galleryOf({ calm: plain })).map(({ message }) => message)).toEqual([
    'simulation.scenario: is like calm of the gallery; write { like: "calm", ' +
      'andThen: [{ host: "client", atUs: 1_500_000, call: { kind: "close" } }], untilUs: 9000 }',
  ]);
  // 10 values are those of a calm connection, one names it: with 8 more it is 9 of 18, with 9 more 10 of 19.
  const more = (values: number) => ({
    ...plain,
    ghosts: [{ from: "client", arrivesAtUs: 9, flags: Array<"ACK">(values - 3).fill("ACK"), seq: 7 }],
  });
  expect(toldOfModels(more(8), galleryOf({ calm: plain }))).toHaveLength(1);
  expect(toldOfModels(more(9), galleryOf({ calm: plain }))).toEqual([]);
});

test("of several models the nearest is named, also in the place of one that is named already", () => {
  const lost = { ...plain, wire: { ...plain.wire, rules: [drop] } };
  const far = { ...lost, wire: { ...lost.wire, delayUs: 9 } };
  const exhibits = galleryOf({ calm: plain, lost }, { like: "calm", rules: [drop] });
  const names = (written: WrittenScenario) => toldOfModels(far, exhibits, written).map(({ message }) => message);
  const nearest = ['simulation.scenario: is like lost of the gallery; write { like: "lost", delayUs: 9 }'];
  expect(names(far)).toEqual(nearest);
  expect(names({ like: "calm", delayUs: 9, rules: [drop] })).toEqual(nearest);
  expect(names({ like: "lost", delayUs: 9 })).toEqual([]);
});

test("nothing is like a scenario that has what it has not", () => {
  const noise = { seed: 1, drop: 0.1 };
  const models: Partial<typeof plain>[] = [
    { script: [...plain.script, close] },
    { script: [...plain.script].reverse() },
    { wire: { ...plain.wire, rules: [drop] } },
    { wire: { ...plain.wire, noise } },
    { ghosts: [{ from: "client", arrivesAtUs: 1, flags: ["RST"], seq: 1 }] },
    { hosts: [{ name: "printer" }] },
    { settings: { sack: false } },
    { untilUs: 1_000_000 },
  ];
  for (const model of models) expect(toldOfModels(plain, galleryOf({ model: { ...plain, ...model } }))).toEqual([]);
  const other = { ...plain, settings: { sack: true } };
  expect(toldOfModels(other, galleryOf({ model: { ...plain, settings: { sack: false } } }))).toEqual([]);
  expect(toldOfModels({ ...plain, wire: { ...plain.wire, noise } }, galleryOf({ calm: plain }))).toEqual([]);
  expect(toldOfModels(plain, galleryOf({ model: { ...plain, profile: "linux-6.18" } }))).toHaveLength(1);
});

test("scenarios of the gallery are told as well, but not to be like what is like them", () => {
  const lost = { ...plain, wire: { ...plain.wire, rules: [drop] } };
  const slow = { ...plain, wire: { ...plain.wire, delayUs: 9 } };
  const ofGallery = (exhibits: Exhibit[]) =>
    toldOfModels(more, exhibits).map(({ path, at, message }) => `${path} ${at}: ${message}`);
  const more = { ...plain, iss: { client: 1, server: 2 }, script: [] };
  expect(ofGallery(galleryOf({ calm: plain, lost }))).toEqual([
    "scenarios/lost.ts scenario: scenario: is like calm of the gallery; write " +
      '{ like: "calm", rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] }',
  ]);
  expect(ofGallery(galleryOf({ calm: plain, slow }))).toHaveLength(2);
  expect(ofGallery(galleryOf({ calm: plain, slow }, { like: "calm", delayUs: 9 }))).toEqual([]);
  expect(ofGallery(galleryOf({ calm: plain, again: plain }))).toEqual([
    "scenarios/again.ts scenario: scenario: is calm once more",
  ]);
  expect(ofGallery(galleryOf({ calm: plain, again: plain }, { like: "calm" }))).toHaveLength(1);
});
