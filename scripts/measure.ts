// npm run measure [-- --all]   how the house stands, from the syntax tree; ends with 1 where a number is over what may be
import "./pipe.ts";
import { countAll } from "./measure/counts.ts";
import { weighRoom } from "./weight.ts";

const SHOWN = 5;
const isAll = process.argv.includes("--all");
const counts = countAll();
for (const { name, found, most } of counts) {
  console.log(`${String(found.length).padStart(4)}  ${name}${most === null ? "" : ` (at most ${most})`}`);
  for (const one of isAll ? found : found.slice(0, SHOWN)) console.log(`        ${one}`);
  if (!isAll && found.length > SHOWN) console.log(`        and ${found.length - SHOWN} more (-- --all)`);
}
console.log(`${(await weighRoom()).toFixed(1).padStart(4)}  KB of lib/tcp, minified and gzipped`);
process.exitCode = counts.some(({ found, most }) => most !== null && found.length > most) ? 1 : 0;
