import { randomUUID } from "node:crypto";
import { createClient } from "@libsql/client";
import { openDatabase } from "../lib/db/client.ts";
import { logDifferences } from "../lib/review/log/rebuild.ts";
import { startServer } from "../scripts/started-server.ts";
import { expect, test } from "./fixture.ts";

/** Other moments in every run. */
const KILLS = 20;
/** A stream of reviews is cut off at most so many milliseconds after its first answer. */
const STREAM_MAX_MS = 300;

test.use({ own: true });

test("a server that is killed at random moments has every answer that it acknowledged, none twice", async ({
  server,
}) => {
  test.setTimeout(600_000);
  const acknowledged: string[] = [];
  let running = server;
  for (let kill = 0; kill < KILLS; kill++) {
    const before = acknowledged.length;
    const stream = answerOnAndOn(running.address, await versionsOf(server.file), acknowledged);
    await expect.poll(() => acknowledged.length, { intervals: [10] }).toBeGreaterThan(before);
    // The moment is the point of the test, so it is drawn.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * STREAM_MAX_MS));
    await running.kill();
    await stream;
    running = await startServer(server.file);
  }
  await running.kill();
  const db = openDatabase(server.file);
  const ids = (await db.review.findMany({ select: { id: true } })).map(({ id }) => id);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  expect(ids).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(ids).size).toBe(ids.length);
  expect(await logDifferences(db)).toEqual([]);
  await db.$disconnect();
});

/** Sends one answer after the other, two at a time, until the server is gone; notes the ids it was told are recorded. */
async function answerOnAndOn(address: string, versions: Map<string, number>, acknowledged: string[]): Promise<void> {
  const one = async (cardId: string) => {
    for (let version = versions.get(cardId) ?? 0; ; version++) {
      const id = randomUUID();
      const rest = { durationMs: 1000, notes: "", tickedKeyPoints: [], language: "en" };
      const body = JSON.stringify({ cardId, version, rating: 1 + (version % 4), ...rest });
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${address}/api/reviews/${id}`, { method: "PUT", headers, body }).catch(() => null);
      if (response === null) return;
      expect(response.status).toBe(201);
      acknowledged.push(id);
    }
  };
  await Promise.all(["opening/three-segments", "opening/why-three"].map(one));
}

async function versionsOf(file: string): Promise<Map<string, number>> {
  const client = createClient({ url: `file:${file}` });
  const { rows } = await client.execute("SELECT cardId, version FROM Memory");
  client.close();
  return new Map(rows.map(({ cardId, version }) => [String(cardId), Number(version)]));
}
