import { expect, test } from "vitest";
import type { Flag } from "../segment.ts";
import { SECOND } from "../time.ts";
import type { Cue, Ghost, Scenario } from "../world/scenario.ts";
import { simulate } from "../world/simulate.ts";
import { calm, open } from "../world/testing.ts";

const stamped: Scenario = { ...calm, settings: { timestamps: true } };

/** Where the server stands and why, after a segment of the client's came that was not the client's. */
function after(scenario: Scenario, ghost: Omit<Ghost, "from" | "arrivesAtUs">, atUs = 5 * SECOND) {
  const { frames, flights } = simulate({
    ...scenario,
    ghosts: [{ ...ghost, from: "client", arrivesAtUs: atUs }],
    untilUs: atUs,
  });
  const frame = frames.findLast(({ event }) => event.kind === "arrival" && flights[event.flight]?.nature === "ghost");
  if (frame === undefined) throw new Error("the ghost never arrived");
  const { state, delivered } = frame.hosts.server;
  return { why: frame.why[0]?.key, state, delivered, answers: frame.sent.length };
}

const at = (host: string, kind: "close" | "shutdown"): Cue => ({ host, atUs: 1 * SECOND, call: { kind } });

/** The server, brought into each state that has timestamps; what it waits for next and has sent. */
const SERVERS: readonly {
  state: string;
  script: readonly Cue[];
  seq: number;
  ack: number;
  rules?: Scenario["wire"];
}[] = [
  { state: "ESTABLISHED", script: open, seq: 101, ack: 301 },
  { state: "FIN-WAIT-2", script: [...open, at("server", "shutdown")], seq: 101, ack: 302 },
  { state: "CLOSE-WAIT", script: [...open, at("client", "shutdown")], seq: 102, ack: 301 },
  {
    state: "TIME-WAIT",
    script: [...open, at("server", "close"), { ...at("client", "close"), atUs: 2 * SECOND } as Cue],
    seq: 102,
    ack: 302,
  },
];

const kinds: readonly { flags: readonly Flag[]; len?: number }[] = [
  { flags: ["ACK"] },
  { flags: ["PSH", "ACK"], len: 5 },
  { flags: ["FIN", "ACK"] },
  { flags: ["SYN", "ACK"] },
];

test("under the RFC, once timestamps are agreed, whatever has none is dropped in silence, but for a RST", () => {
  for (const { state, script, seq, ack } of SERVERS) {
    for (const { flags, len = 0 } of kinds) {
      const dropped = { why: "stamp.missing", state, delivered: 0, answers: 0 };
      expect({ flags, ...after({ ...stamped, script }, { flags, seq, ack, len }) }).toEqual({ flags, ...dropped });
    }
    expect(after({ ...stamped, script }, { flags: ["RST"], seq }).state).toBe("CLOSED");
  }
  const text = { flags: ["PSH", "ACK"], seq: 101, ack: 301, len: 5 } as const;
  expect(after({ ...stamped, script: open }, { ...text, options: { timestamps: { value: 4_900, echo: 50 } } })).toEqual(
    {
      why: "text.delivered",
      state: "ESTABLISHED",
      delivered: 5,
      answers: 1,
    },
  );
  expect(after({ ...calm, script: open }, text).delivered).toBe(5);
  expect(after({ ...calm, profile: "linux-6.18", script: open }, text).delivered).toBe(5);
});

test("a third segment without a timestamp does not complete a handshake that agreed on them", () => {
  const rules = [{ from: "client", of: "ACK", nth: 1, fate: "drop" } as const];
  const half = { ...stamped, wire: { ...calm.wire, rules } };
  const third = { flags: ["ACK"], seq: 101, ack: 301 } as const;
  expect(after(half, third, 200_000)).toMatchObject({ why: "stamp.missing", state: "SYN-RECEIVED" });
  expect(after(half, { ...third, options: { timestamps: { value: 100, echo: 50 } } }, 200_000).state).toBe(
    "ESTABLISHED",
  );
});

test("a SYN without a timestamp still opens the next connection out of TIME-WAIT (RFC 6191)", () => {
  const { script } = SERVERS[3] ?? { script: [] };
  expect(after({ ...stamped, script }, { flags: ["SYN"], seq: 100_000 }, 5 * SECOND).state).toBe("SYN-RECEIVED");
});

test("every segment but a RST carries a timestamp: repeats, keepalive probes and resets of a connection too", () => {
  const script: Cue[] = [
    { host: "server", atUs: 0, call: { kind: "listen" } },
    { host: "client", atUs: 0, call: { kind: "connect", options: { keepalive: true } } },
    { host: "client", atUs: 10 * SECOND, call: { kind: "send", len: 5 } },
    { host: "server", atUs: 60 * SECOND, call: { kind: "close" } },
    { host: "client", atUs: 70 * SECOND, call: { kind: "send", len: 5 } },
  ];
  const rules = (["SYN", "SYN-ACK", "DATA"] as const).map((of) => ({
    from: of === "SYN-ACK" ? "server" : "client",
    of,
    nth: 1,
    fate: "drop" as const,
  }));
  const settings = { timestamps: true, keepaliveIdleUs: 20 * SECOND };
  const { flights } = simulate({ ...calm, settings, script, wire: { ...calm.wire, rules } });
  expect(flights.filter(({ segment }) => segment.options.timestamps === undefined)).toEqual([]);
  expect(flights.map(({ segment }) => segment).filter(({ ack }) => ack === null)).toEqual(
    flights.flatMap(({ segment }) => (segment.options.timestamps?.echo === 0 ? [segment] : [])),
  );
  expect(flights.some(({ segment }) => segment.rst)).toBe(true);
});

test("who shifts by nothing still says so, since the other side shifts only then", () => {
  const hosts = [{ name: "server", settings: { windowScale: 0 } }];
  const film = simulate({ ...calm, settings: { windowScale: 7 }, hosts });
  const [, synAck] = film.flights;
  expect(synAck?.segment.options.windowScale).toBe(0);
  const { client, server } = film.frames.at(-1)?.hosts ?? film.start;
  expect([client.rcv.scale, client.snd.scale, server.rcv.scale, server.snd.scale]).toEqual([7, 0, 0, 7]);
  expect(server.snd.wnd).toBe(client.rcv.wnd + (-client.rcv.wnd & 127));
});

test("options that only a SYN may carry change nothing on another segment", () => {
  const options = { windowScale: 3, sackPermitted: true, mss: 100, timestamps: { value: 9, echo: 9 } } as const;
  for (const profile of ["rfc9293", "linux-6.18"] as const) {
    const settings = { timestamps: false, sack: false, windowScale: null };
    const scenario = { ...calm, profile, settings };
    const ghost: Ghost = { from: "client", flags: ["ACK"], seq: 101, ack: 301, options, arrivesAtUs: SECOND };
    const { frames } = simulate({ ...scenario, ghosts: [ghost] });
    const { snd, agreed } = frames.at(-1)?.hosts.server ?? {};
    expect([snd?.scale, snd?.mss, agreed?.sack, agreed?.stamps]).toEqual([0, 1460, false, null]);
  }
});
