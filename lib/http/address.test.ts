import fc from "fast-check";
import { expect, test } from "vitest";
import { readableAddress } from "./address.ts";

test("what is readable stays as it is, its query too, whatever that holds", () => {
  for (const url of [
    "/",
    "/en",
    "/en/cards/a/b?x=%E0%A4%A",
    "/zh/%E5%8D%A1",
    "/en/lab?s=a?b=%",
    "/api/reviews/x%20y",
  ]) {
    expect(readableAddress(url)).toBe(url);
  }
});

test("no router stumbles over a path, however often it decodes it", () => {
  const piece = fc.constantFrom(
    "%",
    "%2",
    "%ff",
    "%zz",
    "%25",
    "%2525",
    "%c0%ae",
    "%E5%8D%A1",
    "a",
    "/",
    ".",
    "%00",
    "文",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const readable = readableAddress(`/${pieces.join("")}`) ?? "";
      const once = decodeURIComponent(readable);
      expect(decodeURIComponent(once)).toBe(once);
    }),
  );
});

test("an address in full is its path", () => {
  expect(readableAddress("http://127.0.0.1:3000/en/cards?q=%")).toBe("/en/cards?q=%");
});

test("a path that climbs is none", () => {
  for (const url of ["/en/../api/log", "/en/%2e%2E/api/log", "/./en", "/en/.."])
    expect(readableAddress(url)).toBeNull();
  expect(readableAddress("/en/...?x=../..")).toBe("/en/...?x=../..");
});

test("what is no path is none", () => {
  for (const url of ["", "*", "ftp://cards.example/en", "evil.example:443"]) expect(readableAddress(url)).toBeNull();
});
