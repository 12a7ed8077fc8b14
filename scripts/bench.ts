// npm run -s bench -- [tcp|player|memory|log] [--json]    how fast it is: medians over several runs, and what they were measured on
import os from "node:os";
import { parseArgs } from "node:util";
import { log } from "./bench/log.ts";
import { memory } from "./bench/memory.ts";
import { player } from "./bench/player.ts";
import { tcp } from "./bench/tcp.ts";
import "./pipe.ts";

/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is to be, in words; left out: only told. */
  readonly goal?: string;
}

const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = { tcp, player, memory, log };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `usage: npm run -s bench -- [${Object.keys(BENCHES).join("|")}] [--json]; there is no bench ${unknown.join()}`,
  );
  process.exit(1);
}

const [cpu] = os.cpus();
const machine = `${cpu?.model.trim() ?? "unknown processor"}, ${os.cpus().length} cores, Node ${process.versions.node}, ${os.platform()}`;
if (!values.json) console.log(machine);
for (const name of names) {
  const figures = (await BENCHES[name]?.()) ?? [];
  if (values.json) console.log(JSON.stringify({ bench: name, machine, figures }));
  else for (const figure of figures) console.log(told(figure));
}

function told({ name, value, unit, goal }: Figure): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return `${name.padEnd(52)} ${number.padStart(12)} ${unit}${goal ? `   (goal: ${goal})` : ""}`;
}
