-- Counts are kept by account and address together, and a delay is measured from the last failure. Earlier counts would
-- be misread, and would expire within minutes anyway.
TRUNCATE "desk"."sign_in_attempt";

-- AlterTable
ALTER TABLE "desk"."sign_in_attempt" RENAME COLUMN "since" TO "last_failure_at";

-- CreateIndex
CREATE INDEX "sign_in_attempt_last_failure_at_idx" ON "desk"."sign_in_attempt"("last_failure_at");

-- CreateTable
CREATE TABLE "desk"."audit_entry" (
    "number" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" TEXT,
    "kind" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT,
    "object_label" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "address" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "audit_entry_person_id_number_idx" ON "desk"."audit_entry"("person_id", "number");

-- CreateIndex
CREATE INDEX "audit_entry_kind_number_idx" ON "desk"."audit_entry"("kind", "number");

-- CreateIndex
CREATE INDEX "audit_entry_object_id_number_idx" ON "desk"."audit_entry"("object_id", "number");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "desk"."audit_entry"("at");
