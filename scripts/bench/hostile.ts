import { linkTextOf } from "#lib/content/link-text.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import type { Figure } from "../bench.ts";
import { startServer } from "../started-server.ts";

/** What somebody may send to a door to keep the server busy. */
interface Attack {
  readonly name: string;
  readonly path: string;
  readonly init?: RequestInit;
  /** How often it is sent at once; once, when it is not said. */
  readonly times?: number;
}

/** Other requests that are sent meanwhile, and at which distance. They cost the server next to nothing: what they wait for is it. */
const OTHERS = 50;
const EVERY_MS = 20;
const OTHER_PATH = "/icon.svg";

const open: Scenario["script"] = [
  { host: "server", atUs: 0, call: { kind: "listen" } },
  { host: "client", atUs: 0, call: { kind: "connect" } },
];
const send = (len: number) => ({ host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len } }) as const;
const calm: Scenario = { profile: "rfc9293", iss: { client: 100, server: 300 }, wire: { delayUs: 1 }, script: open };
const dust: Scenario = { ...calm, settings: { mss: 1, rcvWnd: 2 ** 30, windowScale: 14, nagle: false } };
const everyOther = { seed: 3, drop: 0.3, duplicate: 0.3, delay: 0.4, delayMaxUs: 3_600_000_000 };
const connects = Array.from(
  { length: 60 },
  (_, atUs) => ({ host: "client", atUs, call: { kind: "connect" } }) as const,
);

const manyConnects = Array.from(
  { length: 80 },
  (_, atUs) => ({ host: "client", atUs, call: { kind: "connect" } }) as const,
);

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "80,000 segments of one byte": { ...dust, script: [...open, send(80_000)] },
  "5,000 segments of one byte": { ...dust, script: [...open, send(5_000)] },
  "one byte at a time, by the peer's window": {
    ...calm,
    settings: { rcvWnd: 1, nagle: false },
    script: [...open, send(1_000_000)],
  },
  "one byte beside timestamps": {
    ...dust,
    profile: "linux-6.18",
    settings: { ...dust.settings, mss: 13 },
    script: [...open, send(60_000)],
  },
  "holes, copies and late ones by chance": {
    ...dust,
    wire: { delayUs: 1_000, noise: everyOther },
    script: [...open, send(5_000)],
  },
  "sixty connections, twenty hosts": {
    ...calm,
    hosts: Array.from({ length: 20 }, (_, i) => ({ name: `h${i}` })),
    script: [...connects, ...open, send(1_000_000)],
  },
  "eighty connections": { ...calm, script: [...manyConnects, ...open] },
  "timers of a microsecond": {
    ...dust,
    settings: { ...dust.settings, rtoInitialUs: 1, rtoMinUs: 1, rtoMaxUs: 1, dataRetries: 255 },
    wire: { delayUs: 1_000_000 },
    script: [...open, send(5_000)],
  },
};

/** Every door with what is worst for it: a new door is a new line. */
const ATTACKS: readonly Attack[] = [
  ...Object.entries(SCENARIOS).map(([name, scenario]) => ({ name, path: `/en/lab?s=${linkTextOf(scenario)}` })),
  {
    name: "two thousand calls that are none",
    path: `/en/lab?s=1.${Buffer.from(`{"script":[${"{},".repeat(2_000)}{}]}`).toString("base64url")}`,
  },
  { name: "a link of arrays in arrays", path: `/en/lab?s=1.${Buffer.from("[".repeat(6_000)).toString("base64url")}` },
  {
    name: "a lab page as an image of another site",
    path: `/en/lab?s=${linkTextOf({ ...dust, script: [...open, send(5_000)] })}`,
    init: { headers: { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image", "sec-fetch-mode": "no-cors" } },
  },
  {
    name: "twenty times a page of the lab",
    path: `/en/lab?s=${linkTextOf({ ...calm, script: [...manyConnects, ...open] })}`,
    times: 20,
  },
  ...["/en/claims", "/en/cards", "/en/progress"].map((path) => ({ name: `twenty times ${path}`, path, times: 20 })),
];

/** How long others wait while somebody sends the worst that a door takes: the longest wait of them all. */
export async function hostile(): Promise<Figure[]> {
  const server = await startServer();
  try {
    // The first answers of a server that has just started are slow for their own reasons.
    for (const path of [OTHER_PATH, "/en/lab", "/en/lab?from=open", "/en/lab?s=1.e30"])
      for (let i = 0; i < 5; i++) await (await fetch(server.address + path)).text();
    const calmest = await longestWait(server.address, null);
    const figures: Figure[] = [{ name: "nobody attacks", value: calmest, unit: "ms" }];
    for (const attack of ATTACKS) {
      const value = await longestWait(server.address, attack);
      figures.push({ name: attack.name, value, unit: "ms", goal: "at most 250" });
    }
    return figures;
  } finally {
    await server.dispose();
  }
}

async function longestWait(address: string, attack: Attack | null): Promise<number> {
  const attacked = Array.from({ length: attack?.times ?? 1 }, async () => {
    if (attack) await (await fetch(address + attack.path, attack.init)).arrayBuffer();
  });
  const waits: Promise<number>[] = [];
  for (let i = 0; i < OTHERS; i++) {
    waits.push(waitFor(address + OTHER_PATH));
    await new Promise((done) => setTimeout(done, EVERY_MS));
  }
  await Promise.all(attacked);
  return Math.max(...(await Promise.all(waits)));
}

async function waitFor(url: string): Promise<number> {
  const begun = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - begun;
}
