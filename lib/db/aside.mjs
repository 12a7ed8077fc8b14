// A thread of its own with a connection of its own, for statements that take long: see aside.ts, which starts it.
// Plain JavaScript: the built server starts it as well, and nothing there would compile it.
import { parentPort, workerData } from "node:worker_threads";
import Database from "libsql";

const { file, statements, lockWaitMs } = workerData;
try {
  const connection = new Database(file, { timeout: lockWaitMs });
  const answers = statements.map(({ sql, values }) => {
    const statement = connection.prepare(sql);
    if (statement.reader) return statement.raw(true).all(values);
    statement.run(values);
    return [];
  });
  connection.close();
  parentPort.postMessage({ answers });
} catch (error) {
  parentPort.postMessage({ refused: { message: error.message, code: error.code, rawCode: error.rawCode } });
}
