import { expect, test } from "vitest";
import { SECOND } from "../time.ts";
import { simulate } from "../world/simulate.ts";
import { calm, film, open } from "../world/testing.ts";

test("three segments open a connection, the client half a round trip before the server (RFC 9293, figure 6)", () => {
  expect(film(calm)).toEqual([
    "0ms server listen | server LISTEN",
    "0ms client connect | client SYN-SENT > SYN seq=0",
    "50ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "100ms client gets SYN,ACK seq=0 ack=1 | client ESTABLISHED > ACK seq=1 ack=1",
    "150ms server gets ACK seq=1 ack=1 | server ESTABLISHED",
  ]);
});

test("a lost SYN costs the client one retransmission timeout", () => {
  const lossy = {
    ...calm,
    wire: { ...calm.wire, rules: [{ from: "client", of: "SYN", nth: 1, fate: "drop" }] },
  } as const;
  expect(film(lossy).slice(2, 5)).toEqual([
    "25ms lost SYN seq=0",
    "1000ms client retransmission timeout > SYN seq=0",
    "1050ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
  ]);
});

test("a lost final ACK leaves the server in SYN-RECEIVED until it has repeated its SYN-ACK", () => {
  const lossy = {
    ...calm,
    wire: { ...calm.wire, rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] },
  } as const;
  expect(film(lossy).slice(4)).toEqual([
    "125ms lost ACK seq=1 ack=1",
    "1050ms server retransmission timeout > SYN,ACK seq=0 ack=1",
    "1100ms client gets SYN,ACK seq=0 ack=1 > ACK seq=1 ack=1",
    "1150ms server gets ACK seq=1 ack=1 | server ESTABLISHED",
  ]);
});

test("data with an ACK completes the handshake as well as the lost ACK would have", () => {
  const lossy = {
    ...calm,
    wire: { ...calm.wire, rules: [{ from: "client", of: "ACK", nth: 1, fate: "drop" }] },
    script: [...open, { host: "client", atUs: 300_000, call: { kind: "send", len: 5 } }],
  } as const;
  expect(film(lossy).slice(5, 7)).toEqual([
    "300ms client send 5 > PSH,ACK seq=1 ack=1 len=5",
    "350ms server gets PSH,ACK seq=1 ack=1 len=5 | server ESTABLISHED > ACK seq=1 ack=6",
  ]);
});

test("a SYN that nobody answers is repeated after 1, 3, 7, 15, 31, 63 and 127 s (RFC 6298, 5.5)", () => {
  expect(synTimes("rfc9293")).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
});

test("Linux repeats it every second at first, and gives up after 131 s", () => {
  expect(synTimes("linux-6.18")).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67]);
  const lost = simulate(deaf("linux-6.18"));
  expect(lost.frames.at(-1)?.atUs).toBe(131 * SECOND);
  expect(lost.frames.at(-1)?.hosts.client).toMatchObject({ state: "CLOSED", failure: "timed out" });
});

test("a listener that hears nothing more forgets the half-open connection 63 s after its first SYN-ACK (Linux)", () => {
  const silent = {
    ...calm,
    profile: "linux-6.18",
    wire: { ...calm.wire, rules: [{ from: "client", of: "ACK", nth: "every", fate: "drop" }] },
  } as const;
  const run = simulate(silent);
  const synAcks = run.flights.filter((f) => f.from === "server" && f.segment.syn).map((f) => f.sentAtUs / SECOND);
  expect(synAcks).toEqual([0.05, 1.05, 3.05, 7.05, 15.05, 31.05]);
  expect(run.frames.find((f, i) => i > 3 && f.hosts.server.state === "LISTEN")?.atUs).toBe(63.05 * SECOND);
});

test("a SYN to a closed port is refused with RST,ACK (RFC 9293, 3.10.7.1)", () => {
  expect(film({ ...calm, script: open.slice(1) })).toEqual([
    "0ms client connect | client SYN-SENT > SYN seq=0",
    "50ms server gets SYN seq=0 > RST,ACK seq=0 ack=1",
    "100ms client gets RST,ACK seq=0 ack=1 | client CLOSED",
  ]);
});

test("two sides that connect to each other meet in one connection (RFC 9293, figure 7)", () => {
  const both = [
    { host: "client", atUs: 0, call: { kind: "connect" } },
    { host: "server", atUs: 0, call: { kind: "connect" } },
  ] as const;
  expect(film({ ...calm, script: both })).toEqual([
    "0ms client connect | client SYN-SENT > SYN seq=0",
    "0ms server connect | server SYN-SENT > SYN seq=0",
    "50ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "50ms client gets SYN seq=0 | client SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "100ms client gets SYN,ACK seq=0 ack=1 | client ESTABLISHED > ACK seq=1 ack=1",
    "100ms server gets SYN,ACK seq=0 ack=1 | server ESTABLISHED > ACK seq=1 ack=1",
    "150ms server gets ACK seq=1 ack=1",
    "150ms client gets ACK seq=1 ack=1",
  ]);
});

test("a second attempt knows nothing of the first: it begins with a fresh timer and a fresh count", () => {
  const twice = [
    ...deaf("linux-6.18").script,
    { host: "client", atUs: 200 * SECOND, call: { kind: "connect" } },
  ] as const;
  const times = simulate({ ...deaf("linux-6.18"), script: twice }).flights.map((flight) => flight.sentAtUs / SECOND);
  expect(times.slice(11)).toEqual(synTimes("linux-6.18").map((time) => time + 200));
});

test("an old SYN opens nothing: the side it claims to come from resets it (RFC 9293, figure 8)", () => {
  const old = {
    ...calm,
    script: open.slice(0, 1),
    ghosts: [{ from: "client", arrivesAtUs: 20_000, flags: ["SYN"], seq: 90 }],
  } as const;
  expect(film(old)).toEqual([
    "0ms server listen | server LISTEN",
    "20ms server gets SYN seq=-10 | server SYN-RECEIVED > SYN,ACK seq=0 ack=-9",
    "70ms client gets SYN,ACK seq=0 ack=-9 > RST seq=-9",
    "120ms server gets RST seq=-9 | server LISTEN",
  ]);
});

test("text on a SYN waits for ESTABLISHED in the standard, and is thrown away by Linux without Fast Open", () => {
  const script = [open[0], { host: "client", atUs: 0, call: { kind: "connect", len: 5 } }] as const;
  const kept = simulate({ ...calm, script } as typeof calm);
  expect(kept.frames.map((f) => f.hosts.server.delivered)).toEqual([0, 0, 0, 0, 5, 5]);
  const thrown = simulate({ ...calm, profile: "linux-6.18", script } as typeof calm);
  expect(thrown.flights.find((f) => f.segment.syn && f.from === "server")?.segment.ack).toBe(101);
  expect(thrown.frames.findIndex((f) => f.hosts.server.delivered === 5)).toBeGreaterThan(5);
});

function deaf(profile: typeof calm.profile) {
  return {
    ...calm,
    profile,
    script: open.slice(1),
    wire: { ...calm.wire, rules: [{ from: "client", of: "any", nth: "every", fate: "drop" }] },
  } as const;
}

function synTimes(profile: typeof calm.profile): number[] {
  return simulate(deaf(profile)).flights.map((flight) => flight.sentAtUs / SECOND);
}
