import type { ScriptCall } from "#lib/tcp/scenario.ts";

const CALL_NAMES: Readonly<Record<ScriptCall["kind"], string>> = {
  listen: "listen()",
  unlisten: "close()",
  accept: "accept()",
  connect: "connect()",
  send: "send()",
  receive: "recv()",
  shutdown: "shutdown(SHUT_WR)",
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
  return call.both ? "shutdown(SHUT_RDWR)" : call.read ? "shutdown(SHUT_RD)" : CALL_NAMES.shutdown;
}
