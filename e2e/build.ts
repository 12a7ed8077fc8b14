import { build, generateClient, isBuilt } from "../scripts/building.ts";

/** Before any test: one build, so that no two servers make it at the same time. */
export default async function buildOnce(): Promise<void> {
  if (!isBuilt() && !((await generateClient()) && (await build()))) throw new Error("the build failed; see above");
}
