import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readableAddress } from "#lib/http/address.ts";
import { doorOrPage } from "#lib/http/doors.ts";
import { isRouterState } from "#lib/http/router-state.ts";
import { whileAnswering } from "#lib/http/trouble-status.ts";
import { negotiate } from "#lib/i18n/languages.ts";
import type { ProblemKey } from "#lib/i18n/messages.ts";
import { lane } from "./lane.ts";

interface Options {
  readonly host: string;
  readonly port: number;
  /** Names besides localhost and addresses under which the server may be called. */
  readonly names: readonly string[];
  readonly dev: boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What the framework's client says of the page that it shows. */
const ROUTER_STATE = "next-router-state-tree";

/** More than the largest log (lib/review/limits.ts). */
const BODY_BYTES_MAX = 65 * 1024 * 1024;

/** Longer than clients and proxies keep a connection that they may use again: else they ask just as it closes. */
const KEEP_ALIVE_MS = 75_000;

/** What is not made but read: files of the build. All other paths below no door are pages. */
const READ = /^\/(_next\/|icon\.svg)/;

/** Pages are made one after the other; longer than the slowest of them takes. */
const inTurn = lane(400);

/** Requests at hand have so long to end when the server stops. */
const GRACE_MS = 5_000;

export interface Serving {
  /** Takes no more requests, and waits for those at hand. */
  stop(): Promise<void>;
}

/** Serves the built program, or with `dev` its sources, until it is stopped. Rejects when the port cannot be had. */
export async function serve({ host, port, names, dev }: Options): Promise<Serving> {
  Object.assign(process.env, {
    NODE_ENV: dev ? "development" : "production",
    RETRANSMIT_NAMES: names.join(","),
    NEXT_TELEMETRY_DISABLED: "1",
  });
  // Imported only now: it looks at NODE_ENV when it is loaded.
  const { default: next } = await import("next");
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const app = next({ dev, hostname: host, port, httpServer: server, dir: process.cwd() });
  surviveBrokenRequests();
  await app.prepare();
  const handle = dev ? app.getRequestHandler() : withoutUpgrades(server, app.getRequestHandler());
  server.on("request", (request, response) => void answer(request, response, handle));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { stop: () => stop(server) };
}

/**
 * Who offers another protocol is answered in this one (RFC 9110, 7.8). The framework listens for sockets from its first
 * request on, over which only sources are watched, and closes all others without a word.
 */
function withoutUpgrades(server: Server, handle: Handler): Handler {
  return (request, response) => {
    const answered = handle(request, response);
    server.removeAllListeners("upgrade");
    return answered;
  };
}

/** What no page and no door takes is answered here, before the framework trips over it. */
async function answer(request: IncomingMessage, response: ServerResponse, handle: Handler): Promise<void> {
  const { method = "GET", url = "" } = request;
  const refuse = async (status: number, reason: ProblemKey, headers = {}) => {
    // Imported only when it is needed: few requests are refused here, and every start would wait for all the words.
    const { messagesFor } = await import("#lib/i18n/messages.ts");
    const message = messagesFor(negotiate(request.headers["accept-language"] ?? null)).problems[reason];
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", ...headers });
    response.end(JSON.stringify({ reason, message }));
  };
  const readable = readableAddress(url);
  if (readable === null) return refuse(400, "malformed");
  const place = doorOrPage(readable);
  if (place === null) return refuse(404, "unknown-door");
  if (!place.allow.includes(method)) {
    return refuse(405, place.kind === "page" ? "only-get" : "unknown-method", { allow: place.allow.join(", ") });
  }
  // Who announces more than any door takes is told before it is sent.
  if (Number(request.headers["content-length"] ?? 0) > BODY_BYTES_MAX)
    return refuse(413, "too-large", { connection: "close" });
  // No door unpacks: what is packed would be read as something else, or not at all (RFC 9110, 8.4 and 15.5.16).
  const coding = request.headers["content-encoding"] ?? "identity";
  if (coding.toLowerCase() !== "identity") return refuse(415, "encoded", { "accept-encoding": "identity" });
  request.url = readable;
  const state = request.headers[ROUTER_STATE];
  if (state !== undefined && !isRouterState(String(state))) delete request.headers[ROUTER_STATE];
  await whileAnswering((statusOf) => {
    const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
    response.writeHead = (chosen: number, ...rest: unknown[]) => writeHead(statusOf(chosen), ...rest);
    const isMade = place.kind === "page" && !READ.test(readable);
    return isMade
      ? inTurn(
          () => handle(request, response),
          () => !response.destroyed,
        )
      : handle(request, response);
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const tooLong = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(tooLong);
}

/** What a reader or a writer causes that went away in the middle. */
const WENT_AWAY = ["ECONNRESET", "EPIPE", "ECONNABORTED", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR", 20];

/** As the framework's own server does: one request that breaks takes nobody else's with it. */
function surviveBrokenRequests(): void {
  const note = (what: string) => (error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const isGone = WENT_AWAY.some((known) => known === code) || (error instanceof Error && error.message === "aborted");
    if (!isGone) console.error(`${what}:`, error);
  };
  // Nobody reads what is printed any more: that is not to be printed either.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.on("uncaughtException", note("uncaught"));
  process.on("unhandledRejection", note("unhandled"));
}
