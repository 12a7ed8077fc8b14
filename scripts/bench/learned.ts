import type { Client } from "@libsql/client";

export function cardId(n: number): string {
  return `bench/card-${n}`;
}

/** Fills a migrated database with cards and a learner who has met none of them, by SQL alone. */
export async function deal(client: Client, cards: number): Promise<void> {
  await client.executeMultiple(`
    PRAGMA synchronous = OFF;
    BEGIN;
    ${dealt(cards)}
    ${count(cards)}
    INSERT INTO Memory (learnerId, cardId, "order", version, state, dueAt, stability, difficulty, learningStep, scheduledDays,
        reps, lapses)
      SELECT 'local', 'bench/card-' || i, i, 0, 'new', '1970-01-01T00:00:00.000+00:00', 0, 0, 0, 0, 0, 0 FROM n;
    COMMIT;
    ANALYZE;`);
}

/**
 * Fills a migrated database with a learner who has met all the cards, by SQL alone: two of a hundred are due, the log
 * reaches three years back. The texts of a card are short, in the large database as in the small one.
 */
export async function fill(client: Client, size: { cards: number; reviews: number }, now: Date): Promise<void> {
  const at = now.toISOString().replace("Z", "+00:00");
  const share = "(abs(random()) % 1000000 / 1000000.0)";
  const day = (expression: string) => `strftime('%Y-%m-%dT%H:%M:%f+00:00', '${at}', ${expression})`;
  await client.executeMultiple(`
    PRAGMA synchronous = OFF;
    BEGIN;
    ${dealt(size.cards)}
    ${count(size.cards)}
    INSERT INTO Memory (learnerId, cardId, "order", version, state, dueAt, lastReviewAt, stability, difficulty, learningStep,
        scheduledDays, reps, lapses, longTermReviews, longTermLapses)
      SELECT 'local', 'bench/card-' || i, i, ${size.reviews / size.cards}, 'review',
        ${day("((1 - waited * 1.02) * stability) || ' days'")}, ${day("(-waited * 1.02 * stability) || ' days'")},
        stability, 5, 0, stability, 10, 1, 8, 1
      FROM (SELECT i, ${share} AS waited, 2 + abs(random()) % 200 AS stability FROM n);
    ${count(size.reviews)}
    INSERT INTO Review (id, learnerId, cardId, kind, at, zone, rolloverHour, schedulerId, rating, durationMs, notes,
        retrievability, language, algorithm)
      SELECT lower(hex(randomblob(16))), 'local', 'bench/card-' || (i % ${size.cards}), 'answer',
        ${day(`(-1100.0 * (1 - i * 1.0 / ${size.reviews})) || ' days'`)}, 'Asia/Shanghai', 4, 'bench', 1 + abs(random()) % 4,
        20000, '', 0.9, 'en', 'bench' FROM n;
    ${count(1100)}
    INSERT INTO DayTally (learnerId, day, answers, good, again, youngPassed, maturePassed, predictions, recalled, logLoss)
      SELECT 'local', substr(${day("(-i) || ' days'")}, 1, 10), 900, 800, 100, 300, 400, 800, 700, 240.0 FROM n;
    ${count(10_000)}
    INSERT INTO RecallTally SELECT 'local', i, 80, 20, i * 0.01 FROM n;
    ${count(400)}
    INSERT INTO BinTally SELECT 'local', i, i % 20, i % 7, 800, 100, 810.0 FROM n;
    COMMIT;
    ANALYZE;`);
}

/** The cards, and the settings of the learner. */
function dealt(cards: number): string {
  const scenario = JSON.stringify({
    profile: "rfc9293",
    iss: { client: 0, server: 0 },
    wire: { delayUs: 50_000 },
    script: [
      { host: "server", atUs: 0, call: { kind: "listen" } },
      { host: "client", atUs: 0, call: { kind: "connect" } },
    ],
  });
  const points = JSON.stringify(["one", "two", "three"]);
  const settings = JSON.stringify({
    ...{ desiredRetention: 0.9, maximumInterval: 36_500, fuzz: true, weights: null, interview: null },
    ...{ learningSteps: ["1m", "10m"], relearningSteps: ["10m"], shortTerm: true },
  });
  return `
    INSERT INTO Topic VALUES ('bench', 0, '{"en":"Bench","zh":"Bench"}');
    INSERT INTO SchedulerSettings VALUES ('bench', '${settings}');
    UPDATE Learner SET schedulerId = 'bench';
    ${count(cards)}
    INSERT INTO Card (id, topicId, "order", level, keyPoints, simulation, followUps, sources, provenance, fingerprint)
      SELECT 'bench/card-' || i, 'bench', i, 'mid', '${points}', json_object('scenario', json('${scenario}'), 'shows', json('[{"kind":"ends","host":"server","state":"ESTABLISHED"}]')),
        '[{"own":"then","probes":"one"},{"own":"else"}]', '[{"label":"RFC 9293"}]', '{"questions":[],"claims":[],"notes":[]}', i FROM n;
    INSERT INTO CardText (cardId, language, question, short, "full", keyPoints, mistakes, followUps, simulation)
      SELECT id, 'en', 'Why ' || id || '?', 'Because.', 'Because of one, two and three.', '${points}', '["a","b"]', '[{"question":"Then?","answer":"This."},{"question":"Else?","answer":"That."}]', 'Watch.' FROM Card;`;
}

function count(n: number): string {
  return `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${n - 1})`;
}
