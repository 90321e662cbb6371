-- AlterTable
ALTER TABLE "desk"."job" ADD COLUMN     "import_id" TEXT;

-- CreateTable
CREATE TABLE "desk"."import" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "source" TEXT,
    "mapping" JSONB,
    "status" TEXT NOT NULL DEFAULT 'UPLOADED',
    "phase" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "running_since" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '[]',
    "grade" JSONB,
    "problem" TEXT,
    "changeset_id" TEXT,
    "started_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."import_file" (
    "id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "digest" TEXT NOT NULL DEFAULT '',
    "role" TEXT,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."import_file_part" (
    "file_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_file_part_pkey" PRIMARY KEY ("file_id","ordinal")
);

-- CreateTable
CREATE TABLE "desk"."import_row" (
    "import_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER,
    "column" TEXT,
    "key" TEXT,
    "type" TEXT,
    "outcome" TEXT NOT NULL,
    "fact_id" TEXT,
    "label" TEXT NOT NULL,
    "message" TEXT,
    "detail" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","ordinal")
);

-- CreateTable
CREATE TABLE "desk"."import_answer" (
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fact_id" TEXT,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_answer_pkey" PRIMARY KEY ("source","key")
);

-- CreateTable
CREATE TABLE "desk"."import_mapping" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_number_key" ON "desk"."import"("number");

-- CreateIndex
CREATE INDEX "import_started_by_number_idx" ON "desk"."import"("started_by", "number");

-- CreateIndex
CREATE UNIQUE INDEX "import_file_import_id_name_key" ON "desk"."import_file"("import_id", "name");

-- CreateIndex
CREATE INDEX "import_row_import_id_outcome_type_ordinal_idx" ON "desk"."import_row"("import_id", "outcome", "type", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_name_key" ON "desk"."import_mapping"("name");

-- CreateIndex
CREATE INDEX "job_import_id_idx" ON "desk"."job"("import_id");

-- AddForeignKey
ALTER TABLE "desk"."import" ADD CONSTRAINT "import_changeset_id_fkey" FOREIGN KEY ("changeset_id") REFERENCES "desk"."changeset"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import" ADD CONSTRAINT "import_started_by_fkey" FOREIGN KEY ("started_by") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import_file" ADD CONSTRAINT "import_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "desk"."import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import_file_part" ADD CONSTRAINT "import_file_part_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "desk"."import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "desk"."import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import_answer" ADD CONSTRAINT "import_answer_by_fkey" FOREIGN KEY ("by") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."import_mapping" ADD CONSTRAINT "import_mapping_by_fkey" FOREIGN KEY ("by") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
