-- AlterTable
ALTER TABLE "Learner" ADD COLUMN "schedulerId" TEXT;
ALTER TABLE "Learner" ADD COLUMN "settings" JSONB;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "rolloverHour" INTEGER;
ALTER TABLE "Review" ADD COLUMN "schedulerId" TEXT;

-- CreateTable
CREATE TABLE "SchedulerSettings" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "settings" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "DayTally" (
    "learnerId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "crams" INTEGER NOT NULL DEFAULT 0,
    "firsts" INTEGER NOT NULL DEFAULT 0,
    "again" INTEGER NOT NULL DEFAULT 0,
    "hard" INTEGER NOT NULL DEFAULT 0,
    "good" INTEGER NOT NULL DEFAULT 0,
    "easy" INTEGER NOT NULL DEFAULT 0,
    "durationMs" INTEGER NOT NULL DEFAULT 0,
    "youngPassed" INTEGER NOT NULL DEFAULT 0,
    "youngFailed" INTEGER NOT NULL DEFAULT 0,
    "maturePassed" INTEGER NOT NULL DEFAULT 0,
    "matureFailed" INTEGER NOT NULL DEFAULT 0,
    "predictions" INTEGER NOT NULL DEFAULT 0,
    "recalled" INTEGER NOT NULL DEFAULT 0,
    "logLoss" REAL NOT NULL DEFAULT 0,

    PRIMARY KEY ("learnerId", "day")
);

-- CreateTable
CREATE TABLE "RecallTally" (
    "learnerId" TEXT NOT NULL,
    "bin" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL DEFAULT 0,
    "forgotten" INTEGER NOT NULL DEFAULT 0,
    "predicted" REAL NOT NULL DEFAULT 0,

    PRIMARY KEY ("learnerId", "bin")
);

-- CreateTable
CREATE TABLE "BinTally" (
    "learnerId" TEXT NOT NULL,
    "deltaT" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL DEFAULT 0,
    "forgotten" INTEGER NOT NULL DEFAULT 0,
    "predicted" REAL NOT NULL DEFAULT 0,

    PRIMARY KEY ("learnerId", "deltaT", "length", "lapses")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Memory" (
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "order" INTEGER NOT NULL DEFAULT 0,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "lastReviewAt" DATETIME,
    "stability" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "learningStep" INTEGER NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "longTermReviews" INTEGER NOT NULL DEFAULT 0,
    "longTermLapses" INTEGER NOT NULL DEFAULT 0,
    "missedAt" DATETIME,
    "suspendedAt" DATETIME,
    "buriedUntil" DATETIME,

    PRIMARY KEY ("learnerId", "cardId"),
    CONSTRAINT "Memory_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Memory_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Memory" ("cardId", "difficulty", "dueAt", "lapses", "lastReviewAt", "learnerId", "learningStep", "missedAt", "reps", "scheduledDays", "stability", "state", "version") SELECT "cardId", "difficulty", "dueAt", "lapses", "lastReviewAt", "learnerId", "learningStep", "missedAt", "reps", "scheduledDays", "stability", "state", "version" FROM "Memory";
DROP TABLE "Memory";
ALTER TABLE "new_Memory" RENAME TO "Memory";
CREATE INDEX "Memory_queue" ON "Memory"("learnerId", "state", "retired", "dueAt", "suspendedAt", "buriedUntil", "lastReviewAt", "stability", "cardId");
CREATE INDEX "Memory_learnerId_state_retired_order_idx" ON "Memory"("learnerId", "state", "retired", "order");
CREATE INDEX "Memory_learnerId_missedAt_idx" ON "Memory"("learnerId", "missedAt");
CREATE INDEX "Memory_learnerId_buriedUntil_idx" ON "Memory"("learnerId", "buriedUntil");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- More can be said of a card than an answer and its undoing.
DROP TRIGGER "Review_is_sound";
CREATE TRIGGER "Review_is_sound" BEFORE INSERT ON "Review"
WHEN ((NEW."kind" IN ('answer', 'cram') AND NEW."rating" BETWEEN 1 AND 4 AND NEW."undoesId" IS NULL)
    OR (NEW."kind" IN ('suspend', 'resume', 'bury', 'reset') AND NEW."rating" IS NULL AND NEW."undoesId" IS NULL)
    OR (NEW."kind" IN ('undo', 'redo') AND NEW."rating" IS NULL AND NEW."undoesId" IS NOT NULL)) IS NOT TRUE
BEGIN
    SELECT RAISE(ABORT, 'Review is of no known kind');
END;

-- The log names these.
CREATE TRIGGER "SchedulerSettings_never_changed" BEFORE UPDATE ON "SchedulerSettings"
BEGIN
    SELECT RAISE(ABORT, 'SchedulerSettings is append-only');
END;
CREATE TRIGGER "SchedulerSettings_never_deleted" BEFORE DELETE ON "SchedulerSettings"
BEGIN
    SELECT RAISE(ABORT, 'SchedulerSettings is append-only');
END;

-- As before, but each lookup by itself: with an OR between them SQLite may read the whole log for every answer.
DROP TRIGGER "Review_never_replaced";
CREATE TRIGGER "Review_never_replaced" BEFORE INSERT ON "Review"
WHEN EXISTS (SELECT 1 FROM "Review" WHERE "id" = NEW."id")
    OR EXISTS (SELECT 1 FROM "Review" WHERE "seq" = NEW."seq")
    OR (NEW."undoesId" IS NOT NULL AND EXISTS (SELECT 1 FROM "Review" WHERE "undoesId" = NEW."undoesId"))
BEGIN
    SELECT RAISE(ABORT, 'Review is append-only');
END;
