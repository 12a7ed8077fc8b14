import { expect, test } from "vitest";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

test("a shutdown is called by what it shuts, and an error that was asked for is not a failure of the call", () => {
  const told = [
    en.calls("Server", { kind: "shutdown", read: true }, null),
    en.calls("Server", { kind: "shutdown", both: true }, "ENOTCONN"),
    zh.calls("服务器", { kind: "shutdown" }, null),
    en.calls("Server", { kind: "status" }, "ECONNRESET"),
    zh.calls("服务器", { kind: "status" }, "ECONNRESET"),
  ];
  expect(told).toEqual([
    "Server: the application calls shutdown(SHUT_RD)",
    "Server: the application calls shutdown(SHUT_RDWR), which fails with ENOTCONN",
    "服务器：应用调用 shutdown(SHUT_WR)",
    "Server: the application calls getsockopt(SO_ERROR), which says ECONNRESET",
    "服务器：应用调用 getsockopt(SO_ERROR)，得知：ECONNRESET",
  ]);
});
