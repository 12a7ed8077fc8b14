import { expect, test } from "vitest";
import { SECOND } from "../time.ts";
import type { Cue } from "../world/scenario.ts";
import { simulate } from "../world/simulate.ts";
import { calm, open } from "../world/testing.ts";

const linux = { ...calm, profile: "linux-6.18" } as const;

/** What each call of a host reports, in order: "send ECONNRESET", "receive ok". */
function reports(scenario: Parameters<typeof simulate>[0], host: string): string[] {
  return simulate(scenario).frames.flatMap(({ event }) =>
    event.kind === "call" && event.host === host ? [`${event.call.kind} ${event.errno ?? "ok"}`] : [],
  );
}

/** A call every second from the second on. */
const calls = (host: string, ...kinds: readonly (Cue["call"] | Cue["call"]["kind"])[]): Cue[] =>
  kinds.map((call, i) => ({
    host,
    atUs: (i + 2) * SECOND,
    call:
      typeof call === "string" ? ((call === "send" ? { kind: call, len: 5 } : { kind: call }) as Cue["call"]) : call,
  }));

const clientAborts: Cue = { host: "client", atUs: 1 * SECOND, call: { kind: "abort" } };

test("after a reset, a call that names no connection finds the dead one, not the listener: the reset is told once", () => {
  const after = (...kinds: Parameters<typeof calls>[1][]) =>
    reports({ ...linux, script: [...open, clientAborts, ...calls("server", ...kinds)] }, "server").slice(1);
  expect(after("send", "send")).toEqual(["send ECONNRESET", "send EPIPE"]);
  expect(after("receive", "receive", "send")).toEqual(["receive ECONNRESET", "receive ok", "send EPIPE"]);
  expect(after("status", "status")).toEqual(["status ECONNRESET", "status ok"]);
  expect(after("shutdown", "send")).toEqual(["shutdown ENOTCONN", "send ECONNRESET"]);
});

test("once the application has closed its connection, a call that names none finds the listener, then nothing", () => {
  const script = [...open, clientAborts, ...calls("server", "close", "send", "receive", "close", "send", "close")];
  expect(reports({ ...linux, script }, "server").slice(1)).toEqual([
    "close ok",
    "send EPIPE",
    "receive ENOTCONN",
    "close ok",
    "send EBADF",
    "close EBADF",
  ]);
});

test("a call on a connection that the host never had reaches no other one", () => {
  const script: Cue[] = [...open, { host: "server", connection: 7, atUs: 1 * SECOND, call: { kind: "abort" } }];
  const { frames } = simulate({ ...linux, script });
  expect(frames.at(-1)?.event).toMatchObject({ errno: "EBADF" });
  expect(frames.at(-1)?.hosts.server.state).toBe("ESTABLISHED");
});

test("a second connect on the same socket says how far the first has come, and works once that failed", () => {
  const again = (atUs: number): Cue => ({ host: "client", connection: 1, atUs, call: { kind: "connect" } });
  expect(reports({ ...linux, script: [...open, again(20_000), again(200_000)] }, "client")).toEqual([
    "connect ok",
    "connect EALREADY",
    "connect EISCONN",
  ]);
  const refused: Cue[] = [
    { host: "client", atUs: 0, call: { kind: "connect" } },
    { host: "server", atUs: 200_000, call: { kind: "listen" } },
  ];
  const { frames } = simulate({ ...linux, script: [...refused, again(500_000), again(600_000)] });
  expect(reports({ ...linux, script: [...refused, again(500_000), again(600_000)] }, "client")).toEqual([
    "connect ok",
    "connect ECONNREFUSED",
    "connect ok",
  ]);
  expect(frames.at(-1)?.hosts.client.state).toBe("ESTABLISHED");
});

test("a port is shared with what lingers on it only where both the old listener and the new one want that", () => {
  const listens = (first: boolean, second: boolean) =>
    reports(
      {
        ...linux,
        script: [
          { host: "server", atUs: 0, call: { kind: "listen", reuseAddress: first } },
          { host: "client", atUs: 0, call: { kind: "connect" } },
          { host: "server", connection: 1, atUs: 1 * SECOND, call: { kind: "close" } },
          { host: "server", atUs: 2 * SECOND, call: { kind: "unlisten" } },
          { host: "server", atUs: 3 * SECOND, call: { kind: "listen", reuseAddress: second } },
        ],
      },
      "server",
    ).at(-1);
  expect(listens(true, true)).toBe("listen ok");
  expect([listens(true, false), listens(false, true), listens(false, false)]).toEqual(
    Array(3).fill("listen EADDRINUSE"),
  );
});

test("SHUT_RD sends nothing: what still comes can be read, and an empty read is the end", () => {
  const script = [
    { host: "server", atUs: 0, call: { kind: "listen", options: { reads: "on-call" } } },
    { host: "client", atUs: 0, call: { kind: "connect" } },
    ...calls("server", { kind: "shutdown", read: true }, "receive"),
    { host: "client", atUs: 4 * SECOND, call: { kind: "send", len: 5 } },
    { host: "server", atUs: 5 * SECOND, call: { kind: "receive" } },
  ] satisfies Cue[];
  const { frames } = simulate({ ...linux, script });
  const reads = frames.filter(({ event }) => event.kind === "call" && event.call.kind === "receive");
  expect(reads.map(({ why }) => why[0]?.key)).toEqual(["receive.end", "receive.text"]);
  expect(frames.find(({ event }) => event.kind === "call" && event.call.kind === "shutdown")?.sent).toEqual([]);
});

test("under the RFC a call that cannot be obeyed says which error of section 3.10 it is", () => {
  const said = (script: readonly Cue[]) => simulate({ ...calm, script }).frames.at(-1)?.why[0]?.key;
  const at = (host: string, kind: "send" | "shutdown" | "receive"): Cue[] =>
    calls(host, ...[kind, kind, kind]).slice(2);
  expect(said(at("client", "send"))).toBe("call.none");
  expect(
    said([...open, { host: "server", atUs: SECOND, call: { kind: "abort" } }, ...calls("client", "receive")]),
  ).toBe("call.told");
  expect(
    said([...open, { host: "client", atUs: SECOND, call: { kind: "shutdown" } }, ...calls("client", "send")]),
  ).toBe("call.closing");
  expect(said([...open, { host: "client", connection: 1, atUs: SECOND, call: { kind: "connect" } }])).toBe(
    "call.exists",
  );
});
