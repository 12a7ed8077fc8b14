import { rmSync } from "node:fs";
import { build, isBuilt } from "../scripts/next-build.ts";
import { runNode, TSX } from "../scripts/run.ts";
import { TEMPLATE } from "../scripts/started-server.ts";

/** Before any test: one build and one database, so that no two servers make them at the same time. */
export default async function buildOnce(): Promise<void> {
  if (!isBuilt() && !(await build())) throw new Error("the build failed; see above");
  for (const end of ["", "-wal", "-shm"]) rmSync(TEMPLATE + end, { force: true });
  process.env.RETRANSMIT_DB = TEMPLATE;
  const loaded = await runNode(TSX, "scripts/content.ts", "build");
  delete process.env.RETRANSMIT_DB;
  if (!loaded) throw new Error("the content could not be loaded; see above");
}
