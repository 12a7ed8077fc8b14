// npm run -s bench -- [tcp|player|memory|pages|hostile|log] [--json]    how fast it is: medians over several runs, and what they were measured on
import os from "node:os";
import { parseArgs } from "node:util";
import { hostile } from "./bench/hostile.ts";
import { log } from "./bench/log.ts";
import { memory } from "./bench/memory.ts";
import { pages } from "./bench/pages.ts";
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

/** What a bench measured, when it is more than single figures: as data, and as people read it. */
export interface Table {
  readonly rows: readonly object[];
  readonly lines: readonly string[];
}

const BENCHES: Readonly<Record<string, () => Promise<Figure[] | Table>>> = { tcp, player, memory, pages, hostile, log };

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
  const measured = (await BENCHES[name]?.()) ?? [];
  const { rows, lines } = "rows" in measured ? measured : { rows: measured, lines: measured.map(told) };
  if (values.json) console.log(JSON.stringify({ bench: name, machine, figures: rows }));
  else for (const line of lines) console.log(line);
}

function told({ name, value, unit, goal }: Figure): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return `${name.padEnd(52)} ${number.padStart(12)} ${unit}${goal ? `   (goal: ${goal})` : ""}`;
}
