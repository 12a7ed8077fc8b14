import { randomUUID } from "node:crypto";
import { type Client, createClient } from "@libsql/client";

/** What `recordReview` writes for an answer, by the driver alone: the floor that the rest is measured against. */
export class BareWriter {
  readonly #client: Client;
  readonly #at: string;

  private constructor(client: Client, at: string) {
    this.#client = client;
    this.#at = at;
  }

  static async open(file: string, now: Date): Promise<BareWriter> {
    const client = createClient({ url: `file:${file}` });
    for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -16000"]) {
      await client.execute(`PRAGMA ${pragma}`);
    }
    return new BareWriter(client, now.toISOString());
  }

  async write(cardId: string): Promise<void> {
    const write = (sql: string, args: (string | number)[]) => this.#client.execute({ sql, args });
    await this.#client.execute("BEGIN IMMEDIATE");
    await write(
      `INSERT INTO Review (id, learnerId, cardId, kind, at, zone, rolloverHour, schedulerId, rating, durationMs, notes,
        tickedKeyPoints, retrievability, language, algorithm)
       VALUES (?, 'local', ?, 'answer', ?, 'Asia/Shanghai', 4, 'bench', 3, 20000, 'SYN, SYN-ACK, ACK', '["one"]', 0.9, 'en', 'bench')`,
      [randomUUID(), cardId, this.#at],
    );
    await write(
      `UPDATE Memory SET version = version + 1, state = 'review', dueAt = ?, lastReviewAt = ?, stability = 30, difficulty = 5,
        learningStep = 0, scheduledDays = 30, reps = 11, lapses = 1, longTermReviews = 9, longTermLapses = 1, missedAt = NULL,
        suspendedAt = NULL, buriedUntil = NULL, calledAt = NULL
       WHERE learnerId = 'local' AND cardId = ?`,
      [this.#at, this.#at, cardId],
    );
    await write(
      `INSERT INTO DayTally (learnerId, day, answers) VALUES ('local', ?, 1)
       ON CONFLICT (learnerId, day) DO UPDATE SET answers = answers + 1, good = good + 1, predictions = predictions + 1`,
      [this.#at.slice(0, 10)],
    );
    await write(
      `INSERT INTO RecallTally (learnerId, bin, recalled) VALUES ('local', ?, 1)
       ON CONFLICT (learnerId, bin) DO UPDATE SET recalled = recalled + 1, predicted = predicted + 0.9`,
      [9000],
    );
    await write(
      `INSERT INTO BinTally (learnerId, deltaT, length, lapses, recalled) VALUES ('local', ?, 7, 1, 1)
       ON CONFLICT (learnerId, deltaT, length, lapses) DO UPDATE SET recalled = recalled + 1, predicted = predicted + 0.9`,
      [898],
    );
    await this.#client.execute("COMMIT");
  }
}
