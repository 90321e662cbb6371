-- How a revision was approved, and a note of each running transaction that writes the register.

ALTER TABLE "ledger"."revision" ADD COLUMN "approval" TEXT;

CREATE TABLE "ledger"."pending_write" (
    "transaction" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL,
    "merged" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "pending_write_pkey" PRIMARY KEY ("transaction")
);

-- Revisions of earlier releases: by the reviews of the version that was merged.
UPDATE ledger.revision r SET approval = (
  SELECT CASE
    WHEN bool_or(v.by <> c.author_id) THEN 'PEER'
    WHEN c.author_id = 'chancery' THEN 'RELEASE'
    WHEN count(*) > 0 THEN 'SOLO'
  END
  FROM desk.changeset c JOIN ledger.review v ON v.changeset_id = c.id AND v.version = c.sealed_version AND v.verdict = 'APPROVE'
  WHERE c.id = r.changeset_id
  GROUP BY c.author_id);

ALTER TABLE ledger.revision ADD CONSTRAINT revision_approval CHECK (approval IN ('PEER', 'SOLO', 'RELEASE'));
