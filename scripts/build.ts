// npm run build: the Prisma client, the production build, and the weight of its pages.
import { build, generateClient } from "./building.ts";
import { checkWeight } from "./weight.ts";

if (!(await generateClient()) || !(await build()) || !(await checkWeight())) process.exit(1);
