-- CreateTable
CREATE TABLE "desk"."group_verdict" (
    "changeset_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_verdict_pkey" PRIMARY KEY ("changeset_id","version","type","kind","code","by")
);

-- CreateTable
CREATE TABLE "ledger"."sealed_group" (
    "changeset_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "facts" INTEGER NOT NULL,
    "facts_in_all" INTEGER NOT NULL,
    "operations_in_all" INTEGER NOT NULL,
    "samples" TEXT[],

    CONSTRAINT "sealed_group_pkey" PRIMARY KEY ("changeset_id","version","type","kind","code")
);

-- CreateTable
CREATE TABLE "ledger"."finding" (
    "changeset_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "problems" JSONB NOT NULL,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("changeset_id","version","fact_id","kind","code")
);

-- CreateIndex
CREATE INDEX "finding_changeset_id_version_type_kind_code_fact_id_idx" ON "ledger"."finding"("changeset_id", "version", "type", "kind", "code", "fact_id");

-- CreateIndex
CREATE INDEX "operation_changeset_id_type_kind_fact_id_idx" ON "desk"."operation"("changeset_id", "type", "kind", "fact_id");

-- AddForeignKey
ALTER TABLE "desk"."group_verdict" ADD CONSTRAINT "group_verdict_changeset_id_fkey" FOREIGN KEY ("changeset_id") REFERENCES "desk"."changeset"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."group_verdict" ADD CONSTRAINT "group_verdict_by_fkey" FOREIGN KEY ("by") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger"."sealed_group" ADD CONSTRAINT "sealed_group_changeset_id_version_fkey" FOREIGN KEY ("changeset_id", "version") REFERENCES "ledger"."sealed_version"("changeset_id", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger"."finding" ADD CONSTRAINT "finding_changeset_id_version_fkey" FOREIGN KEY ("changeset_id", "version") REFERENCES "ledger"."sealed_version"("changeset_id", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE desk.group_verdict ADD CONSTRAINT group_verdict_verdict CHECK (verdict IN ('LOOKED_AT', 'TO_MEND'));
ALTER TABLE desk.group_verdict ADD CONSTRAINT group_verdict_note CHECK (verdict <> 'TO_MEND' OR note <> '');
