import type { ScriptCall } from "#lib/tcp/scenario.ts";

/** What a programmer would call it. */
export const CALL_NAMES: Readonly<Record<ScriptCall["kind"], string>> = {
  listen: "listen()",
  unlisten: "close()",
  accept: "accept()",
  connect: "connect()",
  send: "send()",
  receive: "recv()",
  shutdown: "shutdown(SHUT_WR)",
  close: "close()",
  abort: "close(), SO_LINGER = 0",
  status: "getsockopt(TCP_INFO)",
  set: "setsockopt()",
  crash: "",
  boot: "",
};
