import Database from "libsql";
import { type Server, startServer, TEMPLATE } from "../scripts/started-server.ts";

/** What a learner leaves behind, in an order that no reference objects to. */
const LEARNT = [
  ...["InterviewTick", "InterviewEvent", "Interview"],
  ...["BinTally", "RecallTally", "DayTally", "Memory", "Review", "SchedulerSettings", "Learner"],
];

/**
 * A server that serves one test after the other, each with an empty learner: starting one takes seconds. What a test did
 * beyond a learner's doings (another content, a server that was ended) ends it, and the next test gets a new one.
 */
export class LastingServer {
  #server: Server | null = null;

  async take(): Promise<Server> {
    this.#server ??= await startServer();
    return this.#server;
  }

  async giveBack(server: Server): Promise<void> {
    const isWell = (await answers(server)) && forget(server.file);
    if (!isWell) await this.dispose();
  }

  async dispose(): Promise<void> {
    await this.#server?.dispose();
    this.#server = null;
  }
}

async function answers({ address }: Server): Promise<boolean> {
  return fetch(`${address}/en`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Puts the learner's tables back as they were made, beside the running server. False: that is not all that was changed. */
function forget(file: string): boolean {
  const db = new Database(file);
  try {
    // The server alone folds the log into the file.
    db.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 5000; ATTACH '${TEMPLATE}' AS made`);
    if (!CONTENT.every((table) => count(db, "main", table) === count(db, "made", table))) return false;
    db.exec("BEGIN IMMEDIATE");
    const triggers = db.prepare("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'").all();
    const guards = (triggers as { name: string; sql: string }[]).filter(({ name }) => name.includes("_never_"));
    for (const { name } of guards) db.exec(`DROP TRIGGER main."${name}"`);
    // Rows that were never there before: whoever remembers the old ones notices.
    const [beyond] = db.prepare('SELECT coalesce(max(rowid), 0) FROM main."Memory"').raw().get() as [number];
    for (const table of LEARNT) db.exec(`DELETE FROM main."${table}"`);
    for (const table of LEARNT.toReversed()) {
      const columns = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).raw().all().flat();
      const names = columns.map((name) => `"${name}"`).join();
      const rowid = table === "Memory" ? `rowid + ${beyond}` : "rowid";
      db.exec(`INSERT INTO main."${table}" (rowid, ${names}) SELECT ${rowid}, ${names} FROM made."${table}"`);
    }
    for (const { sql } of guards) db.exec(sql);
    db.exec("COMMIT");
    return true;
  } catch {
    return false; // the file is gone, or no database any more
  } finally {
    db.close();
  }
}

const CONTENT = ["Topic", "Card", "CardText", "Claim", "Exhibit"];

function count(db: Database.Database, schema: string, table: string): number {
  const [rows] = db.prepare(`SELECT count(*) FROM ${schema}."${table}"`).raw().get() as [number];
  return rows;
}
