import { z } from "zod";
import type { Endpoint } from "#lib/tcp/endpoint/control-block.ts";
import { errnoOfCall } from "#lib/tcp/endpoint/errno.ts";
import type { Connection } from "#lib/tcp/host/connection.ts";
import { nextDue, type Outcome } from "#lib/tcp/host/machine.ts";
import { MILLISECOND, type Micros } from "#lib/tcp/time.ts";
import type { WhyKey } from "#lib/tcp/why/why.ts";
import type { ScriptCall } from "#lib/tcp/world/scenario.ts";
import { perform } from "#lib/tcp/world/script.ts";
import { Bench, PEER, PORT } from "./bench.ts";
import type { Comparison } from "./comparison.ts";
import { MEASURED } from "./measured.ts";

/** What every call reports on a socket in every state, once and after every other call. See data/README.md. */
export const callsFile = z.object({
  meta: z.object({ calls: z.array(z.string()) }),
  ways: z.array(
    z.object({
      name: z.string(),
      steps: z.array(z.string()),
      state: z.string(),
      calls: z.record(z.string(), z.object({ says: z.string(), leaves: z.string(), next: z.array(z.string()) })),
    }),
  ),
});
type CallsFile = z.infer<typeof callsFile>;

/** Runs the whole table under the Linux profile: each first call with the state it leaves, each second call after it. */
export function runCalls({ meta, ways }: CallsFile): Comparison[] {
  return ways.flatMap((way) => [
    compare(way.name, way.state, (socket) => socket.state, way.steps),
    ...meta.calls.flatMap((first) => {
      const row = way.calls[first];
      if (row === undefined) return [{ id: `${way.name}: ${first}`, agrees: false, expected: "a row", got: "none" }];
      return [
        compare(`${way.name}: ${first}`, `${row.says}, then ${row.leaves}`, told(first), way.steps),
        ...meta.calls.map((second, i) =>
          compare(`${way.name}: ${first}, then ${second}`, row.next[i] ?? "", (socket) => socket.step(second), [
            ...way.steps,
            first,
          ]),
        ),
      ];
    }),
  ]);
}

const told = (call: string) => (socket: Socket) => `${socket.step(call)}, then ${socket.state}`;

function compare(id: string, expected: string, ask: (socket: Socket) => string, steps: readonly string[]): Comparison {
  const socket = new Socket();
  for (const words of steps) socket.step(words);
  const got = ask(socket);
  return { id, agrees: got === expected, expected, got };
}

/** How long the recorder waited after each step. */
const STEP_US: Micros = 3 * MILLISECOND;

/** What a call says that reports no error: in the words of the recorder, whose sockets do not block. */
const SAYS: Partial<Record<WhyKey, string>> = {
  "accept.taken": "a connection",
  "accept.empty": "EAGAIN",
  "send.text": "5",
  "send.wait": "EAGAIN",
  "receive.nothing": "EAGAIN",
  "connect.syn": "EINPROGRESS",
};

/** The socket of a server's application, whichever it is: one that was never opened, a listener, or a connection. */
class Socket {
  private readonly bench = new Bench(MEASURED);
  private connection: Connection | null = null;

  /** "gone" once it was closed; TIME-WAIT is not the socket's state, since the kernel keeps that without one. */
  get state(): string {
    const { state, app } = this.endpoint;
    if (app.orphan) return "gone";
    return state === "TIME-WAIT" ? "CLOSED" : state;
  }

  /** Does what the recorder's words say; what a call said. */
  step(words: string): string {
    const [word = "", ...rest] = words.split(" ");
    if (word === "peer")
      this.bench.peer(rest[0] ?? "", Number(rest[1]), Number(rest[2] ?? 0), { len: Number(rest[3] ?? 0) });
    else if (word === "wait") this.runUntilClosed();
    else if (word !== "bind" && word !== "finish") return this.call(word, rest[0] ?? "");
    this.bench.runUntil(this.bench.now + STEP_US);
    return "";
  }

  private get endpoint(): Endpoint {
    const { machine } = this.bench;
    return this.connection?.endpoint ?? machine.listeners.get(PORT)?.endpoint ?? machine.spare;
  }

  private call(word: string, argument: string): string {
    if (this.connection === null && (word === "listen" || word === "connect")) {
      // A script opens a new socket then; here the same one is meant.
      const errno = errnoOfCall(this.endpoint, word, MEASURED);
      if (errno !== null) return errno;
      if (word === "listen" && this.state === "LISTEN") return "0";
    }
    const { bench } = this;
    const outcome = perform(bench.machine, { call: callOf(word, argument), ...this.named() }, bench.now);
    this.follow(word, outcome);
    bench.runUntil(bench.now + MILLISECOND);
    if (outcome.errno !== null) return outcome.errno;
    const [why] = outcome.why;
    if (why?.key === "receive.text") return String(why.numbers.len);
    return (why && SAYS[why.key]) ?? "0";
  }

  private named(): { connection?: number } {
    return this.connection === null ? {} : { connection: this.connection.nth };
  }

  /** Which socket the application holds after its call. */
  private follow(word: string, { connection, errno }: Outcome): void {
    if (errno !== null) return;
    if (word === "accept" || word === "connect") this.connection = connection;
    if (word === "listen") this.connection = null;
  }

  private runUntilClosed(): void {
    const { bench } = this;
    for (let next = nextDue(bench.machine); next?.due && this.state !== "CLOSED"; next = nextDue(bench.machine)) {
      bench.runUntil(next.due.atUs);
    }
  }
}

const READS_ON_CALL = { reads: "on-call" } as const;

/** A call in the recorders' words, on the port and with the peer that they use. */
export function callOf(word: string, argument: string): ScriptCall {
  switch (word) {
    case "listen":
      return { kind: "listen", backlog: 1, options: READS_ON_CALL };
    case "connect":
      return { kind: "connect", to: PEER.host, port: PEER.port, from: PORT, options: READS_ON_CALL };
    case "send":
      return { kind: "send", len: Number(argument) };
    case "shutdown":
      return { kind: "shutdown", read: argument === "RD", both: argument === "RDWR" };
    case "keepalive":
      return { kind: "set", options: { keepalive: true } };
    case "set":
      return { kind: "set", options: { keepalive: false } };
    case "accept":
    case "receive":
    case "status":
    case "close":
    case "abort":
      return { kind: word };
    default:
      throw new Error(`the call ${word} is not known`);
  }
}
