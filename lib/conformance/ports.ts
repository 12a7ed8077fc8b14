import { z } from "zod";
import { MILLISECOND } from "#lib/tcp/time.ts";
import type { ScriptCall } from "#lib/tcp/world/scenario.ts";
import { perform } from "#lib/tcp/world/script.ts";
import { Bench, PEER, PORT } from "./bench.ts";
import { callOf } from "./calls.ts";
import type { Comparison } from "./comparison.ts";
import { MEASURED } from "./measured.ts";

/** When a port is free for a second socket; see data/README.md. */
export const portsFile = z.object({
  meta: z.object({ second: z.array(z.string()) }),
  rows: z.array(
    z.object({
      name: z.string(),
      steps: z.array(z.string()),
      holder_reuses: z.boolean(),
      second_reuses: z.boolean(),
      says: z.array(z.string()),
    }),
  ),
});
type PortsFile = z.infer<typeof portsFile>;

/** Runs those answers that a script can ask for: its connect() shares its port, and only its listen() can say otherwise. */
export function runPorts({ meta, rows }: PortsFile): Comparison[] {
  return rows.flatMap(({ name, steps, holder_reuses, second_reuses, says }) =>
    meta.second.flatMap((what, i) => {
      if (!holder_reuses && !steps.includes("listen")) return [];
      if (!second_reuses && what !== "listen") return [];
      const bench = new Bench(MEASURED);
      for (const words of steps) step(bench, words, holder_reuses);
      const call: ScriptCall =
        what === "listen"
          ? { kind: "listen", port: PORT, reuseAddress: second_reuses }
          : { kind: "connect", to: PEER.host, port: PEER.port + (what.endsWith("same") ? 0 : 1), from: PORT };
      const got = perform(bench.machine, { call }, bench.now).errno ?? "ok";
      const expected = says[i]?.split(" ").at(-1) ?? "";
      const id = `${name}, holder shares: ${holder_reuses}, second shares: ${second_reuses}: ${what}`;
      return [{ id, agrees: got === expected, expected, got }];
    }),
  );
}

function step(bench: Bench, words: string, reuseAddress: boolean): void {
  const [word = "", argument = "", seq, ack] = words.split(" ");
  if (word === "peer") bench.peer(argument, Number(seq), Number(ack ?? 0));
  else if (word === "unlisten") perform(bench.machine, { call: { kind: word, port: PORT } }, bench.now);
  else if (word !== "finish") {
    const call = callOf(word, argument);
    perform(bench.machine, { call: call.kind === "listen" ? { ...call, reuseAddress } : call }, bench.now);
  }
  bench.runUntil(bench.now + 3 * MILLISECOND);
}
