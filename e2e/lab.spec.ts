import { readFileSync } from "node:fs";
import type { Scenario } from "../lib/tcp/world/scenario.ts";
import { expect, expectAccessible, test } from "./fixture.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("the gallery leads to a scenario, which is changed by form and passed on as a link", async ({ page }) => {
  await page.goto("/en/lab");
  await page.getByRole("link", { name: "A calm opening" }).click();
  const player = page.getByRole("region", { name: "Simulation" });
  await expect(player.getByRole("listitem").filter({ hasText: "100 ms" })).toHaveCount(1);
  await page.getByText("Change the scenario").click();
  await page.getByLabel("One way over the wire, ms").fill("200");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page).toHaveURL(/\/en\/lab\?s=1\./);
  await expect(player.getByRole("listitem").filter({ hasText: "400 ms" })).toHaveCount(1);
  const told = await player.getByRole("listitem").allTextContents();
  await player.getByRole("button", { name: "Copy link" }).click();
  await expect(player.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("/en");
  await page.goto(link);
  expect(await player.getByRole("listitem").allTextContents()).toEqual(told);
});

for (const [what, link, sentence] of [
  ["cut", "1.eyJwcm9maWxlIjoicmZj", "A part of it is missing or garbled."],
  ["of another version", "7.e30", "It was written by another version of this program."],
  ["without a scenario", "1.e30", "It holds a scenario that cannot run:"],
  ["too long", `1.${"a".repeat(9_000)}`, "It is longer than a link can be"],
  ["nonsense", "<script>", "A part of it is missing or garbled."],
] as const) {
  test(`a link that is ${what} gets a clear sentence`, async ({ page }) => {
    await page.goto(`/en/lab?s=${encodeURIComponent(link)}`);
    await expect(page.getByRole("heading", { name: "This link does not lead to a scenario" })).toBeVisible();
    await expect(page.getByText(sentence)).toBeVisible();
  });
}

test("a film is saved as capture, scenario and picture, and the scenario is opened again", async ({ page }) => {
  await page.goto("/en/lab?from=lost-final-ack");
  const player = page.getByRole("region", { name: "Simulation" });
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      player.getByRole("button", { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), path: await download.path() };
  };
  const capture = await saved("pcapng");
  expect(capture.name).toBe("lost-final-ack.pcapng");
  expect(packetsIn(readFileSync(capture.path))).toBe(5);
  expect(readFileSync((await saved("SVG")).path, "utf8")).toContain("SYN,ACK seq=0 ack=1");
  expect(
    readFileSync((await saved("PNG")).path)
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
  const scenario = await saved("JSON");
  const told = await player.getByRole("listitem").allTextContents();
  await page.goto("/en/lab?from=open");
  await page.getByLabel("Open a scenario file").setInputFiles(scenario.path);
  await expect(page).toHaveURL(/\?s=1\./);
  await expect(player.getByRole("listitem")).toHaveText(told);
});

test("a file that is no scenario is refused with a sentence", async ({ page }) => {
  await page.goto("/en/lab?from=open");
  const open = page.getByLabel("Open a scenario file");
  await open.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("not json") });
  await expect(page.getByText("This file is not a scenario: it is not JSON.")).toBeVisible();
  await open.setInputFiles({
    name: "y.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"profile":"rfc9293"}'),
  });
  await expect(page.getByText("It holds a scenario that cannot run:")).toBeVisible();
});

/** How many enhanced packet blocks a pcapng file has. */
function packetsIn(file: Buffer): number {
  let packets = 0;
  for (let at = 0; at < file.length; at += file.readUInt32BE(at + 4)) if (file.readUInt32BE(at) === 6) packets += 1;
  return packets;
}

test("an empty scenario becomes a film by adding calls to its form", async ({ page }) => {
  await page.goto("/en/lab");
  await page.getByRole("link", { name: "Or begin with an empty one." }).click();
  const player = page.getByRole("region", { name: "Simulation" });
  await expect(player.getByText("Nothing more can happen.")).toBeVisible();
  await page.getByText("Change the scenario").click();
  await page.getByRole("button", { name: "Add a call" }).click();
  await page.getByRole("combobox", { name: "Call" }).selectOption("connect");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(player.getByRole("listitem").filter({ hasText: "RST,ACK seq=0 ack=1" }).first()).toBeVisible();
});

test("a scenario that a kernel was recorded in stands beside the recording", async ({ page }) => {
  await page.goto("/en/lab?from=lost-fin");
  await page.getByText("Beside a real kernel").click();
  await expect(page.getByText(/8 of 8 segments are the same/)).toBeVisible();
});

/** The client sends so much text in segments of at most `mss` bytes, and the server's window takes all of it. */
function sending(len: number, mss: number): string {
  const scenario: Scenario = {
    profile: "rfc9293",
    iss: { client: 100, server: 300 },
    settings: { mss, rcvWnd: 2 ** 30, windowScale: 14, nagle: false },
    wire: { delayUs: 1_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
      { host: "client", on: "ESTABLISHED", afterUs: 0, call: { kind: "send", len } },
    ],
  };
  return `/en/lab?s=1.${Buffer.from(JSON.stringify(scenario)).toString("base64url")}`;
}

test("a link that asks for more than a film can show says which field is too much", async ({ page }) => {
  await page.goto(sending(80_000, 1));
  await expect(page.getByText("It holds a scenario that is too much to be watched:")).toBeVisible();
  await expect(page.getByText(/^script\.2\.call\.len: with these 80,000 bytes.*80,000 segments/)).toBeVisible();
});

test("a long film begins at once, is worked out to where it must end, and says so", async ({ page }) => {
  await page.goto(sending(5_000, 1));
  const player = page.getByRole("region", { name: "Simulation" });
  await expect(player.getByText("Too much happens at once; the film ends here.")).toBeVisible();
  await expect(player.getByText(/^More happens in this scenario than a film can show\. Larger segments/)).toBeVisible();
  await expect(player.getByRole("button", { name: "Stop" })).toBeHidden();
  const slider = player.getByRole("slider", { name: "Moment of the film" });
  expect(Number(await slider.getAttribute("max"))).toBeGreaterThan(1_000);
  await player.getByRole("button", { name: "To the start" }).click();
  await expect(player.getByText("Before anything happens")).toBeVisible();
});

/** A worker that never hears of a scenario; what else is said to it, to begin with, it hears. */
function stopListening(): void {
  const say = Worker.prototype.postMessage as (this: Worker, message: unknown, ...rest: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
    const isScenario = typeof message === "object" && message !== null && "script" in message;
    if (!isScenario) say.call(this, message, ...rest);
  };
}

test("a film that takes for ever is stopped, and its beginning can be played and changed", async ({ page }) => {
  await page.addInitScript(stopListening);
  await page.goto(sending(3_000, 1));
  const player = page.getByRole("region", { name: "Simulation" });
  await expect(
    player.getByText("This film is long. You see its beginning while the rest is worked out."),
  ).toBeVisible();
  await player.getByRole("button", { name: "Stop" }).click();
  await expect(player.getByText("Stopped: only the beginning of the film is shown.")).toBeVisible();
  await player.getByRole("button", { name: "To the start" }).click();
  await expect(player.getByText("Before anything happens")).toBeVisible();
  await expectAccessible(page);
});

test("a film that is late is given up by itself", async ({ page }) => {
  await page.addInitScript(stopListening);
  await page.clock.install();
  await page.goto(sending(3_000, 1));
  const player = page.getByRole("region", { name: "Simulation" });
  await expect(player.getByRole("button", { name: "Stop" })).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(player.getByText("This film takes too long on this device: only its beginning is shown.")).toBeVisible();
});
