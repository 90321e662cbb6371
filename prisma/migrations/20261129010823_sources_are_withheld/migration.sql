-- AlterTable
ALTER TABLE "ledger"."head" ADD COLUMN     "shows_withheld" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withheld" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "register"."source" ADD COLUMN     "republication" TEXT;

-- CreateTable
CREATE TABLE "ledger"."withheld_fact" (
    "id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "withheld_fact_pkey" PRIMARY KEY ("id")
);

ALTER TABLE register."source" ADD CONSTRAINT "source_republication_cbk" CHECK ("republication" IN ('ALLOWED', 'WITHHELD'));
CREATE INDEX "source_republication_cix" ON register."source" ("republication", id);
