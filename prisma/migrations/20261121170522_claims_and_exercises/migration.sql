-- AlterTable
ALTER TABLE "Card" ADD COLUMN "exercise" JSONB;
ALTER TABLE "Card" ADD COLUMN "followUps" JSONB;
ALTER TABLE "Card" ADD COLUMN "requires" JSONB;

-- AlterTable
ALTER TABLE "CardText" ADD COLUMN "choices" JSONB;
ALTER TABLE "CardText" ADD COLUMN "followUps" JSONB;
ALTER TABLE "CardText" ADD COLUMN "tryIt" TEXT;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "exercise" JSONB;

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "order" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "notes" JSONB NOT NULL,
    "claim" JSONB NOT NULL,
    "statement" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "simulation" JSONB NOT NULL,
    "cards" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "NoteQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "order" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "cards" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "ContentBuild" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "digest" TEXT NOT NULL
);
