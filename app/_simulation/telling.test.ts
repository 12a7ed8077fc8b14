import { expect, test } from "vitest";
import { playerWords } from "#lib/i18n/words/player.ts";
import { tellCall } from "./telling.ts";

const { en, zh } = playerWords;

test("a shutdown is called by what it shuts, and an error that was asked for is not a failure of the call", () => {
  const told = [
    tellCall({ kind: "shutdown", read: true }, "Server", null, en),
    tellCall({ kind: "shutdown", both: true }, "Server", "ENOTCONN", en),
    tellCall({ kind: "shutdown" }, "服务器", null, zh),
    tellCall({ kind: "status" }, "Server", "ECONNRESET", en),
    tellCall({ kind: "status" }, "服务器", "ECONNRESET", zh),
  ];
  expect(told).toEqual([
    "Server: the application calls shutdown(SHUT_RD)",
    "Server: the application calls shutdown(SHUT_RDWR), which fails with ENOTCONN",
    "服务器：应用调用 shutdown(SHUT_WR)",
    "Server: the application calls getsockopt(SO_ERROR), which says ECONNRESET",
    "服务器：应用调用 getsockopt(SO_ERROR)，得知：ECONNRESET",
  ]);
});
