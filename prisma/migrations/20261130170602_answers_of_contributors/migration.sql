-- CreateTable
CREATE TABLE "desk"."import_own_answer" (
    "import_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fact_id" TEXT COLLATE "C",
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_own_answer_pkey" PRIMARY KEY ("import_id","key")
);

-- AddForeignKey
ALTER TABLE "desk"."import_own_answer" ADD CONSTRAINT "import_own_answer_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "desk"."import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import_own_answer" ADD CONSTRAINT "import_own_answer_by_fkey" FOREIGN KEY ("by") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- Answers that contributors gave so far applied to all imports of the source. Now they apply to the imports of that
-- contributor which exist, and to no other.
INSERT INTO desk.import_own_answer (import_id, key, fact_id, by, at)
SELECT i.id, a.key, a.fact_id, a.by, a.at
FROM desk.import_answer a
  JOIN desk."user" u ON u.id = a.by AND u.role = 'CONTRIBUTOR'
  JOIN desk.import i ON i.started_by = a.by AND (i.source = a.source OR i.source = 'csv' AND i.mapping ->> 'key' = a.source);

DELETE FROM desk.import_answer a USING desk."user" u WHERE u.id = a.by AND u.role = 'CONTRIBUTOR';
