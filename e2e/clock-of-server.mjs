// Loaded into a server before anything else: its clock runs ahead by as many milliseconds as the file TEST_CLOCK says.
import { readFileSync } from "node:fs";

const RealDate = Date;
const file = process.env.TEST_CLOCK ?? "";
const now = () => RealDate.now() + Number(readFileSync(file, "utf8"));

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});
