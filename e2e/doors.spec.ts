import { randomUUID } from "node:crypto";
import { createClient } from "@libsql/client";
import { FSRS_6 } from "#lib/scheduling/testing.ts";
import { expect, test } from "./fixture.ts";

const answer = {
  cardId: "opening/three-segments",
  version: 0,
  rating: 3,
  durationMs: 1000,
  notes: "",
  tickedKeyPoints: [],
  language: "en",
};

test("an answer is created once, however often it is sent, and taken back once", async ({ request }) => {
  const address = `/api/reviews/${randomUUID()}`;
  const sent = await Promise.all(Array.from({ length: 5 }, () => request.put(address, { data: answer })));
  expect(sent.map((response) => response.status()).sort()).toEqual([200, 200, 200, 200, 201]);
  expect((await request.put(`/api/reviews/${randomUUID()}`, { data: answer })).status()).toBe(409);
  expect(await (await request.delete(address)).json()).toMatchObject({ already: false });
  expect(await (await request.delete(address)).json()).toMatchObject({ already: true });
});

test("what is malformed is refused with the fields that are wrong, in the reader's language", async ({ request }) => {
  const broken = { ...answer, rating: 9, extra: true, notes: "a\0b" };
  const response = await request.put(`/api/reviews/${randomUUID()}`, {
    data: broken,
    headers: { "accept-language": "zh-CN" },
  });
  expect(response.status()).toBe(400);
  const problem = await response.json();
  expect(problem.message).toBe("请求的内容不完整或格式有误，没有记录。");
  expect(problem.fields.join(" ")).toMatch(/rating.*notes.*extra/s);
  expect((await request.put("/api/reviews/not-a-uuid", { data: answer })).status()).toBe(400);
  expect(
    (
      await request.put(`/api/reviews/${randomUUID()}`, { data: "{", headers: { "content-type": "application/json" } })
    ).status(),
  ).toBe(400);
  expect((await request.put(`/api/reviews/${randomUUID()}`, { form: { rating: "3" } })).status()).toBe(415);
});

test("unknown cards and answers are 404", async ({ request }) => {
  const unknown = { ...answer, cardId: "opening/never-heard-of" };
  expect((await request.put(`/api/reviews/${randomUUID()}`, { data: unknown })).status()).toBe(404);
  expect((await request.delete(`/api/reviews/${randomUUID()}`)).status()).toBe(404);
});

test("other sites and other host names are refused, and pages take nothing in", async ({ request, server }) => {
  const foreign = { origin: "https://evil.example" };
  expect((await request.put(`/api/reviews/${randomUUID()}`, { data: answer, headers: foreign })).status()).toBe(403);
  expect((await request.get("/en", { headers: { host: "evil.example" } })).status()).toBe(421);
  expect((await request.post("/en/review", { form: { rating: "3" } })).status()).toBe(405);
  // By its other name the same server is itself.
  expect((await request.get(`${server.address.replace("127.0.0.1", "localhost")}/en`)).status()).toBe(200);
});

test("every page has a strict policy, and no GET changes anything", async ({ request, server }) => {
  const first = await request.get("/en/review");
  const policy = first.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect((await request.get("/en/review")).headers()["content-security-policy"]).not.toBe(policy);
  expect(first.headers()).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
  expect((await request.get(`/api/reviews/${randomUUID()}`)).status()).toBe(405);
  const pages = [
    "/en",
    "/zh",
    "/en/cards",
    "/zh/cards/closing/time-wait",
    "/en/missed",
    "/en/missed/drill",
    "/zh/progress",
  ];
  for (const path of [...pages, "/en/settings", "/api/log", "/api/optimiser"]) await request.get(path);
  const database = createClient({ url: `file:${server.file}` });
  const { rows } = await database.execute(
    'SELECT (SELECT count(*) FROM "Review"), (SELECT max("version") FROM "Memory")',
  );
  database.close();
  expect(rows.map((row) => [row[0], row[1]])).toEqual([[0, 0]]);
});

test("a database that another program holds is told as such, and the answer can be sent again", async ({
  request,
  server,
}) => {
  test.setTimeout(60_000);
  const other = createClient({ url: `file:${server.file}` });
  const address = `/api/reviews/${randomUUID()}`;
  await other.execute("BEGIN IMMEDIATE");
  const refused = await request.put(address, { data: answer });
  expect(refused.status()).toBe(503);
  expect((await refused.json()).reason).toBe("locked");
  await other.execute("ROLLBACK");
  other.close();
  expect((await request.put(address, { data: answer })).status()).toBe(201);
});

test("the doors of an interview refuse what they do not understand, and what does not fit where it stands", async ({
  request,
}) => {
  const id = randomUUID();
  const wishes = {
    ...{ minutes: 10, level: "junior", topics: null, weakSpots: false },
    ...{ language: "en", clock: "normal", mode: "alone" },
  };
  const put = (path: string, data: object) => request.put(`/api/interviews/${path}`, { data });
  const bad = await put(id, { wishes: { ...wishes, minutes: 11 } });
  expect([bad.status(), (await bad.json()).fields]).toEqual([400, [expect.stringContaining("wishes.minutes")]]);
  expect((await put("no-id", { wishes })).status()).toBe(400);
  expect((await put(id, { wishes: { ...wishes, topics: ["nowhere"] } })).status()).toBe(422);
  expect((await put(`${id}/draft`, { turn: 0, said: null })).status()).toBe(404);
  expect((await request.get(`/api/interviews/${id}`)).status()).toBe(404);

  expect((await put(id, { wishes })).status()).toBe(201);
  expect((await put(id, { wishes })).status()).toBe(200);
  expect((await request.get(`/api/interviews/${id}`)).status()).toBe(409);
  expect((await put(`${id}/ticks`, { question: 0, ticked: [] })).status()).toBe(409);
  expect((await put(`${id}/judgement`, { call: true })).status()).toBe(409);
  const event = randomUUID();
  expect((await put(`${id}/events/${event}`, { turn: 0, kind: "skipped" })).status()).toBe(201);
  expect((await put(`${id}/events/${event}`, { turn: 0, kind: "skipped" })).status()).toBe(200);
  expect((await put(`${id}/events/${randomUUID()}`, { turn: 0, kind: "answered", text: "late" })).status()).toBe(409);
  expect((await put(`${id}/events/${randomUUID()}`, { turn: 1, kind: "left" })).status()).toBe(400);
  expect((await put(`${id}/draft`, { turn: 0, said: { text: "late", board: null } })).status()).toBe(409);
  expect((await put(`${id}/events/${randomUUID()}`, { turn: 1, kind: "ended" })).status()).toBe(201);
  expect((await put(`${id}/events/${randomUUID()}`, { turn: 1, kind: "resumed" })).status()).toBe(409);
  const file = await request.get(`/api/interviews/${id}?language=zh`);
  expect([file.status(), await file.text()]).toEqual([200, expect.stringContaining("# 面试复盘")]);
  const reopen = (of: string) => request.delete(`/api/interviews/${of}/judgement`);
  expect((await put(`${id}/judgement`, { call: false })).status()).toBe(200);
  expect((await put(`${id}/ticks`, { question: 0, ticked: [] })).status()).toBe(409);
  expect([(await reopen(id)).status(), (await reopen(id)).status()]).toEqual([204, 204]);
  expect((await put(`${id}/ticks`, { question: 0, ticked: [] })).status()).toBe(201);
  expect((await reopen(randomUUID())).status()).toBe(404);
  expect((await reopen("no-id")).status()).toBe(400);
  const past = await request.put("/api/settings/interview", { data: { day: "2020-01-01" } });
  expect([past.status(), (await past.json()).fields]).toEqual([400, ["day: lies in the past"]]);
});

test("before the end an interview's page holds nothing that would answer the question; an interviewer's does", async ({
  request,
  server,
}) => {
  const wishes = {
    ...{ minutes: 10, level: "junior", topics: null, weakSpots: false },
    ...{ language: "en", clock: "normal" },
  };
  const client = createClient({ url: `file:${server.file}` });
  /** How many of the question's key points, and its short answer, stand in the page. */
  const told = async (mode: "alone" | "pair") => {
    const id = randomUUID();
    await request.put(`/api/interviews/${id}`, { data: { wishes: { ...wishes, mode } } });
    const { rows } = await client.execute({
      sql: `SELECT "keyPoints", "short" FROM "CardText" WHERE "language" = 'en'
        AND "cardId" IN (SELECT value FROM "Interview", json_each("plan") WHERE "Interview"."id" = ?)`,
      args: [id],
    });
    const page = await (await request.get(`/en/interview/${id}`)).text();
    expect(page).toContain("Question 1 of");
    const texts = rows.flatMap(({ keyPoints, short }) => [
      ...(JSON.parse(String(keyPoints)) as string[]),
      String(short),
    ]);
    // The longest stretch without marks or quotes looks the same in HTML, in JSON and in Markdown.
    const plain = texts.map((text) => text.split(/[`*_"'<>&’]/).sort((a, b) => b.length - a.length)[0] ?? text);
    expect(plain.length).toBeGreaterThan(5);
    return plain.filter((text) => page.includes(text)).length;
  };
  expect(await told("pair")).toBeGreaterThan(3);
  expect(await told("alone")).toBe(0);
  client.close();
});

test("no image is resized here: that door is shut, whatever is asked of it", async ({ request }) => {
  const asked = ["?url=%2Ficon.svg&w=64&q=75", "?url=https%3A%2F%2Fevil.example%2Fa.png&w=64&q=75", "?w=1", "", "/"];
  for (const end of asked) expect((await request.get(`/_next/image${end}`)).status(), end).toBe(404);
  expect((await request.post("/_next/image?url=%2Ficon.svg&w=64&q=75")).ok()).toBe(false);
  expect((await request.get("/icon.svg")).status()).toBe(200);
});

test("weights outside the ranges of FSRS are refused one by one, and those in force stay", async ({ request }) => {
  const put = (weights: readonly number[]) => request.put("/api/settings", { data: { weights } });
  expect((await put(FSRS_6)).status()).toBe(204);
  const refused = await put(FSRS_6.with(3, 1e308).with(20, -1));
  expect([refused.status(), (await refused.json()).fields]).toEqual([
    400,
    [
      "weights.3: weight w3 must be from 0.001 to 100, not 1e+308",
      "weights.20: weight w20 must be from 0.1 to 0.8, not -1",
    ],
  ]);
  expect((await put(FSRS_6.slice(1))).status()).toBe(400);
  expect((await put([])).status()).toBe(400);
  expect((await put(FSRS_6.map(Math.fround))).status()).toBe(204);
});

test("a setting that a request does not name stays as it is", async ({ page, request }) => {
  const put = async (data: object) => expect((await request.put("/api/settings", { data })).status()).toBe(204);
  await put({ desiredRetention: 0.85, newPerDay: 7, showIntervals: false });
  await put({ newPerDay: 8 });
  await put({});
  await page.goto("/en/settings");
  await expect(page.getByLabel("New cards a day")).toHaveValue("8");
  await expect(page.getByLabel("Desired retention")).toHaveValue("85");
  await expect(page.getByLabel("Show when each grade brings the card back")).not.toBeChecked();
});
