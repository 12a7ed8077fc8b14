-- CreateTable
CREATE TABLE "Topic" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "order" INTEGER NOT NULL,
    "title" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "topicId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "keyPoints" JSONB NOT NULL,
    "simulation" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "provenance" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "Card_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardText" (
    "cardId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "full" TEXT NOT NULL,
    "keyPoints" JSONB NOT NULL,
    "mistakes" JSONB NOT NULL,
    "simulation" TEXT NOT NULL,

    PRIMARY KEY ("cardId", "language"),
    CONSTRAINT "CardText_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "Review" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "zone" TEXT NOT NULL,
    "rating" INTEGER,
    "undoesId" TEXT,
    "durationMs" INTEGER,
    "notes" TEXT,
    "tickedKeyPoints" JSONB,
    "retrievability" REAL,
    "language" TEXT,
    "algorithm" TEXT NOT NULL,
    CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Memory" (
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
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
    "missedAt" DATETIME,

    PRIMARY KEY ("learnerId", "cardId"),
    CONSTRAINT "Memory_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Memory_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Card_retiredAt_order_idx" ON "Card"("retiredAt", "order");

-- CreateIndex
CREATE UNIQUE INDEX "Review_id_key" ON "Review"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Review_undoesId_key" ON "Review"("undoesId");

-- CreateIndex
CREATE INDEX "Review_learnerId_cardId_seq_idx" ON "Review"("learnerId", "cardId", "seq");

-- CreateIndex
CREATE INDEX "Review_learnerId_seq_idx" ON "Review"("learnerId", "seq");

-- CreateIndex
CREATE INDEX "Review_learnerId_kind_at_idx" ON "Review"("learnerId", "kind", "at");

-- CreateIndex
CREATE INDEX "Memory_learnerId_state_dueAt_idx" ON "Memory"("learnerId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "Memory_learnerId_missedAt_idx" ON "Memory"("learnerId", "missedAt");

-- The log is append-only, whoever writes.
CREATE TRIGGER "Review_never_changed" BEFORE UPDATE ON "Review"
BEGIN
    SELECT RAISE(ABORT, 'Review is append-only');
END;
CREATE TRIGGER "Review_never_deleted" BEFORE DELETE ON "Review"
BEGIN
    SELECT RAISE(ABORT, 'Review is append-only');
END;

-- INSERT OR REPLACE would delete a row without the trigger above.
CREATE TRIGGER "Review_never_replaced" BEFORE INSERT ON "Review"
WHEN EXISTS (SELECT 1 FROM "Review" WHERE "id" = NEW."id" OR "seq" = NEW."seq" OR "undoesId" = NEW."undoesId")
BEGIN
    SELECT RAISE(ABORT, 'Review is append-only');
END;
CREATE TRIGGER "Review_is_sound" BEFORE INSERT ON "Review"
WHEN ((NEW."kind" = 'answer' AND NEW."rating" BETWEEN 1 AND 4 AND NEW."undoesId" IS NULL)
    OR (NEW."kind" = 'undo' AND NEW."rating" IS NULL AND NEW."undoesId" IS NOT NULL)) IS NOT TRUE
BEGIN
    SELECT RAISE(ABORT, 'Review is neither an answer nor an undo');
END;

-- Hosting more than one learner comes later; their rows are already told apart.
INSERT INTO "Learner" ("id") VALUES ('local');
