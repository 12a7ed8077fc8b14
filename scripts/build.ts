// npm run build: the production build, and the weight of its pages.
import { build } from "./next-build.ts";
import { checkWeight } from "./weight.ts";

if (!(await build()) || !(await checkWeight())) process.exit(1);
