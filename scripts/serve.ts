import { type ChildProcess, spawn } from "node:child_process";
import os from "node:os";
import { stripVTControlCharacters } from "node:util";
import { NEXT } from "./run.ts";

interface Options {
  readonly host: string;
  readonly port: number;
  readonly names: readonly string[];
  readonly dev: boolean;
}

/** Runs the server until it ends; its exit code. What stops this program stops the server too. */
export function serve({ host, port, names, dev }: Options): Promise<number> {
  const server = spawn(process.execPath, [NEXT, dev ? "dev" : "start", "-H", host, "-p", String(port)], {
    stdio: ["inherit", "pipe", "inherit"],
    env: { ...process.env, RETRANSMIT_NAMES: names.join(",") },
  });
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  announce(server, address);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
  process.on("exit", () => server.kill("SIGKILL"));
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 128 + os.constants.signals[signal])));
  });
}

/** Passes on what the server prints, but for the framework's banner; says where to go once it is ready. */
function announce(server: ChildProcess, address: string) {
  let rest = "";
  server.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const plain = stripVTControlCharacters(line);
      if (/^\s*✓ Ready in/.test(plain)) console.log(`\n  Retransmit is ready: ${address}\n`);
      else if (!/^\s*(▲ Next\.js|- (Local|Network|Experiments)|✓ (Starting|Running)|✓ globalNotFound|$)/.test(plain))
        console.log(line);
    }
  });
}
