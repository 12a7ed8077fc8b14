import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import type { Table } from "../bench.ts";
import { type Server, startServer } from "../started-server.ts";
import { benchCard, fill, type Size } from "./learned.ts";
import { DOOR_REQUESTS, PAGES, type Request } from "./requests.ts";

const SMALL: Size = { cards: 1_000, reviews: 10_000 };
const LARGE: Size = { cards: 100_000, reviews: 1_000_000 };

/** So many requests of a kind are measured, after some that only warm up. */
const TIMES = 20;
const WARM_UP = 4;

const RATIO_MAX = 2;
const P95_MAX_MS = 250;

/** What one kind of request took, in milliseconds. */
interface Took {
  readonly medianMs: number;
  readonly p95Ms: number;
  /** What came back, in thousands of bytes. */
  readonly kB: number;
}

interface Row {
  readonly name: string;
  readonly small: Took;
  readonly large: Took;
  readonly ratio: number;
  readonly misses: readonly ("ratio" | "p95")[];
}

/**
 * What every page and every door for data takes, as a browser would ask for it, from the production build: with 1,000
 * cards and 10,000 reviews, and with 100,000 and 1,000,000. Both are asked in turns, so that whatever else the machine
 * does hits both.
 */
export async function pages(): Promise<Table> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "retransmit-bench-"));
  const servers: Server[] = [];
  try {
    const small = new Asked(await learned(path.join(folder, "small", "bench.db"), SMALL, servers), SMALL);
    const large = new Asked(await learned(path.join(folder, "large", "bench.db"), LARGE, servers), LARGE);
    const rows: Row[] = [];
    // The doors first: they make the interviews that pages show.
    for (const [name, request] of [...Object.entries(DOOR_REQUESTS), ...Object.entries(PAGES)]) {
      const times: [Times, Times] = [[], []];
      for (let n = 0; n < WARM_UP + TIMES; n++) {
        times[0].push(await small.ask(name, request, n));
        times[1].push(await large.ask(name, request, n));
      }
      rows.push(rowOf(name, took(times[0]), took(times[1])));
    }
    return { rows, lines: [HEAD, ...rows.map(lineOf), summaryOf(rows)] };
  } finally {
    for (const server of servers) await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server whose learner has so many cards beside those that come with the program. */
async function learned(file: string, size: Size, servers: Server[]): Promise<Server> {
  const empty = await startServer(file); // makes the database and loads the content
  await empty.kill();
  const client = createClient({ url: `file:${file}` });
  await fill(client, size, new Date());
  client.close();
  const server = await startServer(file);
  servers.push(server);
  return server;
}

/** A server, and what was made by the requests so far. */
class Asked {
  readonly #server: Server;
  readonly #size: Size;
  readonly #made = new Map<string, string>();

  constructor(server: Server, size: Size) {
    this.#server = server;
    this.#size = size;
  }

  async ask(name: string, request: Request, n: number): Promise<{ ms: number; bytes: number }> {
    const {
      method = "GET",
      path: address,
      body,
      first,
    } = request({
      card: (place) => benchCard(place, this.#size),
      version: this.#size.reviews / this.#size.cards,
      id: (what) => {
        const id = this.#made.get(what) ?? randomUUID();
        this.#made.set(what, id);
        return id;
      },
      n,
      times: WARM_UP + TIMES,
    });
    const begun = performance.now();
    const response = await fetch(`${this.#server.address}${address}`, {
      method,
      redirect: "manual",
      ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const bytes = first ? await firstBytes(response) : (await response.arrayBuffer()).byteLength;
    const ms = performance.now() - begun;
    if (!response.ok) throw new Error(`${name}: ${method} ${address} is answered ${response.status}`);
    return { ms, bytes };
  }
}

async function firstBytes(response: Response): Promise<number> {
  const reader = response.body?.getReader();
  const read = await reader?.read();
  await reader?.cancel();
  return read?.value?.byteLength ?? 0;
}

type Times = { readonly ms: number; readonly bytes: number }[];

function took(times: Times): Took {
  const counted = times.slice(WARM_UP);
  const sorted = counted.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95), kB: (counted.at(-1)?.bytes ?? 0) / 1000 };
}

function rowOf(name: string, small: Took, large: Took): Row {
  const ratio = large.medianMs / small.medianMs;
  const misses = [
    ...(ratio > RATIO_MAX ? (["ratio"] as const) : []),
    ...(Math.max(small.p95Ms, large.p95Ms) > P95_MAX_MS ? (["p95"] as const) : []),
  ];
  return { name, small, large, ratio, misses };
}

const NAME_WIDTH = 44;
const HEAD = `${"".padEnd(NAME_WIDTH)}  1,000 cards: ms, p95, kB   100,000 cards: ms, p95, kB   ratio (goals: ratio at most ${RATIO_MAX}, p95 at most ${P95_MAX_MS} ms)`;

function lineOf({ name, small, large, ratio, misses }: Row): string {
  const told = ({ medianMs, p95Ms, kB }: Took) =>
    [medianMs, p95Ms, kB].map((value) => value.toFixed(value < 100 ? 1 : 0).padStart(8)).join("");
  const missed = misses.length > 0 ? `   MISSED: ${misses.join(", ")}` : "";
  return `${name.padEnd(NAME_WIDTH)}${told(small)}     ${told(large)}${ratio.toFixed(2).padStart(11)}${missed}`;
}

function summaryOf(rows: readonly Row[]): string {
  const missing = rows.filter(({ misses }) => misses.length > 0);
  return missing.length === 0
    ? `all ${rows.length} reach their goals`
    : `${missing.length} of ${rows.length} miss a goal: ${missing.map(({ name }) => name).join("; ")}`;
}
