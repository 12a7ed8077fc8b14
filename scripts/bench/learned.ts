import type { Client } from "@libsql/client";

export interface Size {
  readonly cards: number;
  readonly reviews: number;
}

const TOPICS = 10;

/** The nth card, in the order of learning; topics stand one behind the other. */
export function benchCard(n: number, { cards }: Pick<Size, "cards">): string {
  return `bench-${Math.floor((n * TOPICS) / cards)}/card-${n}`;
}

/**
 * Fills a migrated database with a learner who has met most cards, by SQL alone. Of a hundred cards eight are new, two are
 * due, two were missed in the last month, one each is suspended, put off, or being learned; the log reaches three years
 * back and holds all that can be done to a card. The texts of a card are short, in the large database as in the small one.
 */
export async function fill(client: Client, size: Size, now: Date): Promise<void> {
  const at = now.toISOString().replace("Z", "+00:00");
  const share = "(abs(random()) % 1000000 / 1000000.0)";
  const day = (expression: string) => `strftime('%Y-%m-%dT%H:%M:%f+00:00', '${at}', ${expression})`;
  const idOf = idIn(size.cards);
  const hex = (bytes: number) => `lower(hex(randomblob(${bytes})))`;
  const uuid = `${hex(4)} || '-' || ${hex(2)} || '-4' || substr(${hex(2)}, 2) || '-8' || substr(${hex(2)}, 2) || '-' || ${hex(6)}`;
  await client.executeMultiple(`
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -256000;
    BEGIN;
    ${dealt(size.cards)}
    ${count(size.cards)}
    INSERT INTO Memory (learnerId, cardId, "order", level, version, state, dueAt, lastReviewAt, stability, difficulty,
        learningStep, scheduledDays, reps, lapses, longTermReviews, longTermLapses, missedAt, suspendedAt, buriedUntil, calledAt)
      SELECT 'local', ${idOf("i")}, ${ORDER}, ${LEVEL}, ${size.reviews / size.cards},
        CASE WHEN fate < 8 THEN 'new' WHEN fate = 8 THEN 'relearning' ELSE 'review' END,
        iif(fate < 9, '${at}', ${day("((1 - waited * 1.02) * stability) || ' days'")}),
        iif(fate < 8, NULL, ${day("(-waited * 1.02 * stability) || ' days'")}),
        iif(fate < 8, 0, stability), iif(fate < 8, 0, 5), 0, iif(fate < 9, 0, stability), 10, 1, 8, 1,
        iif(fate IN (9, 10), ${day("(-waited * 30) || ' days'")}, NULL), iif(fate = 11, '${at}', NULL),
        iif(fate = 12, ${day("'1 day'")}, NULL), iif(i % ${size.cards / 10} = 50, '${at}', NULL)
      FROM (SELECT i, (i * 7 + 50) % 100 AS fate, ${share} AS waited, 2 + abs(random()) % 200 AS stability FROM n);
    ${count(size.reviews)}
    INSERT INTO Review (seq, id, learnerId, cardId, kind, at, zone, rolloverHour, schedulerId, rating, durationMs, notes,
        retrievability, language, algorithm)
      SELECT 2 * i + 1, ${uuid}, 'local', card, coalesce(other, iif(i % 30 = 7, 'cram', 'answer')),
        ${day(`(-1100.0 * (1 - i * 1.0 / ${size.reviews})) || ' days'`)}, 'Asia/Shanghai', 4, 'bench',
        iif(other IS NULL, 1 + abs(random()) % 4, NULL), iif(other IS NULL, 20000, NULL), '', 0.9, 'en', 'bench'
      FROM (
        SELECT i, ${idOf(`(i % ${size.cards})`)} AS card,
          CASE i % 201 WHEN 3 THEN 'bury' WHEN 4 THEN 'suspend' WHEN 5 THEN 'resume' WHEN 6 THEN 'reset' END AS other FROM n);
    INSERT INTO Review (seq, id, learnerId, cardId, kind, at, zone, rolloverHour, schedulerId, undoesId, algorithm)
      SELECT seq + 1, ${uuid}, 'local', cardId, 'undo', at, 'Asia/Shanghai', 4, 'bench', id, 'bench'
      FROM Review WHERE seq % 2001 = 5 AND kind = 'answer';
    ${count(1100)}
    INSERT INTO DayTally (learnerId, day, answers, good, again, youngPassed, maturePassed, predictions, recalled, logLoss)
      SELECT 'local', substr(${day("(-i) || ' days'")}, 1, 10), 900, 800, 100, 300, 400, 800, 700, 240.0 FROM n;
    ${count(10_000)}
    INSERT INTO RecallTally SELECT 'local', i, 80, 20, i * 0.01 FROM n;
    ${count(400)}
    INSERT INTO BinTally SELECT 'local', i, i % 20, i % 7, 800, 100, 810.0 FROM n;
    COMMIT;
    -- What the program itself runs when it closes its database; nothing else gathers statistics.
    PRAGMA optimize;`);
}

/** Fills a migrated database with cards and a learner who has met none of them. */
export async function deal(client: Client, cards: number): Promise<void> {
  await client.executeMultiple(`
    PRAGMA synchronous = OFF;
    BEGIN;
    ${dealt(cards)}
    ${count(cards)}
    INSERT INTO Memory (learnerId, cardId, "order", level, version, state, dueAt, stability, difficulty, learningStep,
        scheduledDays, reps, lapses)
      SELECT 'local', ${idIn(cards)("i")}, ${ORDER}, ${LEVEL}, 0, 'new', '1970-01-01T00:00:00.000+00:00', 0, 0, 0, 0, 0, 0 FROM n;
    COMMIT;
    PRAGMA optimize;`);
}

const LEVEL = "CASE i % 3 WHEN 0 THEN 'junior' WHEN 1 THEN 'mid' ELSE 'senior' END";
/** Behind the cards that come with the program. */
const ORDER = "1000 + i";

const topicIn = (cards: number) => (n: string) => `'bench-' || (${n} * ${TOPICS} / ${cards})`;
/** As `cardId`, in SQL. */
const idIn = (cards: number) => (n: string) => `${topicIn(cards)(n)} || '/card-' || ${n}`;

function count(n: number): string {
  return `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${n - 1})`;
}

/** The cards with their topics and texts, and the settings of the learner. */
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
  const topicOf = topicIn(cards);
  const idOf = idIn(cards);
  return `
    ${count(TOPICS)}
    INSERT INTO Topic SELECT 'bench-' || i, 1000 + i, json_object('en', 'Bench ' || i, 'zh', '基准 ' || i) FROM n;
    INSERT INTO SchedulerSettings VALUES ('bench', '${settings}');
    UPDATE Learner SET schedulerId = 'bench';
    ${count(cards)}
    INSERT INTO Card (id, topicId, "order", level, keyPoints, simulation, followUps, sources, provenance, fingerprint)
      SELECT ${idOf("i")}, ${topicOf("i")}, ${ORDER}, ${LEVEL}, '${points}',
        json_object('scenario', json('${scenario}'), 'shows', json('[{"kind":"ends","host":"server","state":"ESTABLISHED"}]')),
        '[{"own":"then","probes":"one"},{"own":"else"}]', '[{"label":"RFC 9293"}]', '{"questions":[],"claims":[],"notes":[]}', i FROM n;
    ${count(cards)}
    INSERT INTO CardText (cardId, language, question, short, "full", keyPoints, mistakes, followUps, simulation)
      SELECT ${idOf("i")}, 'en', 'Why does host ' || i || ' keep its port after the handshake?', 'Because of one.', 'Because of one, two and three: a segment may be sent again, and ' || hex(randomblob(4)) || ' waits for it.', '${points}', '["a","b"]', '[{"question":"Then?","answer":"This."},{"question":"Else?","answer":"That."}]', 'Watch.' FROM n;
    ${count(cards)}
    INSERT INTO CardText (cardId, language, question, short, "full", keyPoints, mistakes, followUps, simulation)
      SELECT ${idOf("i")}, 'zh', '主机 ' || i || ' 在握手之后为什么还要保留端口？', '因为其一。', '因为一、二、三：报文段可能被重传，' || hex(randomblob(4)) || ' 会等它' || iif(i % 500 = 0, '，窗口也会', '') || '。', '["一","二","三"]', '["甲","乙"]', '[{"question":"然后呢？","answer":"这样。"},{"question":"否则呢？","answer":"那样。"}]', '请看。' FROM n;`;
}
