-- What the list of cards is narrowed by, next to where it is read.
ALTER TABLE "Memory" ADD COLUMN "level" TEXT NOT NULL DEFAULT 'mid';
UPDATE "Memory" SET "level" = (SELECT "level" FROM "Card" WHERE "id" = "cardId");
CREATE INDEX "Memory_shelf" ON "Memory"("learnerId", "retired", "order", "cardId", "level", "state", "suspendedAt", "missedAt", "scheduledDays", "lastReviewAt", "stability");
CREATE INDEX "Memory_learnerId_longTermReviews_idx" ON "Memory"("learnerId", "longTermReviews");
-- As before, but whoever counts by them need not look at the rows.
DROP INDEX "Memory_learnerId_state_retired_order_idx";
CREATE INDEX "Memory_fresh" ON "Memory"("learnerId", "state", "retired", "order", "suspendedAt", "buriedUntil", "calledAt", "cardId");
DROP INDEX "Memory_learnerId_missedAt_idx";
CREATE INDEX "Memory_missed" ON "Memory"("learnerId", "missedAt", "retired", "suspendedAt", "cardId");
CREATE INDEX "Card_topicId_retiredAt_order_idx" ON "Card"("topicId", "retiredAt", "order");

-- The number of a text in the index below.
CREATE TABLE "SearchEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "cardId" TEXT NOT NULL,
    "language" TEXT NOT NULL
);
CREATE UNIQUE INDEX "SearchEntry_cardId_language_key" ON "SearchEntry"("cardId", "language");

-- Where each run of three characters stands: found without reading the texts, in any language, whatever the characters
-- are. The second table of each pair lists the runs themselves, for words that are shorter.
-- One for each language, so that a search need not pass what the other says.
CREATE VIRTUAL TABLE "CardSearchEn" USING fts5("text", content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE VIRTUAL TABLE "CardSearchEnRun" USING fts5vocab("CardSearchEn", 'instance');
CREATE VIRTUAL TABLE "CardSearchZh" USING fts5("text", content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE VIRTUAL TABLE "CardSearchZhRun" USING fts5vocab("CardSearchZh", 'instance');

-- All that a card is found by. Two characters follow the last one, so that a run begins at each.
CREATE VIEW "SearchText" AS
SELECT "SearchEntry"."seq", "CardText"."cardId", "CardText"."language", "Card"."topicId",
    "question" || char(10) || "short" || char(10) || "full" || char(10)
    || coalesce((SELECT group_concat("value", char(10)) FROM json_each("CardText"."keyPoints")), '') || char(10)
    || coalesce(json_extract("Topic"."title", '$.' || "CardText"."language"), '') || char(10) || char(10) AS "text"
FROM "CardText"
JOIN "SearchEntry" ON "SearchEntry"."cardId" = "CardText"."cardId" AND "SearchEntry"."language" = "CardText"."language"
JOIN "Card" ON "Card"."id" = "CardText"."cardId"
JOIN "Topic" ON "Topic"."id" = "Card"."topicId";

INSERT INTO "SearchEntry" ("cardId", "language") SELECT "cardId", "language" FROM "CardText";
INSERT INTO "CardSearchEn" (rowid, "text") SELECT "seq", "text" FROM "SearchText" WHERE "language" = 'en';
INSERT INTO "CardSearchZh" (rowid, "text") SELECT "seq", "text" FROM "SearchText" WHERE "language" = 'zh';

-- Whoever writes a text, it is found by what it says now.
CREATE TRIGGER "CardText_is_found" AFTER INSERT ON "CardText"
BEGIN
    DELETE FROM "CardSearchEn" WHERE rowid IN
        (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = NEW."cardId" AND "language" = NEW."language");
    DELETE FROM "CardSearchZh" WHERE rowid IN
        (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = NEW."cardId" AND "language" = NEW."language");
    INSERT INTO "SearchEntry" ("cardId", "language") SELECT NEW."cardId", NEW."language" WHERE NOT EXISTS
        (SELECT 1 FROM "SearchEntry" WHERE "cardId" = NEW."cardId" AND "language" = NEW."language");
    INSERT INTO "CardSearchEn" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "cardId" = NEW."cardId" AND "language" = 'en' AND NEW."language" = 'en';
    INSERT INTO "CardSearchZh" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "cardId" = NEW."cardId" AND "language" = 'zh' AND NEW."language" = 'zh';
END;
CREATE TRIGGER "CardText_is_found_anew" AFTER UPDATE OF "question", "short", "full", "keyPoints" ON "CardText"
BEGIN
    DELETE FROM "CardSearchEn" WHERE rowid IN
        (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = NEW."cardId" AND "language" = NEW."language");
    DELETE FROM "CardSearchZh" WHERE rowid IN
        (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = NEW."cardId" AND "language" = NEW."language");
    INSERT INTO "CardSearchEn" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "cardId" = NEW."cardId" AND "language" = 'en' AND NEW."language" = 'en';
    INSERT INTO "CardSearchZh" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "cardId" = NEW."cardId" AND "language" = 'zh' AND NEW."language" = 'zh';
END;
CREATE TRIGGER "CardText_is_found_no_more" AFTER DELETE ON "CardText"
BEGIN
    DELETE FROM "CardSearchEn" WHERE rowid IN
        (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = OLD."cardId" AND "language" = OLD."language");
    DELETE FROM "CardSearchZh" WHERE rowid IN
        (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = OLD."cardId" AND "language" = OLD."language");
    DELETE FROM "SearchEntry" WHERE "cardId" = OLD."cardId" AND "language" = OLD."language";
END;

-- A topic's title is part of what its cards are found by.
CREATE TRIGGER "Topic_is_found_anew" AFTER UPDATE OF "title" ON "Topic" WHEN NEW."title" IS NOT OLD."title"
BEGIN
    DELETE FROM "CardSearchEn" WHERE rowid IN (SELECT "seq" FROM "SearchText" WHERE "topicId" = NEW."id");
    DELETE FROM "CardSearchZh" WHERE rowid IN (SELECT "seq" FROM "SearchText" WHERE "topicId" = NEW."id");
    INSERT INTO "CardSearchEn" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "topicId" = NEW."id" AND "language" = 'en';
    INSERT INTO "CardSearchZh" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "topicId" = NEW."id" AND "language" = 'zh';
END;
CREATE TRIGGER "Card_is_found_anew" AFTER UPDATE OF "topicId" ON "Card" WHEN NEW."topicId" IS NOT OLD."topicId"
BEGIN
    DELETE FROM "CardSearchEn" WHERE rowid IN (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = NEW."id");
    DELETE FROM "CardSearchZh" WHERE rowid IN (SELECT "seq" FROM "SearchEntry" WHERE "cardId" = NEW."id");
    INSERT INTO "CardSearchEn" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "cardId" = NEW."id" AND "language" = 'en';
    INSERT INTO "CardSearchZh" (rowid, "text")
    SELECT "seq", "text" FROM "SearchText" WHERE "cardId" = NEW."id" AND "language" = 'zh';
END;
