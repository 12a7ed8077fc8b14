// npm run -s tcp -- run SCENARIO.json [--profile P] [--json | --pcapng FILE]    prints the film; - reads standard input
// npm run -s tcp -- conformance [--matrix FILE] [--timers FILE] [--traces DIR] [--calls FILE] [--options FILE] [--ports FILE] [--json]   compares lib/tcp with a recorded kernel
import { parseArgs } from "node:util";
import { PROFILE_NAMES } from "#lib/tcp/profile.ts";
import { fail } from "./input.ts";
import { compare } from "./tcp/conformance.ts";
import { run } from "./tcp/run.ts";
import "./pipe.ts";

const USAGE = `usage: npm run -s tcp -- run SCENARIO.json [--profile ${PROFILE_NAMES.join("|")}] [--json | --pcapng FILE]
       npm run -s tcp -- conformance [--matrix FILE] [--timers FILE] [--traces DIR] [--calls FILE] [--options FILE] [--ports FILE] [--json]`;

const { values, positionals } = options();
const [command, file, ...rest] = positionals;
if (command === "run" && file !== undefined && rest.length === 0) run(file, values);
else if (command === "conformance" && file === undefined) compare(values);
else fail(USAGE);

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        profile: { type: "string" },
        json: { type: "boolean", default: false },
        pcapng: { type: "string" },
        matrix: { type: "string" },
        timers: { type: "string" },
        traces: { type: "string" },
        calls: { type: "string" },
        options: { type: "string" },
        ports: { type: "string" },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
