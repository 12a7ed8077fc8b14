-- AlterTable
ALTER TABLE "Exhibit" ADD COLUMN "recorded" JSONB;
