-- AlterTable
ALTER TABLE "desk"."import" ADD COLUMN     "active_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "desk"."import_file" ADD COLUMN     "head" JSONB;
