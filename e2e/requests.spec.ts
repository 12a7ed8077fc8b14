import { randomUUID } from "node:crypto";
import http from "node:http";
import { expect, test } from "./fixture.ts";

/** A request as it stands, which no client mends; the answer whole. */
function send(
  address: string,
  method: string,
  path: string,
  { body, headers = {} }: { body?: string | (string | Buffer)[]; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    // A body in one piece has a length, which some methods do not add by themselves; one in pieces is chunked.
    const length = typeof body === "string" ? { "content-length": String(Buffer.byteLength(body)) } : {};
    const options = { hostname, port, method, path, headers: { ...length, ...headers }, agent: false };
    const request = http.request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on("error", reject);
    for (const piece of [body ?? []].flat()) request.write(piece);
    request.end();
  });
}

test("an address with broken percent signs leads to a page that says there is none", async ({ server }) => {
  const broken = [
    "/en/%E0%A4%A",
    "/en/cards/%ff/x",
    "/en/claims/%zz",
    "/zh/%ff",
    "/en/interview/%c0%ae",
    "/en/%",
    "/en/a%2",
  ];
  for (const path of broken) {
    const { status, headers, text } = await send(server.address, "GET", path);
    expect([path, status, headers["content-type"]]).toEqual([path, 404, "text/html; charset=utf-8"]);
    expect(text).toContain(path.startsWith("/zh") ? "没有" : "There is no");
  }
  const moved = await send(server.address, "GET", "/%ff");
  expect([moved.status, moved.headers["cache-control"]]).toEqual([307, "no-store"]);
  expect((await send(server.address, "GET", moved.headers.location?.replace(/^http:\/\/[^/]+/, "") ?? "")).status).toBe(
    404,
  );
  const json = { "content-type": "application/json" };
  for (const [method, path] of [
    ["PUT", "/api/reviews/%ff"],
    ["PUT", "/api/actions/%E0%A4%A"],
    ["DELETE", "/api/reviews/%zz"],
    ["PUT", "/api/interviews/%c0%ae"],
  ] as const) {
    const { status, text } = await send(server.address, method, path, { body: "{}", headers: json });
    expect([path, status, JSON.parse(text).reason]).toEqual([path, 400, "malformed"]);
  }
});

test("a method that nothing takes is 405, with those that it takes instead", async ({ server }) => {
  for (const method of ["TRACE", "PROPFIND", "PATCH", "OPTIONS", "LOCK", "SEARCH"]) {
    const page = await send(server.address, method, "/en", { headers: { "accept-language": "zh" } });
    expect([method, page.status, page.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
    expect(JSON.parse(page.text).message).toContain("这个地址");
    expect((await send(server.address, method, `/api/reviews/${randomUUID()}`)).status).toBe(405);
  }
  for (const [method, path, allow] of [
    ["POST", "/en", "GET, HEAD"],
    ["GET", `/api/reviews/${randomUUID()}`, "PUT, DELETE"],
    ["PUT", "/api/log", "GET, HEAD, POST"],
  ] as const) {
    const { status, headers, text } = await send(server.address, method, path);
    expect([path, status, headers.allow]).toEqual([path, 405, allow]);
    expect(JSON.parse(text).message).toContain("This address");
  }
});

test("an address under /api that is no door is 404 for programs too", async ({ server }) => {
  for (const path of ["/api/nowhere", "/api/log.rsc", "/api"]) {
    const { status, text } = await send(server.address, "GET", path);
    expect([path, status, JSON.parse(text).reason]).toEqual([path, 404, "unknown-door"]);
  }
});

test("a body that is larger than any door takes is 413, however it comes, and a bad one is not recited", async ({
  server,
}) => {
  const path = `/api/reviews/${randomUUID()}`;
  const json = { "content-type": "application/json" };
  for (const body of ["[".repeat(200_000), Array.from({ length: 30 }, () => " ".repeat(10_000))]) {
    for (const door of [path, `/api/actions/${randomUUID()}`, "/api/settings", `/api/interviews/${randomUUID()}`]) {
      const { status, text } = await send(server.address, "PUT", door, { body, headers: json });
      expect([door, status, JSON.parse(text).reason]).toEqual([door, 413, "too-large"]);
    }
  }
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`unknown ${i}`, i])));
  const bad = await send(server.address, "PUT", path, { body: many, headers: json });
  expect(bad.status).toBe(400);
  expect(bad.text.length).toBeLessThan(8_000);
});

test("media types are compared as HTTP says: by the whole name, whatever its case", async ({ server }) => {
  const status = async (type: string) =>
    (
      await send(server.address, "PUT", `/api/reviews/${randomUUID()}`, {
        body: "{}",
        headers: { "content-type": type },
      })
    ).status;
  expect(await status("APPLICATION/JSON")).toBe(400);
  expect(await status("application/json ; charset=utf-8")).toBe(400);
  expect(await status("application/jsonx")).toBe(415);
  expect(await status("text/plain")).toBe(415);
});

test("a body that is packed, or in another encoding than JSON's, is refused before a word of it is lost", async ({
  server,
}) => {
  for (const [path, type] of [
    [`/api/reviews/${randomUUID()}`, "application/json"],
    ["/api/settings", "application/json"],
    ["/api/log", "text/csv"],
  ] as const) {
    const headers = { "content-type": type, "content-encoding": "gzip" };
    const method = path === "/api/log" ? "POST" : "PUT";
    const packed = await send(server.address, method, path, { body: "{}", headers });
    expect([path, packed.status, packed.headers["accept-encoding"]]).toEqual([path, 415, "identity"]);
    expect(JSON.parse(packed.text).message).toMatch(/without compression/);
  }
  // "答" in GBK: decoded as UTF-8 it would be kept as two signs that mean nothing.
  const body = [Buffer.from('{"typed":"'), Buffer.from([0xb4, 0xf0]), Buffer.from('"}')];
  const headers = { "content-type": "application/json" };
  const { status, text } = await send(server.address, "PUT", `/api/reviews/${randomUUID()}`, { body, headers });
  expect([status, JSON.parse(text).fields]).toEqual([400, [expect.stringMatching(/^body: /)]]);
});

test("what a door answers is kept by no cache, and a page asks for TLS where a proxy speaks it", async ({ server }) => {
  const answers = [
    await send(server.address, "GET", "/api/optimiser"),
    await send(server.address, "GET", "/api/nowhere"),
    await send(server.address, "PUT", "/api/reviews/x", {
      body: "{}",
      headers: { "content-type": "application/json" },
    }),
    await send(server.address, "PUT", "/api/reviews/x", { body: "{}", headers: { origin: "http://evil.example" } }),
    await send(server.address, "GET", "/api/optimiser", { headers: { host: "evil.example" } }),
    await send(server.address, "GET", "/"),
  ];
  expect(answers.map(({ headers }) => headers["cache-control"])).toEqual(answers.map(() => "no-store"));
  const behind = await send(server.address, "GET", "/en", { headers: { "x-forwarded-proto": "https" } });
  expect(behind.headers["strict-transport-security"]).toBe("max-age=31536000");
  expect((await send(server.address, "GET", "/en")).headers["strict-transport-security"]).toBeUndefined();
});

test("an upload that breaks off takes nobody with it", async ({ server }) => {
  const { hostname, port } = new URL(server.address);
  for (let i = 0; i < 5; i++) {
    await new Promise<void>((resolve) => {
      const headers = { "content-type": "text/csv", "content-length": "1000000" };
      const request = http.request({ hostname, port, method: "POST", path: "/api/log", headers });
      request.on("error", () => resolve());
      request.write("card_id,", () => request.destroy(new Error("gone")));
    });
  }
  expect((await send(server.address, "GET", "/en")).status).toBe(200);
});

test("who offers another protocol is answered in this one", async ({ server }) => {
  for (const upgrade of ["h2c", "websocket", "TLS/1.2"]) {
    const { status } = await send(server.address, "GET", "/en", { headers: { connection: "Upgrade", upgrade } });
    expect([upgrade, status]).toEqual([upgrade, 200]);
  }
});

test("what the framework would trip over in a header is no error of the server's", async ({ server }) => {
  for (const host of ["localhost:99999", "[127.0.0.1]", "2001:db8::12:3", "fe80::1%eth0", "a b", "%"]) {
    const { status, text } = await send(server.address, "GET", "/", { headers: { host } });
    expect([host, status, JSON.parse(text).reason]).toEqual([host, 421, "unknown-host"]);
  }
  for (const state of ["%7B", "%5B%22%22%5D", "%5B1%2C2%2C3%5D", "%", '["",{"children":7}]']) {
    const headers = { rsc: "1", "next-router-state-tree": state };
    const { status } = await send(server.address, "GET", "/en", { headers });
    expect([state, status < 500]).toEqual([state, true]);
  }
  const huge = await send(server.address, "PUT", "/api/settings", {
    headers: { "content-length": "99999999999" },
  }).catch(() => null);
  expect(huge?.status ?? 413).toBe(413);
});
