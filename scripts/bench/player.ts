import { type CDPSession, chromium } from "playwright/test";
import { linkTextOf } from "#lib/content/link-text.ts";
import type { Scenario } from "#lib/tcp/world/scenario.ts";
import type { Figure } from "../bench.ts";
import { BROWSER_ARGS, ensureBrowser } from "../browser.ts";
import { startServer } from "../started-server.ts";

/** So much slower than this machine: about a phone of the middle class. */
const SLOWER = 4;
const STEPS = 80;

/** About a thousand frames: one side sends 500 kB, which is acknowledged segment by segment. */
const LONG: Scenario = {
  profile: "rfc9293",
  iss: { client: 100, server: 300 },
  wire: { delayUs: 50_000 },
  script: [
    { host: "server", atUs: 0, call: { kind: "listen" } },
    { host: "client", atUs: 0, call: { kind: "connect" } },
    { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len: 700_000 } },
  ],
};

/** How long the main thread is busy with one step of the player, and with a change of the scenario. */
export async function player(): Promise<Figure[]> {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(`${server.address}/en/lab?s=${linkTextOf(LONG)}`);
    const slider = page.getByRole("slider", { name: "Moment of the film" });
    const frames = Number(await slider.getAttribute("max")) + 1;
    await slider.focus();
    // The first steps still belong to the page that is being made alive.
    for (let i = 0; i < 5; i++) await busyMs(session, () => page.keyboard.press("ArrowLeft"));
    const back: number[] = [];
    for (let i = 0; i < STEPS; i++) back.push(await busyMs(session, () => page.keyboard.press("ArrowLeft")));
    const sorted = back.sort((a, b) => a - b);
    await page.goto(`${server.address}/en/lab?from=open-and-close`);
    await page.getByRole("listitem").filter({ hasText: "connect()" }).getByRole("button").click();
    const change = await busyMs(session, () => page.getByRole("button", { name: /^Drop: / }).click());
    return [
      { name: `frames of the film (CPU ${SLOWER} times slower)`, value: frames, unit: "frames" },
      {
        name: "a step, scripting and rendering, median",
        value: sorted[Math.floor(STEPS / 2)] ?? Number.NaN,
        unit: "ms",
        goal: "at most 16",
      },
      { name: "a step, the worst", value: sorted.at(-1) ?? Number.NaN, unit: "ms", goal: "at most 50" },
      { name: "a segment of an ordinary film is dropped", value: change, unit: "ms", goal: "at most 100" },
    ];
  } finally {
    await browser.close();
    await server.dispose();
  }
}

/** How long scripts ran, and the page was styled and laid out, in milliseconds. Painting is left to the graphics card. */
async function busyMs(session: CDPSession, what: () => Promise<unknown>): Promise<number> {
  const before = await busySeconds(session);
  await what();
  // Two frames later everything that the step caused has been drawn.
  await session.send("Runtime.evaluate", {
    expression: "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
    awaitPromise: true,
  });
  return ((await busySeconds(session)) - before) * 1000;
}

async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const counted = metrics.filter(({ name }) => COUNTED.has(name));
  return counted.reduce((sum, { value }) => sum + value, 0);
}

const COUNTED = new Set(["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"]);
