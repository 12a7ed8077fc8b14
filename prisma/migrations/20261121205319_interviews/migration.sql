-- AlterTable
ALTER TABLE "CardText" ADD COLUMN "spoken" TEXT;

-- AlterTable
ALTER TABLE "Memory" ADD COLUMN "calledAt" DATETIME;

-- CreateTable
CREATE TABLE "Interview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "wishes" JSONB NOT NULL,
    "plan" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "rolloverHour" INTEGER NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "draft" JSONB,
    "judgedAt" DATETIME,
    CONSTRAINT "Interview_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "interviewId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "board" JSONB,
    "next" JSONB,
    CONSTRAINT "InterviewEvent_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InterviewTick" (
    "interviewId" TEXT NOT NULL,
    "question" INTEGER NOT NULL,
    "ticked" JSONB NOT NULL,

    PRIMARY KEY ("interviewId", "question"),
    CONSTRAINT "InterviewTick_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Interview_learnerId_startedAt_idx" ON "Interview"("learnerId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InterviewEvent_id_key" ON "InterviewEvent"("id");

-- CreateIndex
CREATE INDEX "InterviewEvent_interviewId_seq_idx" ON "InterviewEvent"("interviewId", "seq");

-- CreateIndex
CREATE INDEX "Memory_learnerId_calledAt_idx" ON "Memory"("learnerId", "calledAt");

-- An interview answer has a rating as well; a call has none.
DROP TRIGGER "Review_is_sound";
CREATE TRIGGER "Review_is_sound" BEFORE INSERT ON "Review"
WHEN ((NEW."kind" IN ('answer', 'cram', 'interview') AND NEW."rating" BETWEEN 1 AND 4 AND NEW."undoesId" IS NULL)
    OR (NEW."kind" IN ('suspend', 'resume', 'bury', 'reset', 'call') AND NEW."rating" IS NULL AND NEW."undoesId" IS NULL)
    OR (NEW."kind" IN ('undo', 'redo') AND NEW."rating" IS NULL AND NEW."undoesId" IS NOT NULL)) IS NOT TRUE
BEGIN
    SELECT RAISE(ABORT, 'Review is of no known kind');
END;

-- What was said in an interview stays said.
CREATE TRIGGER "InterviewEvent_never_changed" BEFORE UPDATE ON "InterviewEvent"
BEGIN
    SELECT RAISE(ABORT, 'InterviewEvent is append-only');
END;
CREATE TRIGGER "InterviewEvent_never_deleted" BEFORE DELETE ON "InterviewEvent"
BEGIN
    SELECT RAISE(ABORT, 'InterviewEvent is append-only');
END;
