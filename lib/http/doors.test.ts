import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DOORS, doorOrPage } from "./doors.ts";

test("the table of doors is what the routes take", () => {
  const root = path.join(import.meta.dirname, "../../app/api");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"));
  const routes = files.map((file) => {
    const source = readFileSync(path.join(root, file), "utf8");
    const methods = [...source.matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)].map(([, name]) => name);
    return [path.dirname(file).split(path.sep).join("/"), methods.sort()];
  });
  expect(Object.fromEntries(routes)).toEqual(
    Object.fromEntries(Object.entries(DOORS).map(([door, methods]) => [door, [...methods].sort()])),
  );
});

test("a path under /api leads to a door that there is, or to none", () => {
  expect(doorOrPage("/api/log?language=en")).toEqual({ kind: "door", allow: ["GET", "HEAD", "POST"] });
  expect(doorOrPage("/api/reviews/0b9f/")).toEqual({ kind: "door", allow: ["PUT", "DELETE"] });
  for (const path of ["/api", "/api/", "/api?x", "/api/nowhere", "/api/log.rsc", "/api/log/import/x", "/api/reviews/"])
    expect(doorOrPage(path)).toBeNull();
});

test("everything else is a page, which is only read", () => {
  for (const path of ["/", "/en", "/apiary", "/en/api/log", "/_next/static/x.js"])
    expect(doorOrPage(path)).toEqual({ kind: "page", allow: ["GET", "HEAD"] });
});
