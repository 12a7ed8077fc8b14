import { expect, test } from "vitest";
import { MILLISECOND, MINUTE, SECOND } from "../time.ts";
import type { Cue, Ghost, Scenario } from "../world/scenario.ts";
import { simulate } from "../world/simulate.ts";
import { calm, film, open } from "../world/testing.ts";

const near: Scenario = { ...calm, profile: "linux-6.18", wire: { delayUs: 10 * MILLISECOND } };
const listen = (options: object): Cue => ({ host: "server", atUs: 0, call: { kind: "listen", ...options } });
const connectAt = (atUs: number, options: object = {}): Cue => ({
  host: "client",
  atUs,
  call: { kind: "connect", ...options },
});
const [, connectNow] = open;

/** Which rules decided at the server, without repetition. */
function reasonsAtServer(scenario: Scenario): string[] {
  const frames = simulate(scenario).frames.filter(({ event }) => "host" in event && event.host === "server");
  return [...new Set(frames.flatMap(({ why }) => why.map(({ key }) => key)))];
}

test("a full accept queue makes the listener deaf to SYNs until the application accepts", () => {
  const script = [
    listen({ backlog: 0 }),
    connectAt(0),
    connectAt(100 * MILLISECOND),
    { host: "server", atUs: 1500 * MILLISECOND, call: { kind: "accept" } } as Cue,
  ];
  expect(film({ ...near, script }).slice(5)).toEqual([
    "100ms client connect | client#2 SYN-SENT > SYN seq=0",
    "110ms server gets SYN seq=0",
    "1100ms client retransmission timeout > SYN seq=0",
    "1110ms server gets SYN seq=0",
    "1500ms server accept",
    "2100ms client retransmission timeout > SYN seq=0",
    "2110ms server gets SYN seq=0 | server#2 SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "2120ms client gets SYN,ACK seq=0 ack=1 | client#2 ESTABLISHED > ACK seq=1 ack=1",
    "2130ms server gets ACK seq=1 ack=1 | server#2 ESTABLISHED",
  ]);
});

test("when the queue fills between SYN and ACK, the ACK is dropped, or answered with RST where the host prefers that", () => {
  const script = [listen({ backlog: 1 }), connectAt(0), connectAt(100 * MILLISECOND), connectAt(100 * MILLISECOND)];
  const patient = { ...near, script, untilUs: 5 * SECOND };
  expect(reasonsAtServer(patient)).toContain("accept.full-ack");
  // The third client believes it is connected: nobody told it otherwise.
  expect(
    simulate(patient)
      .frames.at(-1)
      ?.connections.client?.map(({ endpoint }) => endpoint.state),
  ).toEqual(["ESTABLISHED", "ESTABLISHED", "ESTABLISHED"]);
  expect(film({ ...patient, settings: { abortOnOverflow: true } }).slice(-2)).toEqual([
    "130ms server gets ACK seq=1 ack=1 | server#3 gone > RST seq=1",
    "140ms client gets RST seq=1 | client#3 gone",
  ]);
});

test("TCP_DEFER_ACCEPT keeps a silent client in SYN-RECEIVED, and repeats no SYN-ACK meanwhile", () => {
  const text: Cue = { host: "client", atUs: 4500 * MILLISECOND, call: { kind: "send", len: 5 } };
  expect(film({ ...near, script: [listen({ deferAcceptS: 5 }), connectNow as Cue, text] }).slice(4)).toEqual([
    "30ms server gets ACK seq=1 ack=1",
    "1010ms server retransmission timeout",
    "3010ms server retransmission timeout",
    "4500ms client send 5 > PSH,ACK seq=1 ack=1 len=5",
    "4510ms server gets PSH,ACK seq=1 ack=1 len=5 | server ESTABLISHED > ACK seq=1 ack=6",
    "4520ms client gets ACK seq=1 ack=6",
  ]);
});

const flood = (count: number): Ghost[] =>
  Array.from({ length: count }, (_, i) => ({
    from: "attacker",
    to: "server",
    by: "attacker",
    fromPort: 5000 + i,
    arrivesAtUs: (1 + i) * MILLISECOND,
    flags: ["SYN"],
    seq: i,
  }));
/** The attacker's own kernel never hears the answers: it is switched off. */
const attacked: Scenario = {
  ...near,
  hosts: [{ name: "attacker" }],
  ghosts: flood(5),
  script: [
    { host: "attacker", atUs: 0, call: { kind: "crash" } },
    listen({ backlog: 1 }),
    connectAt(100 * MILLISECOND),
    { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 5 } },
  ],
  untilUs: 2 * SECOND,
};

test("a SYN flood fills the SYN queue; with cookies a real client gets in all the same, without them it does not", () => {
  const saved = simulate(attacked).frames.at(-1);
  expect(saved?.hosts.client.state).toBe("ESTABLISHED");
  expect(saved?.connections.server?.map(({ endpoint }) => endpoint.delivered)).toEqual([0, 0, 5]);
  expect(reasonsAtServer(attacked)).toEqual(expect.arrayContaining(["cookie.sent", "cookie.good"]));
  const lost = simulate({ ...attacked, settings: { synCookies: 0 } }).frames.at(-1);
  expect(lost?.hosts.client.state).toBe("SYN-SENT");
  expect(reasonsAtServer({ ...attacked, settings: { synCookies: 0 } })).toContain("syn-queue.full");
});

test("Fast Open: the first visit asks for a cookie, the next puts its text on the SYN and is served before the handshake ends", () => {
  const script = [
    listen({ fastOpen: true }),
    connectAt(0, { len: 5, fastOpen: true }),
    { host: "client", atUs: 100 * MILLISECOND, call: { kind: "abort" } } as Cue,
    connectAt(200 * MILLISECOND, { len: 5, fastOpen: true }),
    { host: "server", atUs: 215 * MILLISECOND, call: { kind: "send", len: 7 } } as Cue,
  ];
  const scenario = { ...near, settings: { fastOpenServer: true }, script };
  expect(film(scenario).filter((line) => !line.includes("ms server listen"))).toEqual([
    "0ms client connect 5 true | client SYN-SENT > SYN seq=0",
    "10ms server gets SYN seq=0 | server SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "20ms client gets SYN,ACK seq=0 ack=1 | client ESTABLISHED > PSH,ACK seq=1 ack=1 len=5",
    "30ms server gets PSH,ACK seq=1 ack=1 len=5 | server ESTABLISHED > ACK seq=1 ack=6",
    "40ms client gets ACK seq=1 ack=6",
    "100ms client abort | client CLOSED > RST,ACK seq=6 ack=1",
    "110ms server gets RST,ACK seq=6 ack=1 | server CLOSED",
    "200ms client connect 5 true | client SYN-SENT > SYN seq=0 len=5",
    "210ms server gets SYN seq=0 len=5 | server SYN-RECEIVED > SYN,ACK seq=0 ack=6",
    "215ms server send 7 > PSH,ACK seq=1 ack=6 len=7",
    "220ms client gets SYN,ACK seq=0 ack=6 | client ESTABLISHED > ACK seq=6 ack=1",
    "225ms client gets PSH,ACK seq=1 ack=6 len=7 > ACK seq=6 ack=8",
    "230ms server gets ACK seq=6 ack=1 | server ESTABLISHED",
    "235ms server gets ACK seq=6 ack=8",
  ]);
});

test("closing a listener forgets half-open connections and resets those that nobody accepted", () => {
  const unlisten: Cue = { host: "server", atUs: 100 * MILLISECOND, call: { kind: "unlisten" } };
  expect(
    film({ ...near, script: [listen({ backlog: 4 }), connectAt(0), connectAt(85 * MILLISECOND), unlisten] }).slice(6),
  ).toEqual([
    "95ms server gets SYN seq=0 | server#2 SYN-RECEIVED > SYN,ACK seq=0 ack=1",
    "100ms server unlisten | server#1 gone | server#2 gone > RST,ACK seq=1 ack=1",
    "105ms client gets SYN,ACK seq=0 ack=1 | client#2 ESTABLISHED > ACK seq=1 ack=1",
    "110ms client gets RST,ACK seq=1 ack=1 | client#1 gone",
    "115ms server gets ACK seq=1 ack=1 > RST seq=1",
    "125ms client gets RST seq=1 | client CLOSED",
  ]);
});

test("a port lingers: without SO_REUSEADDR nobody may listen on it while a connection of it is in TIME-WAIT", () => {
  const closed: Cue[] = [
    ...open,
    { host: "server", on: "ESTABLISHED", afterUs: 0, call: { kind: "close" } },
    { host: "client", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
    { host: "server", on: "TIME-WAIT", afterUs: 0, call: { kind: "unlisten" } },
  ];
  const again = (reuseAddress: boolean): Cue => ({
    host: "server",
    atUs: SECOND,
    call: { kind: "listen", reuseAddress },
  });
  expect(film({ ...near, script: [...closed, again(false)] })).toContain("1000ms server listen false (EADDRINUSE)");
  expect(film({ ...near, script: [...closed, again(true)] })).toContain("1000ms server listen true");
});

const closedByClient: Cue[] = [
  ...open,
  { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "close" } },
  { host: "server", on: "CLOSE-WAIT", afterUs: 0, call: { kind: "close" } },
];

test("who waits in TIME-WAIT may connect between the same sockets only if timestamps tell the connections apart", () => {
  const script = [...closedByClient, connectAt(SECOND, { from: 40_000 })];
  const plain = { ...near, settings: { timestamps: false }, script, untilUs: 2 * SECOND };
  expect(film(plain).at(-1)).toBe("1000ms client connect 40000 (EADDRNOTAVAIL)");
  expect(film({ ...near, script, untilUs: 2 * SECOND }).at(-1)).toBe(
    "1030ms server gets ACK seq=1 ack=1 | server ESTABLISHED",
  );
});

test("keepalive: a peer that crashed is found out after the last probe (RFC 9293, 3.8.4)", () => {
  const script: Cue[] = [
    ...open,
    { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "set", options: { keepalive: true } } },
    { host: "server", atUs: SECOND, call: { kind: "crash" } },
  ];
  const waiting = { ...calm, settings: { keepaliveProbes: 2 }, script, untilUs: 180 * MINUTE };
  expect(film(waiting).slice(-6)).toEqual([
    "7200100ms client keepalive timeout > ACK seq=0 ack=1",
    "7200150ms server gets ACK seq=0 ack=1",
    "7275100ms client keepalive timeout > ACK seq=0 ack=1",
    "7275150ms server gets ACK seq=0 ack=1",
    "7350100ms client keepalive timeout | client CLOSED > RST,ACK seq=1 ack=1",
    "7350150ms server gets RST,ACK seq=1 ack=1",
  ]);
  expect(simulate(waiting).frames.at(-1)?.hosts.client.failure).toBe("timed out");
});

test("keepalive: a peer that lives answers the probe, and the next one is as far away again", () => {
  const set: Cue = {
    host: "client",
    on: "ESTABLISHED",
    afterUs: 0,
    call: { kind: "set", options: { keepalive: true } },
  };
  const lines = film({ ...calm, script: [...open, set], untilUs: 241 * MINUTE });
  expect(lines.filter((line) => line.includes("keepalive timeout"))).toEqual([
    "7200100ms client keepalive timeout > ACK seq=0 ack=1",
    "14400200ms client keepalive timeout > ACK seq=0 ack=1",
  ]);
});

test("closing with unread text sends RST instead of FIN (RFC 9293, 3.6.1)", () => {
  const script: Cue[] = [
    listen({ options: { reads: "on-call" } }),
    connectNow as Cue,
    { host: "client", atUs: 200 * MILLISECOND, call: { kind: "send", len: 5 } },
    { host: "server", atUs: 400 * MILLISECOND, call: { kind: "close" } },
  ];
  expect(film({ ...calm, script }).slice(-2)).toEqual([
    "400ms server close | server CLOSED > RST,ACK seq=1 ack=6",
    "450ms client gets RST,ACK seq=1 ack=6 | client CLOSED",
  ]);
  const read: Cue = { host: "server", atUs: 300 * MILLISECOND, call: { kind: "receive" } };
  expect(film({ ...calm, script: [...script, read] })).toContain(
    "400ms server close | server FIN-WAIT-1 > FIN,ACK seq=1 ack=6",
  );
});
