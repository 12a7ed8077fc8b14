import path from "node:path";

/** The database file: RETRANSMIT_DB, or data/retransmit.db in the working directory. */
export function databaseFile(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(
    /* turbopackIgnore: true */ process.cwd(),
    env.RETRANSMIT_DB ?? path.join("data", "retransmit.db"),
  );
}
