import { expect, test } from "vitest";
import { refusal } from "./guard.ts";

const ask = (method: string, headers: Record<string, string>, names: string[] = []) =>
  refusal(method, new Headers({ host: "127.0.0.1:3000", ...headers }), names)?.reason ?? null;

test("reading is open to everybody on this machine, under its own names", () => {
  for (const host of ["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "localhost", "192.168.1.5:3000"])
    expect(ask("GET", { host })).toBeNull();
  expect(ask("GET", { "sec-fetch-site": "cross-site" })).toBeNull();
});

test("a foreign name that points to this machine is refused, unless it was named at the start", () => {
  expect(ask("GET", { host: "evil.example" })).toBe("unknown-host");
  expect(ask("GET", { host: "127.0.0.1.evil.example" })).toBe("unknown-host");
  expect(ask("GET", { host: "127.evil.example" })).toBe("unknown-host");
  expect(ask("GET", { host: "Cards.example:3000" }, ["cards.example"])).toBeNull();
});

test("a link is followed from anywhere, but no other site draws pages in or fetches them behind its back", () => {
  const from = (site: string, destination: string) =>
    ask("GET", { "sec-fetch-site": site, "sec-fetch-dest": destination, "sec-fetch-mode": "navigate" });
  for (const site of ["cross-site", "same-site"]) {
    expect(from(site, "document")).toBeNull();
    for (const destination of ["image", "iframe", "script", "empty", "object", "style", "video"])
      expect(from(site, destination)).toBe("foreign-origin");
  }
  for (const site of ["same-origin", "none"]) expect(from(site, "image")).toBeNull();
});

test("changes are taken from our own pages and from programs, not from other sites", () => {
  expect(ask("PUT", { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000" })).toBeNull();
  expect(ask("PUT", {})).toBeNull();
  expect(ask("PUT", { "sec-fetch-site": "cross-site" })).toBe("foreign-origin");
  expect(ask("DELETE", { "sec-fetch-site": "same-site" })).toBe("foreign-origin");
  expect(ask("PUT", { origin: "https://evil.example" })).toBe("foreign-origin");
  expect(ask("PUT", { origin: "http://127.0.0.1:9999" })).toBe("foreign-origin");
  expect(ask("PUT", { origin: "null" })).toBe("foreign-origin");
});
