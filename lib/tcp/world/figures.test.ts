import { expect, test } from "vitest";
import { MILLISECOND } from "../time.ts";
import { simulate } from "./simulate.ts";
import { calm, film, open } from "./testing.ts";

// The figures of RFC 9293, 3.5 and 3.6, as films. Numbers are relative to those with which the figures begin: 100 and 300.

const handshake = film(calm);
const oldSyn = { from: "client", arrivesAtUs: 20 * MILLISECOND, flags: ["SYN"], seq: 90 } as const;
const reboot = [
  { host: "client", atUs: 300 * MILLISECOND, call: { kind: "crash" } },
  { host: "client", atUs: 400 * MILLISECOND, call: { kind: "boot" } },
] as const;

test("figure 6: the basic three-way handshake", () => {
  expect(handshake).toEqual([
    "0ms server listen | server LISTEN",
    "0ms client connect | client SYN-SENT > SYN seq=0",
    "50ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "100ms client gets SYN,ACK seq=0 ack=1 | client ESTABLISHED > ACK seq=1 ack=1",
    "150ms server gets ACK seq=1 ack=1 | server ESTABLISHED",
  ]);
  const [syn, synAck] = simulate(calm).flights;
  expect([syn?.segment.seq, synAck?.segment.seq, synAck?.segment.ack]).toEqual([100, 300, 101]);
});

test("figure 7: both sides open at once", () => {
  const script = (["client", "server"] as const).map((host) => ({ host, atUs: 0, call: { kind: "connect" } }) as const);
  expect(film({ ...calm, script })).toEqual([
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

test("figure 8: an old SYN overtakes the new one, and is undone by a RST", () => {
  const rules = [{ from: "client", of: "SYN", nth: 1, fate: "delay", byUs: 200 * MILLISECOND }] as const;
  expect(film({ ...calm, wire: { ...calm.wire, rules }, ghosts: [oldSyn] }).slice(1)).toEqual([
    "0ms client connect | client SYN-SENT > SYN seq=0",
    "20ms server gets SYN seq=-10 | server SYN-RECEIVED > SYN,ACK seq=0 ack=-9",
    "70ms client gets SYN,ACK seq=0 ack=-9 > RST seq=-9",
    "120ms server gets RST seq=-9 | server LISTEN",
    "250ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "300ms client gets SYN,ACK seq=0 ack=1 | client ESTABLISHED > ACK seq=1 ack=1",
    "350ms server gets ACK seq=1 ack=1 | server ESTABLISHED",
  ]);
});

test("figure 9: who comes back from a crash finds out by its SYN that the other side still holds the connection", () => {
  const again = { host: "client", atUs: 500 * MILLISECOND, call: { kind: "connect", from: 40_000 } } as const;
  // The new number is 0.5 s of the clock beyond the old one: 125,000 steps of 4 µs.
  expect(film({ ...calm, script: [...open, ...reboot, again] }).slice(5)).toEqual([
    "300ms client crash | client CLOSED",
    "400ms client boot",
    "500ms client connect 40000 | client SYN-SENT > SYN seq=0",
    "550ms server gets SYN seq=0 > ACK seq=1 ack=-124999",
    "600ms client gets ACK seq=1 ack=-124999 > RST seq=-124999",
    "650ms server gets RST seq=-124999 | server CLOSED",
    "1500ms client retransmission timeout > SYN seq=0",
    "1550ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "1600ms client gets SYN,ACK seq=0 ack=1 | client ESTABLISHED > ACK seq=1 ack=1",
    "1650ms server gets ACK seq=1 ack=1 | server ESTABLISHED",
  ]);
});

test("figure 10: text for a side that lost its memory is answered with a RST", () => {
  const text = { host: "server", atUs: 500 * MILLISECOND, call: { kind: "send", len: 10 } } as const;
  expect(film({ ...calm, script: [...open, ...reboot, text] }).slice(7)).toEqual([
    "500ms server send 10 > PSH,ACK seq=1 ack=1 len=10",
    "550ms client gets PSH,ACK seq=1 ack=1 len=10 > RST seq=1",
    "600ms server gets RST seq=1 | server CLOSED",
  ]);
});

test("figure 11: an old SYN between two listeners opens nothing", () => {
  const script = (["client", "server"] as const).map((host) => ({ host, atUs: 0, call: { kind: "listen" } }) as const);
  expect(film({ ...calm, script, ghosts: [oldSyn] }).slice(2)).toEqual([
    "20ms server gets SYN seq=-10 | server SYN-RECEIVED > SYN,ACK seq=0 ack=-9",
    "70ms client gets SYN,ACK seq=0 ack=-9 > RST seq=-9",
    "120ms server gets RST seq=-9 | server LISTEN",
  ]);
});

test("figure 12: the normal close", () => {
  const script = [
    ...open,
    { host: "client", atUs: 400 * MILLISECOND, call: { kind: "close" } },
    { host: "server", on: "CLOSE-WAIT", afterUs: 100 * MILLISECOND, call: { kind: "close" } },
  ] as const;
  expect(film({ ...calm, script }).slice(5)).toEqual([
    "400ms client close | client FIN-WAIT-1 > FIN,ACK seq=1 ack=1",
    "450ms server gets FIN,ACK seq=1 ack=1 | server CLOSE-WAIT > ACK seq=1 ack=2",
    "500ms client gets ACK seq=1 ack=2 | client FIN-WAIT-2",
    "550ms server close | server LAST-ACK > FIN,ACK seq=1 ack=2",
    "600ms client gets FIN,ACK seq=1 ack=2 | client TIME-WAIT > ACK seq=2 ack=2",
    "650ms server gets ACK seq=2 ack=2 | server CLOSED",
    "240600ms client timeWait timeout | client CLOSED",
  ]);
});

test("figure 13: both sides close at once", () => {
  const close = (["client", "server"] as const).map(
    (host) => ({ host, atUs: 400 * MILLISECOND, call: { kind: "close" } }) as const,
  );
  expect(film({ ...calm, script: [...open, ...close] }).slice(5)).toEqual([
    "400ms client close | client FIN-WAIT-1 > FIN,ACK seq=1 ack=1",
    "400ms server close | server FIN-WAIT-1 > FIN,ACK seq=1 ack=1",
    "450ms server gets FIN,ACK seq=1 ack=1 | server CLOSING > ACK seq=2 ack=2",
    "450ms client gets FIN,ACK seq=1 ack=1 | client CLOSING > ACK seq=2 ack=2",
    "500ms client gets ACK seq=2 ack=2 | client TIME-WAIT",
    "500ms server gets ACK seq=2 ack=2 | server TIME-WAIT",
    "240500ms client timeWait timeout | client CLOSED",
    "240500ms server timeWait timeout | server CLOSED",
  ]);
});
