// npm run -s memory -- trace FILE.json    prints the memory after each review of a sequence; - reads standard input
// npm run -s memory -- verify             folds the whole log and compares what is stored with it
// npm run -s memory -- rebuild            writes anew what is stored, from the log
import { fail } from "./input.ts";
import { rebuildStored, verify } from "./memory/stored.ts";
import { trace } from "./memory/trace.ts";
import "./pipe.ts";

const USAGE = "usage: npm run -s memory -- trace FILE.json | verify | rebuild";

const [command, file, ...rest] = process.argv.slice(2);
if (command === "trace" && file !== undefined && rest.length === 0) trace(file);
else if (command === "verify" && file === undefined) await verify();
else if (command === "rebuild" && file === undefined) await rebuildStored();
else fail(USAGE);
