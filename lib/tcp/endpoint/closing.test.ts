import { expect, test } from "vitest";
import { MILLISECOND, SECOND } from "../time.ts";
import type { Cue, Rule, Scenario } from "../world/scenario.ts";
import { simulate } from "../world/simulate.ts";
import { calm, film, open } from "../world/testing.ts";

const close: readonly Cue[] = [
  { host: "client", atUs: 400 * MILLISECOND, call: { kind: "close" } },
  { host: "server", on: "CLOSE-WAIT", afterUs: 100 * MILLISECOND, call: { kind: "close" } },
];
const opened = { ...calm, script: [...open, ...close] } satisfies Scenario;

test("four segments close a connection, and the side that closed first waits 2MSL (RFC 9293, figure 12)", () => {
  expect(film(opened).slice(5)).toEqual([
    "400ms client close | client FIN-WAIT-1 > FIN,ACK seq=1 ack=1",
    "450ms server gets FIN,ACK seq=1 ack=1 | server CLOSE-WAIT > ACK seq=1 ack=2",
    "500ms client gets ACK seq=1 ack=2 | client FIN-WAIT-2",
    "550ms server close | server LAST-ACK > FIN,ACK seq=1 ack=2",
    "600ms client gets FIN,ACK seq=1 ack=2 | client TIME-WAIT > ACK seq=2 ack=2",
    "650ms server gets ACK seq=2 ack=2 | server CLOSED",
    "240600ms client timeWait timeout | client CLOSED",
  ]);
});

test("a server that closes at once lets its FIN carry the delayed ACK: three segments", () => {
  const hurried = { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } } as const;
  const script: Cue[] = [...open, { host: "client", atUs: 400 * MILLISECOND, call: { kind: "close" } }, hurried];
  expect(film({ ...calm, profile: "linux-6.18", script }).slice(5)).toEqual([
    "400ms client close | client FIN-WAIT-1 > FIN,ACK seq=1 ack=1",
    "450ms server gets FIN,ACK seq=1 ack=1 | server CLOSE-WAIT",
    "450ms server close | server LAST-ACK > FIN,ACK seq=1 ack=2",
    "500ms client gets FIN,ACK seq=1 ack=2 | client TIME-WAIT > ACK seq=2 ack=2",
    "550ms server gets ACK seq=2 ack=2 | server CLOSED",
    "60500ms client timeWait timeout | client CLOSED",
  ]);
});

test("both closing at once meet in CLOSING, and both wait (RFC 9293, figure 13)", () => {
  const both: Cue[] = [
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "close" } },
    { host: "server", atUs: 400 * MILLISECOND, call: { kind: "close" } },
  ];
  const run = simulate({ ...calm, script: [...open, ...both] });
  const states = (host: "client" | "server") => [...new Set(run.frames.slice(5).map((f) => f.hosts[host].state))];
  expect(states("client")).toEqual(["FIN-WAIT-1", "CLOSING", "TIME-WAIT", "CLOSED"]);
  expect(states("server")).toEqual(["ESTABLISHED", "FIN-WAIT-1", "CLOSING", "TIME-WAIT", "CLOSED"]);
});

test("a lost last ACK brings the FIN again; TIME-WAIT answers it and starts anew", () => {
  const lines = film({ ...opened, wire: { ...opened.wire, rules: [lose("client", "ACK", 2)] } });
  expect(lines.slice(9)).toEqual([
    "600ms client gets FIN,ACK seq=1 ack=2 | client TIME-WAIT > ACK seq=2 ack=2",
    "625ms lost ACK seq=2 ack=2",
    "1550ms server retransmission timeout > FIN,ACK seq=1 ack=2",
    "1600ms client gets FIN,ACK seq=1 ack=2 > ACK seq=2 ack=2",
    "1650ms server gets ACK seq=2 ack=2 | server CLOSED",
    "241600ms client timeWait timeout | client CLOSED",
  ]);
});

test("after shutdown of one direction the other still carries data", () => {
  const script: Cue[] = [
    ...open,
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "shutdown" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 100 * MILLISECOND, call: { kind: "send", len: 20 } },
  ];
  const run = simulate({ ...calm, script });
  expect(run.frames.at(-1)?.hosts.client).toMatchObject({ state: "FIN-WAIT-2", delivered: 20 });
  expect(run.frames.at(-1)?.hosts.server).toMatchObject({ state: "CLOSE-WAIT" });
});

test("data for a closed socket is answered with RST, for nobody will read it (RFC 9293, 3.6.1)", () => {
  const script: Cue[] = [
    ...open,
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 100 * MILLISECOND, call: { kind: "send", len: 20 } },
  ];
  expect(film({ ...calm, script }).slice(-3)).toEqual([
    "550ms server send 20 > PSH,ACK seq=1 ack=2 len=20",
    "600ms client gets PSH,ACK seq=1 ack=2 len=20 | client CLOSED > RST seq=2",
    "650ms server gets RST seq=2 | server CLOSED",
  ]);
});

test("FIN-WAIT-2 lasts for ever in the standard; Linux forgets an orphan after 60 s and answers a late FIN with RST", () => {
  const script: Cue[] = [
    ...open,
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 90 * SECOND, call: { kind: "close" } },
  ];
  expect(film({ ...calm, script }).at(-1)).toBe("330500ms client timeWait timeout | client CLOSED");
  expect(film({ ...calm, profile: "linux-6.18", script }).slice(-4)).toEqual([
    "60504ms client finWait2 timeout | client CLOSED",
    "90450ms server close | server LAST-ACK > FIN,ACK seq=1 ack=2",
    "90500ms client gets FIN,ACK seq=1 ack=2 > RST seq=2",
    "90550ms server gets RST seq=2 | server CLOSED",
  ]);
});

test("FIN-WAIT-1 begins with the call, even while text still waits for the window (RFC 9293, 3.10.4)", () => {
  const script: Cue[] = [
    ...open,
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "send", len: 100_000 } },
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "shutdown" } },
    { host: "server", atUs: 400 * MILLISECOND, call: { kind: "shutdown" } },
  ];
  const run = simulate({ ...calm, script });
  const states = run.frames.slice(6).map((f) => f.hosts.client.state);
  expect([...new Set(states)]).toEqual(["FIN-WAIT-1", "CLOSING", "TIME-WAIT", "CLOSED"]);
  expect(run.frames.at(-1)?.hosts.server.delivered).toBe(100_000);
});

test("abort sends RST, and nobody waits in TIME-WAIT", () => {
  const script: Cue[] = [...open, { host: "client", atUs: 400 * MILLISECOND, call: { kind: "abort" } }];
  const run = simulate({ ...calm, script });
  expect(film({ ...calm, script }).slice(5)).toEqual([
    "400ms client abort | client CLOSED > RST,ACK seq=1 ack=1",
    "450ms server gets RST,ACK seq=1 ack=1 | server CLOSED",
  ]);
  expect(run.frames.at(-1)?.hosts.server.failure).toBe("connection reset");
});

test("lost data is sent again until it is acknowledged, each wait twice as long (RFC 6298, 5.5)", () => {
  const script: Cue[] = [...open, { host: "client", atUs: 400 * MILLISECOND, call: { kind: "send", len: 5 } }];
  const rules = [lose("client", "DATA", 1), lose("client", "DATA", 2)];
  const run = simulate({ ...calm, script, wire: { ...calm.wire, rules } });
  const sent = run.flights.filter((f) => f.segment.len > 0).map((f) => f.sentAtUs / MILLISECOND);
  expect(sent).toEqual([400, 1400, 3400]);
  expect(run.frames.at(-1)?.hosts.server.delivered).toBe(5);
});

function lose(from: Rule["from"], of: Rule["of"], nth: number): Rule {
  return { from, of, nth, fate: "drop" };
}
