import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "./serving/port.ts";

const WINDOWS = process.platform === "win32";
const READY_MAX_MS = 60_000;

export interface Server {
  readonly address: string;
  readonly file: string;
  /** Ends the process at once, as a power cut would. The database stays. */
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(signal: NodeJS.Signals): Promise<void>;
  /** Ends it and removes its database. */
  dispose(): Promise<void>;
}

/** A database with all content and no learner, if somebody made one: to be copied, which is quicker than loading. */
export const TEMPLATE = ".next/template.db";

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) endGroup(child);
});

/**
 * Starts the built program as `npm start` does: on a free port, with a database of its own unless `file` names one;
 * `more` is added to its environment.
 */
export async function startServer(file?: string, more: Readonly<Record<string, string>> = {}): Promise<Server> {
  const folder = file ? path.dirname(file) : mkdtempSync(path.join(os.tmpdir(), "retransmit-"));
  const database = file ?? path.join(folder, "test.db");
  if (!file && existsSync(TEMPLATE)) copyFileSync(TEMPLATE, database);
  const { port, kill, stop } = await launch({ ...more, RETRANSMIT_DB: database });
  return {
    address: `http://127.0.0.1:${port}`,
    file: database,
    kill,
    stop,
    dispose: async () => {
      await kill();
      if (!file) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that was free may be taken by the time the server wants it: then another one is tried. */
const PORTS_TRIED_MAX = 5;

async function launch(env: Readonly<Record<string, string>>): Promise<Endings & { port: number }> {
  for (let tried = 1; ; tried++) {
    const port = await freePort();
    try {
      return { port, ...(await launchAt(port, env)) };
    } catch (error) {
      if (tried === PORTS_TRIED_MAX || !String(error).includes(`Port ${port} on 127.0.0.1 is in use`)) throw error;
    }
  }
}

type Endings = Pick<Server, "kill" | "stop">;

async function launchAt(port: number, env: Readonly<Record<string, string>>): Promise<Endings> {
  const child = spawn(process.execPath, ["--import", "tsx/esm", "scripts/start.ts", "--port", String(port)], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: !WINDOWS, // a group of its own, so that one signal reaches the script and its server
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => {
      running.delete(child);
      resolve();
    });
  });
  await readiness(child, ended);
  return {
    kill: async () => {
      endGroup(child);
      await ended;
    },
    stop: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

function readiness(child: ChildProcess, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = (what: string) => reject(new Error(`${what}:\n${said}`));
    const tooLong = setTimeout(() => fail("the server is not ready after a minute"), READY_MAX_MS);
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (!said.includes("Retransmit is ready")) return;
      clearTimeout(tooLong);
      resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    void ended.then(() => {
      clearTimeout(tooLong);
      fail("the server did not start");
    });
  });
}

/** Ends a process and all that it started. */
function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (WINDOWS) spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]);
  else process.kill(-pid, "SIGKILL");
}
