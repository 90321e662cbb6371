-- AlterTable
ALTER TABLE "desk"."job" ADD COLUMN     "version" INTEGER;
