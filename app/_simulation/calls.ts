import type { ScriptCall } from "#lib/tcp/world/scenario.ts";

const CALL_NAMES: Readonly<Record<ScriptCall["kind"], string>> = {
  listen: "listen()",
  unlisten: "close()",
  accept: "accept()",
  connect: "connect()",
  send: "send()",
  receive: "recv()",
  shutdown: "shutdown()",
  close: "close()",
  abort: "close(), SO_LINGER = 0",
  status: "getsockopt(SO_ERROR)",
  set: "setsockopt()",
  crash: "",
  boot: "",
};

/** What a programmer would call it. */
export function callName(call: ScriptCall): string {
  if (call.kind !== "shutdown") return CALL_NAMES[call.kind];
  return `shutdown(SHUT_${call.both ? "RDWR" : call.read ? "RD" : "WR"})`;
}
