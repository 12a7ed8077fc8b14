import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "./port.ts";
import { TSX } from "./run.ts";

export interface Server {
  readonly address: string;
  readonly file: string;
  /** Ends the process at once, as a power cut would. The database stays. */
  kill(): Promise<void>;
  /** Ends it and removes its database. */
  dispose(): Promise<void>;
}

/** Starts the built program as `npm start` does: on a free port, with a database of its own unless `file` names one. */
export async function startServer(file?: string): Promise<Server> {
  const folder = file ? path.dirname(file) : mkdtempSync(path.join(os.tmpdir(), "retransmit-"));
  const database = file ?? path.join(folder, "test.db");
  const port = await freePort();
  const child = spawn(process.execPath, [TSX, "scripts/start.ts", "--port", String(port)], {
    env: { ...process.env, RETRANSMIT_DB: database },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that the server ends with the script that started it
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const kill = async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, "SIGKILL");
    await ended;
  };
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Retransmit is ready")) resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then(() => reject(new Error(`the server did not start:\n${said}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    file: database,
    kill,
    dispose: async () => {
      await kill();
      if (!file) rmSync(folder, { recursive: true, force: true });
    },
  };
}
