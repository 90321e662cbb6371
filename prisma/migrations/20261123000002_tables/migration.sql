-- The tables of the register, the ledger and the desk, as the Prisma schema and the codebook describe them.

-- CreateTable
CREATE TABLE "register"."agreement" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_original_text" TEXT,
    "title_original_language" TEXT,
    "short_title" TEXT,
    "instrument_type" TEXT,
    "topics" TEXT[],
    "openness" TEXT,
    "depositary_id" TEXT,
    "registration_number" TEXT,
    "adopted_edtf" TEXT,
    "adopted_earliest" DATE,
    "adopted_latest" DATE,
    "adopted_basis" TEXT,
    "adopted_note" TEXT,
    "signed_edtf" TEXT,
    "signed_earliest" DATE,
    "signed_latest" DATE,
    "signed_basis" TEXT,
    "signed_note" TEXT,
    "entry_into_force_edtf" TEXT,
    "entry_into_force_earliest" DATE,
    "entry_into_force_latest" DATE,
    "entry_into_force_basis" TEXT,
    "entry_into_force_note" TEXT,
    "entry_condition" TEXT,
    "ended_edtf" TEXT,
    "ended_earliest" DATE,
    "ended_latest" DATE,
    "ended_basis" TEXT,
    "ended_note" TEXT,
    "status" TEXT,
    "url" TEXT,
    "summary" TEXT,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."party_action" (
    "id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "date_of_act_edtf" TEXT,
    "date_of_act_earliest" DATE,
    "date_of_act_latest" DATE,
    "date_of_act_basis" TEXT,
    "date_of_act_note" TEXT,
    "date_of_effect_edtf" TEXT,
    "date_of_effect_earliest" DATE,
    "date_of_effect_latest" DATE,
    "date_of_effect_basis" TEXT,
    "date_of_effect_note" TEXT,
    "wording" TEXT,
    "agreement_signed_earliest" DATE,

    CONSTRAINT "party_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."obligation" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "obligation_type" TEXT NOT NULL,
    "conditional" BOOLEAN,
    "condition" TEXT,
    "specific_threat" BOOLEAN,
    "secret" BOOLEAN,
    "asymmetric" BOOLEAN,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "agreement_signed_earliest" DATE,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'CONTRIBUTOR',
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."sign_in_attempt" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "desk"."setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "desk"."changeset" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "sealed_version" INTEGER,
    "base_revision" INTEGER NOT NULL,
    "revision" INTEGER,
    "reverts" INTEGER,
    "next_ordinal" INTEGER NOT NULL DEFAULT 1,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "changeset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."operation" (
    "id" TEXT NOT NULL,
    "changeset_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "fact_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "added_version" INTEGER NOT NULL,
    "discarded_version" INTEGER,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."comment" (
    "id" TEXT NOT NULL,
    "changeset_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fact_id" TEXT,
    "field" TEXT,
    "body" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk"."job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "changeset_id" TEXT,
    "started_by" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "outcome" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."event" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "modes" TEXT[],
    "contexts" TEXT[],
    "auxiliary" TEXT[],
    "cameo_code" TEXT,
    "score_override" DOUBLE PRECISION,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_basis" TEXT,
    "date_note" TEXT,
    "place_id" TEXT,
    "count" INTEGER,
    "exercise_id" TEXT,
    "measure_id" TEXT,
    "forum_id" TEXT,
    "summary" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."event_actor" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "agent_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "event_date_earliest" DATE,

    CONSTRAINT "event_actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."source" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source_type" TEXT NOT NULL,
    "title" TEXT,
    "authors" TEXT,
    "issued_edtf" TEXT,
    "issued_earliest" DATE,
    "issued_latest" DATE,
    "issued_basis" TEXT,
    "issued_note" TEXT,
    "publisher" TEXT,
    "container_title" TEXT,
    "url" TEXT,
    "doi" TEXT,
    "language" TEXT,
    "reliability" TEXT NOT NULL,
    "reliability_judged_edtf" TEXT,
    "reliability_judged_earliest" DATE,
    "reliability_judged_latest" DATE,
    "reliability_judged_basis" TEXT,
    "reliability_judged_note" TEXT,
    "reliability_note" TEXT,
    "independence_group" TEXT NOT NULL,
    "derived_from_id" TEXT,
    "licence" TEXT,
    "archived_text" TEXT,
    "archived_hash" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."citation" (
    "id" TEXT NOT NULL,
    "fact_id" TEXT NOT NULL,
    "field" TEXT,
    "source_id" TEXT NOT NULL,
    "page" TEXT,
    "paragraph" TEXT,
    "line" TEXT,
    "timecode" TEXT,
    "fragment" TEXT,
    "excerpt" TEXT,
    "excerpt_language" TEXT,
    "stance" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "hedge" TEXT,
    "attributed_to_id" TEXT,
    "credibility" INTEGER NOT NULL,
    "retrieved_edtf" TEXT,
    "retrieved_earliest" DATE,
    "retrieved_latest" DATE,
    "retrieved_basis" TEXT,
    "retrieved_note" TEXT,
    "note" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."claim" (
    "id" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "subject_id" TEXT,
    "predicate" TEXT,
    "object_id" TEXT,
    "via_id" TEXT,
    "place_id" TEXT,
    "item" TEXT,
    "quantity" TEXT,
    "field" TEXT,
    "value" TEXT,
    "speaker_id" TEXT,
    "modality" TEXT NOT NULL,
    "hedge" TEXT,
    "polarity" TEXT NOT NULL,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_basis" TEXT,
    "date_note" TEXT,
    "readings" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."dispute" (
    "id" TEXT NOT NULL,
    "one_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "point" TEXT,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."follows" (
    "id" TEXT NOT NULL,
    "later_id" TEXT NOT NULL,
    "earlier_id" TEXT NOT NULL,
    "relation" TEXT NOT NULL,

    CONSTRAINT "follows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."import_batch" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "credibility" INTEGER NOT NULL,
    "retrieved_edtf" TEXT,
    "retrieved_earliest" DATE,
    "retrieved_latest" DATE,
    "retrieved_basis" TEXT,
    "retrieved_note" TEXT,
    "method" TEXT,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."exercise_series" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "summary" TEXT,

    CONSTRAINT "exercise_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."exercise" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "series_id" TEXT,
    "status" TEXT NOT NULL,
    "exercise_type" TEXT,
    "domains" TEXT[],
    "focus" TEXT[],
    "start_edtf" TEXT,
    "start_earliest" DATE,
    "start_latest" DATE,
    "start_basis" TEXT,
    "start_note" TEXT,
    "end_edtf" TEXT,
    "end_earliest" DATE,
    "end_latest" DATE,
    "end_basis" TEXT,
    "end_note" TEXT,
    "place_id" TEXT,
    "location" TEXT,
    "position_latitude" DOUBLE PRECISION,
    "position_longitude" DOUBLE PRECISION,
    "summary" TEXT,

    CONSTRAINT "exercise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."participation" (
    "id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "exercise_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personnel" INTEGER,
    "forces" TEXT,
    "exercise_start_earliest" DATE,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."fact" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "evidence_status" TEXT NOT NULL DEFAULT 'RECORDED',
    "note" TEXT,
    "absences" JSONB NOT NULL DEFAULT '{}',
    "batch_id" TEXT,
    "batch_line" INTEGER,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."tombstone" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "redirect_to" TEXT,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger"."head" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger"."revision" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changeset_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "merged_by" TEXT NOT NULL,
    "reverts" INTEGER,
    "operation_count" INTEGER NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ledger"."operation" (
    "revision" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "fact_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("revision","ordinal")
);

-- CreateTable
CREATE TABLE "ledger"."sealed_version" (
    "changeset_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "operation_count" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "sealed_version_pkey" PRIMARY KEY ("changeset_id","version")
);

-- CreateTable
CREATE TABLE "ledger"."review" (
    "id" TEXT NOT NULL,
    "changeset_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."name" (
    "id" TEXT NOT NULL,
    "of_id" TEXT NOT NULL,
    "name_text" TEXT NOT NULL,
    "name_language" TEXT NOT NULL,
    "name_type" TEXT NOT NULL,
    "perspective" TEXT,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,

    CONSTRAINT "name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."external_code" (
    "id" TEXT NOT NULL,
    "of_id" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "status" TEXT,

    CONSTRAINT "external_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."organization" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "abbreviation" TEXT,
    "organization_type" TEXT NOT NULL,
    "parent_id" TEXT,
    "founding_agreement_id" TEXT,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "summary" TEXT,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."membership" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "as_of_edtf" TEXT,
    "as_of_earliest" DATE,
    "as_of_latest" DATE,
    "as_of_basis" TEXT,
    "as_of_note" TEXT,
    "status_printed" TEXT,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "identification" TEXT,
    "summary" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."office_holding" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "office_printed" TEXT NOT NULL,
    "office_normalized" TEXT,
    "body_id" TEXT,
    "disputed_administration" BOOLEAN,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,

    CONSTRAINT "office_holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."place" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place_type" TEXT NOT NULL,
    "territory_status" TEXT,
    "country_id" TEXT,
    "de_facto_controller_id" TEXT,
    "controlled_since_edtf" TEXT,
    "controlled_since_earliest" DATE,
    "controlled_since_latest" DATE,
    "controlled_since_basis" TEXT,
    "controlled_since_note" TEXT,
    "position_latitude" DOUBLE PRECISION,
    "position_longitude" DOUBLE PRECISION,
    "summary" TEXT,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."place_claim" (
    "id" TEXT NOT NULL,
    "place_id" TEXT NOT NULL,
    "claimant_id" TEXT NOT NULL,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "basis" TEXT,

    CONSTRAINT "place_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."policy_measure" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "measure_types" TEXT[],
    "objectives" TEXT[],
    "outcome" TEXT,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "legal_basis_id" TEXT,
    "summary" TEXT,

    CONSTRAINT "policy_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."measure_party" (
    "id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,

    CONSTRAINT "measure_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."resolution" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "forum_id" TEXT NOT NULL,
    "symbol" TEXT,
    "session" INTEGER,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_basis" TEXT,
    "date_note" TEXT,
    "outcome" TEXT,
    "yes" INTEGER,
    "no" INTEGER,
    "abstain" INTEGER,
    "summary" TEXT,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."ballot" (
    "id" TEXT NOT NULL,
    "resolution_id" TEXT NOT NULL,
    "state_id" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "resolution_date_earliest" DATE,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."state" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "official_name" TEXT,
    "validity_edtf" TEXT,
    "validity_earliest" DATE,
    "validity_latest" DATE,
    "validity_basis" TEXT,
    "validity_note" TEXT,
    "summary" TEXT,

    CONSTRAINT "state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register"."state_relation" (
    "id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "relation_type" TEXT NOT NULL,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_basis" TEXT,
    "date_note" TEXT,
    "scheme" TEXT,

    CONSTRAINT "state_relation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "desk"."user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "desk"."session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "desk"."session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "desk"."account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "desk"."verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "changeset_number_key" ON "desk"."changeset"("number");

-- CreateIndex
CREATE UNIQUE INDEX "changeset_revision_key" ON "desk"."changeset"("revision");

-- CreateIndex
CREATE INDEX "changeset_author_id_status_idx" ON "desk"."changeset"("author_id", "status");

-- CreateIndex
CREATE INDEX "changeset_status_updated_at_idx" ON "desk"."changeset"("status", "updated_at");

-- CreateIndex
CREATE INDEX "operation_changeset_id_fact_id_idx" ON "desk"."operation"("changeset_id", "fact_id");

-- CreateIndex
CREATE INDEX "operation_fact_id_idx" ON "desk"."operation"("fact_id");

-- CreateIndex
CREATE UNIQUE INDEX "operation_changeset_id_ordinal_key" ON "desk"."operation"("changeset_id", "ordinal");

-- CreateIndex
CREATE INDEX "comment_changeset_id_at_idx" ON "desk"."comment"("changeset_id", "at");

-- CreateIndex
CREATE INDEX "job_changeset_id_idx" ON "desk"."job"("changeset_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_changeset_id_key" ON "ledger"."revision"("changeset_id");

-- CreateIndex
CREATE INDEX "operation_fact_id_revision_idx" ON "ledger"."operation"("fact_id", "revision");

-- CreateIndex
CREATE INDEX "review_changeset_id_version_idx" ON "ledger"."review"("changeset_id", "version");

-- AddForeignKey
ALTER TABLE "register"."agreement" ADD CONSTRAINT "agreement_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."agreement" ADD CONSTRAINT "agreement_depositary_id_fkey" FOREIGN KEY ("depositary_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."party_action" ADD CONSTRAINT "party_action_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."party_action" ADD CONSTRAINT "party_action_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."party_action" ADD CONSTRAINT "party_action_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "register"."agreement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."obligation" ADD CONSTRAINT "obligation_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."obligation" ADD CONSTRAINT "obligation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "register"."agreement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."obligation" ADD CONSTRAINT "obligation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."obligation" ADD CONSTRAINT "obligation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "desk"."session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."changeset" ADD CONSTRAINT "changeset_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."operation" ADD CONSTRAINT "operation_changeset_id_fkey" FOREIGN KEY ("changeset_id") REFERENCES "desk"."changeset"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."operation" ADD CONSTRAINT "operation_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."comment" ADD CONSTRAINT "comment_changeset_id_fkey" FOREIGN KEY ("changeset_id") REFERENCES "desk"."changeset"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk"."comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "desk"."user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register"."event" ADD CONSTRAINT "event_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event" ADD CONSTRAINT "event_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "register"."place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event" ADD CONSTRAINT "event_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "register"."exercise"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event" ADD CONSTRAINT "event_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "register"."policy_measure"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event" ADD CONSTRAINT "event_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "register"."organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event_actor" ADD CONSTRAINT "event_actor_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event_actor" ADD CONSTRAINT "event_actor_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "register"."event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."event_actor" ADD CONSTRAINT "event_actor_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."source" ADD CONSTRAINT "source_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."source" ADD CONSTRAINT "source_derived_from_id_fkey" FOREIGN KEY ("derived_from_id") REFERENCES "register"."source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."citation" ADD CONSTRAINT "citation_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "register"."source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."citation" ADD CONSTRAINT "citation_attributed_to_id_fkey" FOREIGN KEY ("attributed_to_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."claim" ADD CONSTRAINT "claim_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."claim" ADD CONSTRAINT "claim_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."claim" ADD CONSTRAINT "claim_object_id_fkey" FOREIGN KEY ("object_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."claim" ADD CONSTRAINT "claim_via_id_fkey" FOREIGN KEY ("via_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."claim" ADD CONSTRAINT "claim_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."claim" ADD CONSTRAINT "claim_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."dispute" ADD CONSTRAINT "dispute_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."dispute" ADD CONSTRAINT "dispute_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."dispute" ADD CONSTRAINT "dispute_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."follows" ADD CONSTRAINT "follows_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."follows" ADD CONSTRAINT "follows_later_id_fkey" FOREIGN KEY ("later_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."follows" ADD CONSTRAINT "follows_earlier_id_fkey" FOREIGN KEY ("earlier_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."import_batch" ADD CONSTRAINT "import_batch_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."import_batch" ADD CONSTRAINT "import_batch_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "register"."source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."exercise_series" ADD CONSTRAINT "exercise_series_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."exercise" ADD CONSTRAINT "exercise_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."exercise" ADD CONSTRAINT "exercise_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "register"."exercise_series"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."exercise" ADD CONSTRAINT "exercise_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "register"."place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."participation" ADD CONSTRAINT "participation_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."participation" ADD CONSTRAINT "participation_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."participation" ADD CONSTRAINT "participation_exercise_id_fkey" FOREIGN KEY ("exercise_id") REFERENCES "register"."exercise"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."fact" ADD CONSTRAINT "fact_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "register"."import_batch"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger"."operation" ADD CONSTRAINT "operation_revision_fkey" FOREIGN KEY ("revision") REFERENCES "ledger"."revision"("number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ledger"."review" ADD CONSTRAINT "review_changeset_id_version_fkey" FOREIGN KEY ("changeset_id", "version") REFERENCES "ledger"."sealed_version"("changeset_id", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."name" ADD CONSTRAINT "name_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."name" ADD CONSTRAINT "name_of_id_fkey" FOREIGN KEY ("of_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."external_code" ADD CONSTRAINT "external_code_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."external_code" ADD CONSTRAINT "external_code_of_id_fkey" FOREIGN KEY ("of_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."organization" ADD CONSTRAINT "organization_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."organization" ADD CONSTRAINT "organization_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "register"."organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."organization" ADD CONSTRAINT "organization_founding_agreement_id_fkey" FOREIGN KEY ("founding_agreement_id") REFERENCES "register"."agreement"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."membership" ADD CONSTRAINT "membership_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."membership" ADD CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "register"."organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."person" ADD CONSTRAINT "person_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."office_holding" ADD CONSTRAINT "office_holding_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."office_holding" ADD CONSTRAINT "office_holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "register"."person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."office_holding" ADD CONSTRAINT "office_holding_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."place" ADD CONSTRAINT "place_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."place" ADD CONSTRAINT "place_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "register"."state"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."place" ADD CONSTRAINT "place_de_facto_controller_id_fkey" FOREIGN KEY ("de_facto_controller_id") REFERENCES "register"."state"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."place_claim" ADD CONSTRAINT "place_claim_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."place_claim" ADD CONSTRAINT "place_claim_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "register"."place"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."place_claim" ADD CONSTRAINT "place_claim_claimant_id_fkey" FOREIGN KEY ("claimant_id") REFERENCES "register"."state"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."policy_measure" ADD CONSTRAINT "policy_measure_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."policy_measure" ADD CONSTRAINT "policy_measure_legal_basis_id_fkey" FOREIGN KEY ("legal_basis_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."measure_party" ADD CONSTRAINT "measure_party_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."measure_party" ADD CONSTRAINT "measure_party_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."measure_party" ADD CONSTRAINT "measure_party_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "register"."policy_measure"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."resolution" ADD CONSTRAINT "resolution_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."resolution" ADD CONSTRAINT "resolution_forum_id_fkey" FOREIGN KEY ("forum_id") REFERENCES "register"."organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."ballot" ADD CONSTRAINT "ballot_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."ballot" ADD CONSTRAINT "ballot_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "register"."resolution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."ballot" ADD CONSTRAINT "ballot_state_id_fkey" FOREIGN KEY ("state_id") REFERENCES "register"."state"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."state" ADD CONSTRAINT "state_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."state_relation" ADD CONSTRAINT "state_relation_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."state_relation" ADD CONSTRAINT "state_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "register"."state"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."state_relation" ADD CONSTRAINT "state_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "register"."state"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;


-- What the codebook asks of them.
ALTER TABLE register."fact" ADD CONSTRAINT "fact_id_cbk" CHECK (id ~ '^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."fact" ADD CONSTRAINT "fact_type_cbk" CHECK (type = CASE split_part(id, '_', 1) WHEN 'st' THEN 'State' WHEN 'org' THEN 'Organization' WHEN 'agr' THEN 'Agreement' WHEN 'ser' THEN 'ExerciseSeries' WHEN 'ex' THEN 'Exercise' WHEN 'ev' THEN 'Event' WHEN 'pm' THEN 'PolicyMeasure' WHEN 'res' THEN 'Resolution' WHEN 'pl' THEN 'Place' WHEN 'pe' THEN 'Person' WHEN 'src' THEN 'Source' WHEN 'cl' THEN 'Claim' WHEN 'bat' THEN 'ImportBatch' WHEN 'mem' THEN 'Membership' WHEN 'act' THEN 'PartyAction' WHEN 'obl' THEN 'Obligation' WHEN 'par' THEN 'Participation' WHEN 'ea' THEN 'EventActor' WHEN 'mp' THEN 'MeasureParty' WHEN 'bal' THEN 'Ballot' WHEN 'pc' THEN 'PlaceClaim' WHEN 'off' THEN 'OfficeHolding' WHEN 'sr' THEN 'StateRelation' WHEN 'xc' THEN 'ExternalCode' WHEN 'nm' THEN 'Name' WHEN 'dis' THEN 'Dispute' WHEN 'fol' THEN 'Follows' END);
ALTER TABLE register."fact" ADD CONSTRAINT "fact_label_cbk" CHECK (label <> '');
ALTER TABLE register."fact" ADD CONSTRAINT "fact_evidence_status_cbk" CHECK (evidence_status IN ('RECORDED', 'NEEDS_SECOND_SOURCE', 'DISPUTED', 'ACCEPTED', 'RETRACTED', 'REFUTED'));
ALTER TABLE register."fact" ADD CONSTRAINT "fact_absences_cbk" CHECK (jsonb_typeof(absences) = 'object');
CREATE INDEX "fact_type_cix" ON register."fact" (type, id);
CREATE INDEX "fact_evidence_status_cix" ON register."fact" (evidence_status, id);
CREATE INDEX "fact_label_words_cix" ON register."fact" USING gin (register.fold(label) public.gin_trgm_ops) WHERE type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch');
CREATE INDEX "fact_batch_cix" ON register."fact" (batch_id, batch_line);
ALTER TABLE register."state" ADD CONSTRAINT "state_id_cbk" CHECK (id ~ '^st_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."state" ADD CONSTRAINT "state_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."state" ADD CONSTRAINT "state_official_name_cbk" CHECK (char_length("official_name") BETWEEN 1 AND 600);
ALTER TABLE register."state" ADD CONSTRAINT "state_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."state" ADD CONSTRAINT "state_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."state" ADD CONSTRAINT "state_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."state" ADD CONSTRAINT "state_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "state_name_cix" ON register."state" ("name", id);
CREATE INDEX "state_name_words_cix" ON register."state" USING gin (register.fold("name") public.gin_trgm_ops);
CREATE INDEX "state_official_name_cix" ON register."state" ("official_name", id);
CREATE INDEX "state_official_name_words_cix" ON register."state" USING gin (register.fold("official_name") public.gin_trgm_ops);
CREATE INDEX "state_validity_earliest_cix" ON register."state" ("validity_earliest", id);
ALTER TABLE register."organization" ADD CONSTRAINT "organization_id_cbk" CHECK (id ~ '^org_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."organization" ADD CONSTRAINT "organization_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."organization" ADD CONSTRAINT "organization_abbreviation_cbk" CHECK (char_length("abbreviation") BETWEEN 1 AND 600);
ALTER TABLE register."organization" ADD CONSTRAINT "organization_organization_type_cbk" CHECK ("organization_type" IN ('IGO_FORMAL', 'IGO_INFORMAL', 'ORGAN', 'EMANATION', 'ALLIANCE_ORG'));
ALTER TABLE register."organization" ADD CONSTRAINT "organization_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."organization" ADD CONSTRAINT "organization_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."organization" ADD CONSTRAINT "organization_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."organization" ADD CONSTRAINT "organization_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "organization_name_cix" ON register."organization" ("name", id);
CREATE INDEX "organization_name_words_cix" ON register."organization" USING gin (register.fold("name") public.gin_trgm_ops);
CREATE INDEX "organization_abbreviation_cix" ON register."organization" ("abbreviation", id);
CREATE INDEX "organization_abbreviation_words_cix" ON register."organization" USING gin (register.fold("abbreviation") public.gin_trgm_ops);
CREATE INDEX "organization_organization_type_cix" ON register."organization" ("organization_type", id);
CREATE INDEX "organization_parent_id_cix" ON register."organization" ("parent_id", id);
CREATE INDEX "organization_founding_agreement_id_cix" ON register."organization" ("founding_agreement_id", id);
CREATE INDEX "organization_validity_earliest_cix" ON register."organization" ("validity_earliest", id);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_id_cbk" CHECK (id ~ '^agr_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_title_cbk" CHECK (char_length("title") BETWEEN 1 AND 600);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_title_original_text_cbk" CHECK (num_nulls("title_original_text", "title_original_language") IN (0, 2));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_short_title_cbk" CHECK (char_length("short_title") BETWEEN 1 AND 600);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_instrument_type_cbk" CHECK ("instrument_type" IN ('TREATY', 'PROTOCOL', 'AMENDMENT', 'EXCHANGE_OF_NOTES', 'MOU', 'JOINT_STATEMENT', 'POLITICAL_COMMITMENT', 'CONTRACT'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_topics_cbk" CHECK ("topics" <@ ARRAY['ALLIANCE', 'ARMS_CONTROL', 'MILITARY_COOPERATION', 'BORDER', 'TRADE', 'INVESTMENT', 'ENERGY', 'NUCLEAR', 'TRANSPORT', 'ENVIRONMENT', 'LEGAL', 'CULTURE', 'FRIENDSHIP', 'PEACE', 'INSTITUTION']::text[] AND cardinality("topics") > 0);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_openness_cbk" CHECK ("openness" IN ('BILATERAL', 'CLOSED', 'RESTRICTED', 'OPEN'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_depositary_id_cbk" CHECK (split_part("depositary_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_registration_number_cbk" CHECK (char_length("registration_number") BETWEEN 1 AND 200);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_adopted_edtf_cbk" CHECK ("adopted_edtf" IS NOT NULL OR num_nonnulls("adopted_earliest", "adopted_latest", "adopted_basis", "adopted_note") = 0);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_adopted_edtf_2_cbk" CHECK ("adopted_earliest" <= "adopted_latest");
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_adopted_edtf_3_cbk" CHECK ("adopted_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_signed_edtf_cbk" CHECK ("signed_edtf" IS NOT NULL OR num_nonnulls("signed_earliest", "signed_latest", "signed_basis", "signed_note") = 0);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_signed_edtf_2_cbk" CHECK ("signed_earliest" <= "signed_latest");
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_signed_edtf_3_cbk" CHECK ("signed_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_entry_into_force_edtf_cbk" CHECK ("entry_into_force_edtf" IS NOT NULL OR num_nonnulls("entry_into_force_earliest", "entry_into_force_latest", "entry_into_force_basis", "entry_into_force_note") = 0);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_entry_into_force_edtf_2_cbk" CHECK ("entry_into_force_earliest" <= "entry_into_force_latest");
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_entry_into_force_edtf_3_cbk" CHECK ("entry_into_force_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_entry_condition_cbk" CHECK (char_length("entry_condition") BETWEEN 1 AND 50000);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_ended_edtf_cbk" CHECK ("ended_edtf" IS NOT NULL OR num_nonnulls("ended_earliest", "ended_latest", "ended_basis", "ended_note") = 0);
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_ended_edtf_2_cbk" CHECK ("ended_earliest" <= "ended_latest");
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_ended_edtf_3_cbk" CHECK ("ended_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_status_cbk" CHECK ("status" IN ('DRAFT', 'ADOPTED', 'SIGNED', 'IN_FORCE', 'PROVISIONALLY_APPLIED', 'SUSPENDED', 'TERMINATED', 'EXPIRED', 'NEVER_ENTERED'));
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_url_cbk" CHECK ("url" ~ '^https?://');
ALTER TABLE register."agreement" ADD CONSTRAINT "agreement_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "agreement_title_cix" ON register."agreement" ("title", id);
CREATE INDEX "agreement_title_words_cix" ON register."agreement" USING gin (register.fold("title") public.gin_trgm_ops);
CREATE INDEX "agreement_short_title_cix" ON register."agreement" ("short_title", id);
CREATE INDEX "agreement_short_title_words_cix" ON register."agreement" USING gin (register.fold("short_title") public.gin_trgm_ops);
CREATE INDEX "agreement_instrument_type_cix" ON register."agreement" ("instrument_type", id);
CREATE INDEX "agreement_topics_cix" ON register."agreement" USING gin ("topics");
CREATE INDEX "agreement_openness_cix" ON register."agreement" ("openness", id);
CREATE INDEX "agreement_depositary_id_cix" ON register."agreement" ("depositary_id", id);
CREATE INDEX "agreement_registration_number_cix" ON register."agreement" ("registration_number", id);
CREATE INDEX "agreement_adopted_earliest_cix" ON register."agreement" ("adopted_earliest", id);
CREATE INDEX "agreement_signed_earliest_cix" ON register."agreement" ("signed_earliest", id);
CREATE INDEX "agreement_entry_into_force_earliest_cix" ON register."agreement" ("entry_into_force_earliest", id);
CREATE INDEX "agreement_ended_earliest_cix" ON register."agreement" ("ended_earliest", id);
CREATE INDEX "agreement_status_cix" ON register."agreement" ("status", id);
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_id_cbk" CHECK (id ~ '^ser_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "exercise_series_name_cix" ON register."exercise_series" ("name", id);
CREATE INDEX "exercise_series_name_words_cix" ON register."exercise_series" USING gin (register.fold("name") public.gin_trgm_ops);
CREATE INDEX "exercise_series_validity_earliest_cix" ON register."exercise_series" ("validity_earliest", id);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_id_cbk" CHECK (id ~ '^ex_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_status_cbk" CHECK ("status" IN ('ANNOUNCED', 'PLANNED', 'UNDER_WAY', 'HELD', 'CANCELLED', 'POSTPONED', 'UNKNOWN'));
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_exercise_type_cbk" CHECK ("exercise_type" IN ('FIELD_TRAINING', 'COMMAND_POST', 'TABLE_TOP', 'LIVE_FIRE', 'STAFF', 'COMPUTER_ASSISTED', 'SNAP', 'UNSPECIFIED'));
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_domains_cbk" CHECK ("domains" <@ ARRAY['AIR', 'LAND', 'SEA', 'AMPHIBIOUS', 'CYBER', 'SPACE']::text[] AND cardinality("domains") > 0);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_focus_cbk" CHECK ("focus" <@ ARRAY['WARFIGHTING', 'HUMANITARIAN', 'PEACEKEEPING', 'COUNTER_TERRORISM', 'SEARCH_RESCUE', 'UNKNOWN']::text[] AND cardinality("focus") > 0);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_start_edtf_cbk" CHECK ("start_edtf" IS NOT NULL OR num_nonnulls("start_earliest", "start_latest", "start_basis", "start_note") = 0);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_start_edtf_2_cbk" CHECK ("start_earliest" <= "start_latest");
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_start_edtf_3_cbk" CHECK ("start_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_end_edtf_cbk" CHECK ("end_edtf" IS NOT NULL OR num_nonnulls("end_earliest", "end_latest", "end_basis", "end_note") = 0);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_end_edtf_2_cbk" CHECK ("end_earliest" <= "end_latest");
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_end_edtf_3_cbk" CHECK ("end_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_location_cbk" CHECK (char_length("location") BETWEEN 1 AND 600);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_position_latitude_cbk" CHECK (num_nulls("position_latitude", "position_longitude") IN (0, 2));
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_position_latitude_2_cbk" CHECK ("position_latitude" BETWEEN -90 AND 90);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_position_latitude_3_cbk" CHECK ("position_longitude" BETWEEN -180 AND 180);
ALTER TABLE register."exercise" ADD CONSTRAINT "exercise_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "exercise_name_cix" ON register."exercise" ("name", id);
CREATE INDEX "exercise_name_words_cix" ON register."exercise" USING gin (register.fold("name") public.gin_trgm_ops);
CREATE INDEX "exercise_series_id_cix" ON register."exercise" ("series_id", id);
CREATE INDEX "exercise_status_cix" ON register."exercise" ("status", id);
CREATE INDEX "exercise_exercise_type_cix" ON register."exercise" ("exercise_type", id);
CREATE INDEX "exercise_domains_cix" ON register."exercise" USING gin ("domains");
CREATE INDEX "exercise_focus_cix" ON register."exercise" USING gin ("focus");
CREATE INDEX "exercise_start_earliest_cix" ON register."exercise" ("start_earliest", id);
CREATE INDEX "exercise_end_earliest_cix" ON register."exercise" ("end_earliest", id);
CREATE INDEX "exercise_place_id_cix" ON register."exercise" ("place_id", id);
ALTER TABLE register."event" ADD CONSTRAINT "event_id_cbk" CHECK (id ~ '^ev_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."event" ADD CONSTRAINT "event_title_cbk" CHECK (char_length("title") BETWEEN 1 AND 600);
ALTER TABLE register."event" ADD CONSTRAINT "event_category_cbk" CHECK ("category" IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'));
ALTER TABLE register."event" ADD CONSTRAINT "event_modes_cbk" CHECK ("modes" <@ ARRAY['VISIT', 'THIRD_PARTY', 'MULTILATERAL', 'PHONE', 'WITHDRAW', 'RELEASE', 'RETURN', 'DISARM', 'CEASEFIRE', 'ACCESS', 'RESIGN', 'ASSIST', 'CHANGE', 'YIELD', 'MEET', 'DISAPPROVE', 'INVESTIGATE', 'ALLEGE', 'RESTRICT', 'ARREST', 'RELATIONS', 'EXPEL', 'TERRITORY', 'VIOLENCE', 'DEMO', 'RIOT', 'STRIKE', 'HUNGER', 'BOYCOTT', 'OBSTRUCT', 'CONVICT', 'DISCONTINUE', 'TROOPS', 'WEAPONS', 'POLICE', 'MILITIA', 'SEIZE', 'CENSOR', 'CURFEW', 'MARTIAL_LAW', 'DEPORT', 'WITHHOLD', 'MISINFORMATION', 'CYBER', 'ABDUCT', 'BEAT', 'TORTURE', 'SEXUAL', 'TARGETED', 'DESTROY', 'PRIMITIVE', 'FIREARMS', 'EXPLOSIVES', 'SUICIDE_ATTACK', 'AERIAL', 'DRONE', 'HEAVY_WEAPONS', 'CROWD_CONTROL', 'UNCONVENTIONAL']::text[] AND cardinality("modes") > 0);
ALTER TABLE register."event" ADD CONSTRAINT "event_contexts_cbk" CHECK ("contexts" <@ ARRAY['MILITARY', 'INTELLIGENCE', 'EXECUTIVE', 'LEGISLATIVE', 'ELECTION', 'POLITICAL_INSTITUTIONS', 'LEGAL', 'PRO_DEMOCRACY', 'PRO_AUTOCRACY', 'HUMAN_RIGHTS', 'DIPLOMATIC', 'TERRITORY', 'PEACEKEEPING', 'ECONOMIC', 'RESOURCE', 'ENVIRONMENT', 'NATURAL_DISASTER', 'DISEASE', 'HUMANITARIAN', 'MIGRATION', 'REFUGEES', 'CRIME', 'CORRUPTION', 'ILLEGAL_DRUGS', 'TERRORISM', 'CYBER', 'MISINFORMATION', 'CBRN', 'TECHNOLOGY', 'SPACE', 'EDUCATION', 'MEDIA', 'RELIGION', 'ETHNIC', 'GENDER', 'LABOR', 'CULTURE']::text[] AND cardinality("contexts") > 0);
ALTER TABLE register."event" ADD CONSTRAINT "event_auxiliary_cbk" CHECK ("auxiliary" <@ ARRAY['HISTORICAL', 'FUTURE', 'HYPOTHETICAL', 'NEGATION']::text[] AND cardinality("auxiliary") > 0);
ALTER TABLE register."event" ADD CONSTRAINT "event_cameo_code_cbk" CHECK (char_length("cameo_code") BETWEEN 1 AND 200);
ALTER TABLE register."event" ADD CONSTRAINT "event_cameo_code_2_cbk" CHECK ("cameo_code" ~ '^[0-2][0-9]{1,3}$');
ALTER TABLE register."event" ADD CONSTRAINT "event_score_override_cbk" CHECK ("score_override" BETWEEN -10 AND 10);
ALTER TABLE register."event" ADD CONSTRAINT "event_date_edtf_cbk" CHECK ("date_edtf" IS NOT NULL OR num_nonnulls("date_earliest", "date_latest", "date_basis", "date_note") = 0);
ALTER TABLE register."event" ADD CONSTRAINT "event_date_edtf_2_cbk" CHECK ("date_earliest" <= "date_latest");
ALTER TABLE register."event" ADD CONSTRAINT "event_date_edtf_3_cbk" CHECK ("date_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."event" ADD CONSTRAINT "event_count_cbk" CHECK ("count" >= 1);
ALTER TABLE register."event" ADD CONSTRAINT "event_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "event_title_cix" ON register."event" ("title", id);
CREATE INDEX "event_title_words_cix" ON register."event" USING gin (register.fold("title") public.gin_trgm_ops);
CREATE INDEX "event_category_cix" ON register."event" ("category", id);
CREATE INDEX "event_modes_cix" ON register."event" USING gin ("modes");
CREATE INDEX "event_contexts_cix" ON register."event" USING gin ("contexts");
CREATE INDEX "event_auxiliary_cix" ON register."event" USING gin ("auxiliary");
CREATE INDEX "event_cameo_code_cix" ON register."event" ("cameo_code", id);
CREATE INDEX "event_date_earliest_cix" ON register."event" ("date_earliest", id);
CREATE INDEX "event_place_id_cix" ON register."event" ("place_id", id);
CREATE INDEX "event_exercise_id_cix" ON register."event" ("exercise_id", id);
CREATE INDEX "event_measure_id_cix" ON register."event" ("measure_id", id);
CREATE INDEX "event_forum_id_cix" ON register."event" ("forum_id", id);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_id_cbk" CHECK (id ~ '^pm_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_title_cbk" CHECK (char_length("title") BETWEEN 1 AND 600);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_nature_cbk" CHECK ("nature" IN ('SANCTION', 'FACILITATION', 'OTHER'));
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_measure_types_cbk" CHECK ("measure_types" <@ ARRAY['TRADE', 'ARMS', 'MILITARY_ASSISTANCE', 'FINANCIAL', 'TRAVEL', 'OTHER']::text[] AND cardinality("measure_types") > 0);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_objectives_cbk" CHECK ("objectives" <@ ARRAY['POLICY_CHANGE', 'REGIME_DESTABILIZATION', 'TERRITORIAL_CONFLICT', 'PREVENT_WAR', 'END_WAR', 'HUMAN_RIGHTS', 'DEMOCRACY', 'TERRORISM', 'OTHER']::text[] AND cardinality("objectives") > 0);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_outcome_cbk" CHECK ("outcome" IN ('SUCCESS_TOTAL', 'SUCCESS_PARTIAL', 'NEGOTIATION', 'FAILED', 'ONGOING'));
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "policy_measure_title_cix" ON register."policy_measure" ("title", id);
CREATE INDEX "policy_measure_title_words_cix" ON register."policy_measure" USING gin (register.fold("title") public.gin_trgm_ops);
CREATE INDEX "policy_measure_nature_cix" ON register."policy_measure" ("nature", id);
CREATE INDEX "policy_measure_measure_types_cix" ON register."policy_measure" USING gin ("measure_types");
CREATE INDEX "policy_measure_objectives_cix" ON register."policy_measure" USING gin ("objectives");
CREATE INDEX "policy_measure_outcome_cix" ON register."policy_measure" ("outcome", id);
CREATE INDEX "policy_measure_validity_earliest_cix" ON register."policy_measure" ("validity_earliest", id);
CREATE INDEX "policy_measure_legal_basis_id_cix" ON register."policy_measure" ("legal_basis_id", id);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_id_cbk" CHECK (id ~ '^res_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_title_cbk" CHECK (char_length("title") BETWEEN 1 AND 600);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_symbol_cbk" CHECK (char_length("symbol") BETWEEN 1 AND 200);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_session_cbk" CHECK ("session" >= 1);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_date_edtf_cbk" CHECK ("date_edtf" IS NOT NULL OR num_nonnulls("date_earliest", "date_latest", "date_basis", "date_note") = 0);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_date_edtf_2_cbk" CHECK ("date_earliest" <= "date_latest");
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_date_edtf_3_cbk" CHECK ("date_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_outcome_cbk" CHECK ("outcome" IN ('ADOPTED', 'REJECTED', 'VETOED', 'WITHDRAWN'));
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_yes_cbk" CHECK ("yes" >= 0);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_no_cbk" CHECK ("no" >= 0);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_abstain_cbk" CHECK ("abstain" >= 0);
ALTER TABLE register."resolution" ADD CONSTRAINT "resolution_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "resolution_title_cix" ON register."resolution" ("title", id);
CREATE INDEX "resolution_title_words_cix" ON register."resolution" USING gin (register.fold("title") public.gin_trgm_ops);
CREATE INDEX "resolution_forum_id_cix" ON register."resolution" ("forum_id", id);
CREATE INDEX "resolution_symbol_cix" ON register."resolution" ("symbol", id);
CREATE INDEX "resolution_session_cix" ON register."resolution" ("session", id);
CREATE INDEX "resolution_date_earliest_cix" ON register."resolution" ("date_earliest", id);
CREATE INDEX "resolution_outcome_cix" ON register."resolution" ("outcome", id);
ALTER TABLE register."place" ADD CONSTRAINT "place_id_cbk" CHECK (id ~ '^pl_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."place" ADD CONSTRAINT "place_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."place" ADD CONSTRAINT "place_place_type_cbk" CHECK ("place_type" IN ('CITY', 'FACILITY', 'REGION', 'STRAIT', 'SEA_AREA', 'DISPUTED_TERRITORY'));
ALTER TABLE register."place" ADD CONSTRAINT "place_territory_status_cbk" CHECK ("territory_status" IN ('UNDISPUTED', 'DISPUTED', 'OCCUPIED', 'ANNEXED_UNRECOGNIZED', 'DE_FACTO_STATE', 'INTERNATIONAL_WATERS', 'INTERNAL_WATERS', 'TERRITORIAL_SEA', 'NEUTRAL_ZONE'));
ALTER TABLE register."place" ADD CONSTRAINT "place_controlled_since_edtf_cbk" CHECK ("controlled_since_edtf" IS NOT NULL OR num_nonnulls("controlled_since_earliest", "controlled_since_latest", "controlled_since_basis", "controlled_since_note") = 0);
ALTER TABLE register."place" ADD CONSTRAINT "place_controlled_since_edtf_2_cbk" CHECK ("controlled_since_earliest" <= "controlled_since_latest");
ALTER TABLE register."place" ADD CONSTRAINT "place_controlled_since_edtf_3_cbk" CHECK ("controlled_since_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."place" ADD CONSTRAINT "place_position_latitude_cbk" CHECK (num_nulls("position_latitude", "position_longitude") IN (0, 2));
ALTER TABLE register."place" ADD CONSTRAINT "place_position_latitude_2_cbk" CHECK ("position_latitude" BETWEEN -90 AND 90);
ALTER TABLE register."place" ADD CONSTRAINT "place_position_latitude_3_cbk" CHECK ("position_longitude" BETWEEN -180 AND 180);
ALTER TABLE register."place" ADD CONSTRAINT "place_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "place_name_cix" ON register."place" ("name", id);
CREATE INDEX "place_name_words_cix" ON register."place" USING gin (register.fold("name") public.gin_trgm_ops);
CREATE INDEX "place_place_type_cix" ON register."place" ("place_type", id);
CREATE INDEX "place_territory_status_cix" ON register."place" ("territory_status", id);
CREATE INDEX "place_country_id_cix" ON register."place" ("country_id", id);
CREATE INDEX "place_de_facto_controller_id_cix" ON register."place" ("de_facto_controller_id", id);
CREATE INDEX "place_controlled_since_earliest_cix" ON register."place" ("controlled_since_earliest", id);
ALTER TABLE register."person" ADD CONSTRAINT "person_id_cbk" CHECK (id ~ '^pe_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."person" ADD CONSTRAINT "person_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."person" ADD CONSTRAINT "person_identification_cbk" CHECK (char_length("identification") BETWEEN 1 AND 50000);
ALTER TABLE register."person" ADD CONSTRAINT "person_summary_cbk" CHECK (char_length("summary") BETWEEN 1 AND 50000);
CREATE INDEX "person_name_cix" ON register."person" ("name", id);
CREATE INDEX "person_name_words_cix" ON register."person" USING gin (register.fold("name") public.gin_trgm_ops);
ALTER TABLE register."source" ADD CONSTRAINT "source_id_cbk" CHECK (id ~ '^src_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."source" ADD CONSTRAINT "source_name_cbk" CHECK (char_length("name") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_source_type_cbk" CHECK ("source_type" IN ('ARTICLE', 'ARTICLE_JOURNAL', 'ARTICLE_MAGAZINE', 'ARTICLE_NEWSPAPER', 'BOOK', 'CHAPTER', 'DATASET', 'BROADCAST', 'LEGAL_CASE', 'LEGISLATION', 'POST', 'PRESS_RELEASE', 'REPORT', 'SPEECH', 'TREATY', 'WEBPAGE'));
ALTER TABLE register."source" ADD CONSTRAINT "source_title_cbk" CHECK (char_length("title") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_authors_cbk" CHECK (char_length("authors") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_issued_edtf_cbk" CHECK ("issued_edtf" IS NOT NULL OR num_nonnulls("issued_earliest", "issued_latest", "issued_basis", "issued_note") = 0);
ALTER TABLE register."source" ADD CONSTRAINT "source_issued_edtf_2_cbk" CHECK ("issued_earliest" <= "issued_latest");
ALTER TABLE register."source" ADD CONSTRAINT "source_issued_edtf_3_cbk" CHECK ("issued_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."source" ADD CONSTRAINT "source_publisher_cbk" CHECK (char_length("publisher") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_container_title_cbk" CHECK (char_length("container_title") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_url_cbk" CHECK ("url" ~ '^https?://');
ALTER TABLE register."source" ADD CONSTRAINT "source_doi_cbk" CHECK (char_length("doi") BETWEEN 1 AND 200);
ALTER TABLE register."source" ADD CONSTRAINT "source_doi_2_cbk" CHECK ("doi" ~ '^10\.\d{4,9}\/\S+$');
ALTER TABLE register."source" ADD CONSTRAINT "source_language_cbk" CHECK (char_length("language") BETWEEN 1 AND 200);
ALTER TABLE register."source" ADD CONSTRAINT "source_language_2_cbk" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
ALTER TABLE register."source" ADD CONSTRAINT "source_reliability_cbk" CHECK ("reliability" IN ('A', 'B', 'C', 'D', 'E', 'F'));
ALTER TABLE register."source" ADD CONSTRAINT "source_reliability_judged_edtf_cbk" CHECK ("reliability_judged_edtf" IS NOT NULL OR num_nonnulls("reliability_judged_earliest", "reliability_judged_latest", "reliability_judged_basis", "reliability_judged_note") = 0);
ALTER TABLE register."source" ADD CONSTRAINT "source_reliability_judged_edtf_2_cbk" CHECK ("reliability_judged_earliest" <= "reliability_judged_latest");
ALTER TABLE register."source" ADD CONSTRAINT "source_reliability_judged_edtf_3_cbk" CHECK ("reliability_judged_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."source" ADD CONSTRAINT "source_reliability_note_cbk" CHECK (char_length("reliability_note") BETWEEN 1 AND 50000);
ALTER TABLE register."source" ADD CONSTRAINT "source_independence_group_cbk" CHECK (char_length("independence_group") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_licence_cbk" CHECK (char_length("licence") BETWEEN 1 AND 600);
ALTER TABLE register."source" ADD CONSTRAINT "source_archived_text_cbk" CHECK (char_length("archived_text") BETWEEN 1 AND 50000);
ALTER TABLE register."source" ADD CONSTRAINT "source_archived_hash_cbk" CHECK (char_length("archived_hash") BETWEEN 1 AND 200);
ALTER TABLE register."source" ADD CONSTRAINT "source_archived_hash_2_cbk" CHECK ("archived_hash" ~ '^[0-9a-f]{64}$');
CREATE INDEX "source_name_cix" ON register."source" ("name", id);
CREATE INDEX "source_name_words_cix" ON register."source" USING gin (register.fold("name") public.gin_trgm_ops);
CREATE INDEX "source_source_type_cix" ON register."source" ("source_type", id);
CREATE INDEX "source_title_cix" ON register."source" ("title", id);
CREATE INDEX "source_title_words_cix" ON register."source" USING gin (register.fold("title") public.gin_trgm_ops);
CREATE INDEX "source_authors_cix" ON register."source" ("authors", id);
CREATE INDEX "source_authors_words_cix" ON register."source" USING gin (register.fold("authors") public.gin_trgm_ops);
CREATE INDEX "source_issued_earliest_cix" ON register."source" ("issued_earliest", id);
CREATE INDEX "source_publisher_cix" ON register."source" ("publisher", id);
CREATE INDEX "source_publisher_words_cix" ON register."source" USING gin (register.fold("publisher") public.gin_trgm_ops);
CREATE INDEX "source_container_title_cix" ON register."source" ("container_title", id);
CREATE INDEX "source_container_title_words_cix" ON register."source" USING gin (register.fold("container_title") public.gin_trgm_ops);
CREATE INDEX "source_doi_cix" ON register."source" ("doi", id);
CREATE INDEX "source_language_cix" ON register."source" ("language", id);
CREATE INDEX "source_reliability_cix" ON register."source" ("reliability", id);
CREATE INDEX "source_independence_group_cix" ON register."source" ("independence_group", id);
CREATE INDEX "source_independence_group_words_cix" ON register."source" USING gin (register.fold("independence_group") public.gin_trgm_ops);
CREATE INDEX "source_derived_from_id_cix" ON register."source" ("derived_from_id", id);
CREATE INDEX "source_licence_cix" ON register."source" ("licence", id);
CREATE INDEX "source_licence_words_cix" ON register."source" USING gin (register.fold("licence") public.gin_trgm_ops);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_id_cbk" CHECK (id ~ '^cl_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."claim" ADD CONSTRAINT "claim_statement_cbk" CHECK (char_length("statement") BETWEEN 1 AND 600);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_predicate_cbk" CHECK (char_length("predicate") BETWEEN 1 AND 200);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_predicate_2_cbk" CHECK ("predicate" ~ '^[a-z][A-Za-z0-9]*$');
ALTER TABLE register."claim" ADD CONSTRAINT "claim_item_cbk" CHECK (char_length("item") BETWEEN 1 AND 600);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_quantity_cbk" CHECK (char_length("quantity") BETWEEN 1 AND 600);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_field_cbk" CHECK (char_length("field") BETWEEN 1 AND 200);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_field_2_cbk" CHECK ("field" ~ '^[a-z][A-Za-z0-9]*$');
ALTER TABLE register."claim" ADD CONSTRAINT "claim_value_cbk" CHECK (char_length("value") BETWEEN 1 AND 50000);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_speaker_id_cbk" CHECK (split_part("speaker_id", '_', 1) IN ('st', 'org', 'pe'));
ALTER TABLE register."claim" ADD CONSTRAINT "claim_modality_cbk" CHECK ("modality" IN ('ASSERTED', 'PRESUPPOSED', 'IMPLIED', 'ANNOUNCED', 'REPORTED', 'ALLEGED', 'SPECULATED', 'ASSESSMENT', 'PREDICTED', 'CONDITIONAL', 'DENIED', 'UNKNOWN'));
ALTER TABLE register."claim" ADD CONSTRAINT "claim_hedge_cbk" CHECK (char_length("hedge") BETWEEN 1 AND 600);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_polarity_cbk" CHECK ("polarity" IN ('AFFIRMS', 'DENIES', 'OPEN'));
ALTER TABLE register."claim" ADD CONSTRAINT "claim_date_edtf_cbk" CHECK ("date_edtf" IS NOT NULL OR num_nonnulls("date_earliest", "date_latest", "date_basis", "date_note") = 0);
ALTER TABLE register."claim" ADD CONSTRAINT "claim_date_edtf_2_cbk" CHECK ("date_earliest" <= "date_latest");
ALTER TABLE register."claim" ADD CONSTRAINT "claim_date_edtf_3_cbk" CHECK ("date_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."claim" ADD CONSTRAINT "claim_readings_cbk" CHECK (char_length("readings") BETWEEN 1 AND 50000);
CREATE INDEX "claim_statement_cix" ON register."claim" ("statement", id);
CREATE INDEX "claim_statement_words_cix" ON register."claim" USING gin (register.fold("statement") public.gin_trgm_ops);
CREATE INDEX "claim_subject_id_cix" ON register."claim" ("subject_id", id);
CREATE INDEX "claim_predicate_cix" ON register."claim" ("predicate", id);
CREATE INDEX "claim_object_id_cix" ON register."claim" ("object_id", id);
CREATE INDEX "claim_via_id_cix" ON register."claim" ("via_id", id);
CREATE INDEX "claim_place_id_cix" ON register."claim" ("place_id", id);
CREATE INDEX "claim_item_cix" ON register."claim" ("item", id);
CREATE INDEX "claim_item_words_cix" ON register."claim" USING gin (register.fold("item") public.gin_trgm_ops);
CREATE INDEX "claim_field_cix" ON register."claim" ("field", id);
CREATE INDEX "claim_speaker_id_cix" ON register."claim" ("speaker_id", id);
CREATE INDEX "claim_modality_cix" ON register."claim" ("modality", id);
CREATE INDEX "claim_polarity_cix" ON register."claim" ("polarity", id);
CREATE INDEX "claim_date_earliest_cix" ON register."claim" ("date_earliest", id);
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_id_cbk" CHECK (id ~ '^bat_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_title_cbk" CHECK (char_length("title") BETWEEN 1 AND 600);
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_stance_cbk" CHECK ("stance" IN ('SUPPORTS', 'DISPUTES', 'MENTIONS'));
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_modality_cbk" CHECK ("modality" IN ('ASSERTED', 'PRESUPPOSED', 'IMPLIED', 'ANNOUNCED', 'REPORTED', 'ALLEGED', 'SPECULATED', 'ASSESSMENT', 'PREDICTED', 'CONDITIONAL', 'DENIED', 'UNKNOWN'));
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_credibility_cbk" CHECK ("credibility" BETWEEN 1 AND 6);
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_retrieved_edtf_cbk" CHECK ("retrieved_edtf" IS NOT NULL OR num_nonnulls("retrieved_earliest", "retrieved_latest", "retrieved_basis", "retrieved_note") = 0);
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_retrieved_edtf_2_cbk" CHECK ("retrieved_earliest" <= "retrieved_latest");
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_retrieved_edtf_3_cbk" CHECK ("retrieved_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."import_batch" ADD CONSTRAINT "import_batch_method_cbk" CHECK (char_length("method") BETWEEN 1 AND 50000);
CREATE INDEX "import_batch_title_cix" ON register."import_batch" ("title", id);
CREATE INDEX "import_batch_title_words_cix" ON register."import_batch" USING gin (register.fold("title") public.gin_trgm_ops);
CREATE INDEX "import_batch_source_id_cix" ON register."import_batch" ("source_id", id);
CREATE INDEX "import_batch_credibility_cix" ON register."import_batch" ("credibility", id);
ALTER TABLE register."membership" ADD CONSTRAINT "membership_id_cbk" CHECK (id ~ '^mem_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."membership" ADD CONSTRAINT "membership_member_id_cbk" CHECK (split_part("member_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."membership" ADD CONSTRAINT "membership_status_cbk" CHECK ("status" IN ('FULL', 'ASSOCIATE', 'OBSERVER', 'PARTNER', 'CANDIDATE', 'SUSPENDED', 'WITHDRAWN', 'EXPELLED', 'NONE', 'UNKNOWN'));
ALTER TABLE register."membership" ADD CONSTRAINT "membership_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."membership" ADD CONSTRAINT "membership_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."membership" ADD CONSTRAINT "membership_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."membership" ADD CONSTRAINT "membership_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."membership" ADD CONSTRAINT "membership_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."membership" ADD CONSTRAINT "membership_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."membership" ADD CONSTRAINT "membership_status_printed_cbk" CHECK (char_length("status_printed") BETWEEN 1 AND 600);
CREATE INDEX "membership_member_id_cix" ON register."membership" ("member_id", id);
CREATE INDEX "membership_organization_id_cix" ON register."membership" ("organization_id", id);
CREATE INDEX "membership_status_cix" ON register."membership" ("status", id);
CREATE INDEX "membership_validity_earliest_cix" ON register."membership" ("validity_earliest", id);
CREATE INDEX "membership_as_of_earliest_cix" ON register."membership" ("as_of_earliest", id);
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_id_cbk" CHECK (id ~ '^act_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_actor_id_cbk" CHECK (split_part("actor_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_action_cbk" CHECK ("action" IN ('SIGNATURE', 'SIGNATURE_AD_REFERENDUM', 'DEFINITIVE_SIGNATURE', 'RATIFICATION', 'ACCEPTANCE', 'APPROVAL', 'ACCESSION', 'FORMAL_CONFIRMATION', 'SUCCESSION', 'CONSENT_TO_BE_BOUND', 'PROVISIONAL_APPLICATION', 'EXCHANGE_OF_INSTRUMENTS', 'RESERVATION', 'INTERPRETATIVE_DECLARATION', 'OBJECTION', 'WITHDRAWAL_OF_RESERVATION', 'NOTIFICATION', 'SUSPENSION', 'DENUNCIATION_OR_WITHDRAWAL', 'CANCELLATION_OF_WITHDRAWAL', 'TERMINATION', 'UNSIGNING_NOTICE'));
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_date_of_act_edtf_cbk" CHECK ("date_of_act_edtf" IS NOT NULL OR num_nonnulls("date_of_act_earliest", "date_of_act_latest", "date_of_act_basis", "date_of_act_note") = 0);
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_date_of_act_edtf_2_cbk" CHECK ("date_of_act_earliest" <= "date_of_act_latest");
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_date_of_act_edtf_3_cbk" CHECK ("date_of_act_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_date_of_effect_edtf_cbk" CHECK ("date_of_effect_edtf" IS NOT NULL OR num_nonnulls("date_of_effect_earliest", "date_of_effect_latest", "date_of_effect_basis", "date_of_effect_note") = 0);
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_date_of_effect_edtf_2_cbk" CHECK ("date_of_effect_earliest" <= "date_of_effect_latest");
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_date_of_effect_edtf_3_cbk" CHECK ("date_of_effect_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."party_action" ADD CONSTRAINT "party_action_wording_cbk" CHECK (char_length("wording") BETWEEN 1 AND 50000);
CREATE INDEX "party_action_actor_id_cix" ON register."party_action" ("actor_id", id);
CREATE INDEX "party_action_agreement_id_cix" ON register."party_action" ("agreement_id", id);
CREATE INDEX "party_action_action_cix" ON register."party_action" ("action", id);
CREATE INDEX "party_action_date_of_act_earliest_cix" ON register."party_action" ("date_of_act_earliest", id);
CREATE INDEX "party_action_date_of_effect_earliest_cix" ON register."party_action" ("date_of_effect_earliest", id);
CREATE INDEX "party_action_actor_id_agreement_signed_earliest_cix" ON register."party_action" ("actor_id", "agreement_signed_earliest", id);
CREATE INDEX "party_action_agreement_id_agreement_signed_earliest_cix" ON register."party_action" ("agreement_id", "agreement_signed_earliest", id);
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_id_cbk" CHECK (id ~ '^obl_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_from_id_cbk" CHECK (split_part("from_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_to_id_cbk" CHECK (split_part("to_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_obligation_type_cbk" CHECK ("obligation_type" IN ('DEFENSE', 'OFFENSE', 'NEUTRALITY', 'NONAGGRESSION', 'CONSULTATION', 'DEFENSE_COOPERATION_GENERAL', 'TRAINING_EXERCISES', 'PROCUREMENT', 'RESEARCH', 'CLASSIFIED_INFORMATION', 'MUTUAL_CONSULTATION'));
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_condition_cbk" CHECK (char_length("condition") BETWEEN 1 AND 50000);
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "obligation_agreement_id_cix" ON register."obligation" ("agreement_id", id);
CREATE INDEX "obligation_from_id_cix" ON register."obligation" ("from_id", id);
CREATE INDEX "obligation_to_id_cix" ON register."obligation" ("to_id", id);
CREATE INDEX "obligation_obligation_type_cix" ON register."obligation" ("obligation_type", id);
CREATE INDEX "obligation_conditional_cix" ON register."obligation" ("conditional", id);
CREATE INDEX "obligation_specific_threat_cix" ON register."obligation" ("specific_threat", id);
CREATE INDEX "obligation_secret_cix" ON register."obligation" ("secret", id);
CREATE INDEX "obligation_asymmetric_cix" ON register."obligation" ("asymmetric", id);
CREATE INDEX "obligation_validity_earliest_cix" ON register."obligation" ("validity_earliest", id);
CREATE INDEX "obligation_agreement_id_agreement_signed_earliest_cix" ON register."obligation" ("agreement_id", "agreement_signed_earliest", id);
CREATE INDEX "obligation_from_id_agreement_signed_earliest_cix" ON register."obligation" ("from_id", "agreement_signed_earliest", id);
CREATE INDEX "obligation_to_id_agreement_signed_earliest_cix" ON register."obligation" ("to_id", "agreement_signed_earliest", id);
ALTER TABLE register."participation" ADD CONSTRAINT "participation_id_cbk" CHECK (id ~ '^par_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."participation" ADD CONSTRAINT "participation_actor_id_cbk" CHECK (split_part("actor_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."participation" ADD CONSTRAINT "participation_role_cbk" CHECK ("role" IN ('HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT', 'OBSERVER', 'INVITED_DECLINED', 'SUPPORT'));
ALTER TABLE register."participation" ADD CONSTRAINT "participation_personnel_cbk" CHECK ("personnel" >= 0);
ALTER TABLE register."participation" ADD CONSTRAINT "participation_forces_cbk" CHECK (char_length("forces") BETWEEN 1 AND 600);
CREATE INDEX "participation_actor_id_cix" ON register."participation" ("actor_id", id);
CREATE INDEX "participation_exercise_id_cix" ON register."participation" ("exercise_id", id);
CREATE INDEX "participation_role_cix" ON register."participation" ("role", id);
CREATE INDEX "participation_personnel_cix" ON register."participation" ("personnel", id);
CREATE INDEX "participation_actor_id_exercise_start_earliest_cix" ON register."participation" ("actor_id", "exercise_start_earliest", id);
CREATE INDEX "participation_exercise_id_exercise_start_earliest_cix" ON register."participation" ("exercise_id", "exercise_start_earliest", id);
ALTER TABLE register."event_actor" ADD CONSTRAINT "event_actor_id_cbk" CHECK (id ~ '^ea_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."event_actor" ADD CONSTRAINT "event_actor_agent_id_cbk" CHECK (split_part("agent_id", '_', 1) IN ('st', 'org', 'pe'));
ALTER TABLE register."event_actor" ADD CONSTRAINT "event_actor_role_cbk" CHECK ("role" IN ('ACTOR', 'RECIPIENT'));
CREATE INDEX "event_actor_event_id_cix" ON register."event_actor" ("event_id", id);
CREATE INDEX "event_actor_agent_id_cix" ON register."event_actor" ("agent_id", id);
CREATE INDEX "event_actor_role_cix" ON register."event_actor" ("role", id);
CREATE INDEX "event_actor_event_id_event_date_earliest_cix" ON register."event_actor" ("event_id", "event_date_earliest", id);
CREATE INDEX "event_actor_agent_id_event_date_earliest_cix" ON register."event_actor" ("agent_id", "event_date_earliest", id);
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_id_cbk" CHECK (id ~ '^mp_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_actor_id_cbk" CHECK (split_part("actor_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_role_cbk" CHECK ("role" IN ('SENDER', 'TARGET'));
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "measure_party_actor_id_cix" ON register."measure_party" ("actor_id", id);
CREATE INDEX "measure_party_measure_id_cix" ON register."measure_party" ("measure_id", id);
CREATE INDEX "measure_party_role_cix" ON register."measure_party" ("role", id);
CREATE INDEX "measure_party_validity_earliest_cix" ON register."measure_party" ("validity_earliest", id);
ALTER TABLE register."ballot" ADD CONSTRAINT "ballot_id_cbk" CHECK (id ~ '^bal_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."ballot" ADD CONSTRAINT "ballot_choice_cbk" CHECK ("choice" IN ('YES', 'ABSTAIN', 'NO', 'ABSENT', 'NON_MEMBER'));
CREATE INDEX "ballot_resolution_id_cix" ON register."ballot" ("resolution_id", id);
CREATE INDEX "ballot_state_id_cix" ON register."ballot" ("state_id", id);
CREATE INDEX "ballot_choice_cix" ON register."ballot" ("choice", id);
CREATE INDEX "ballot_resolution_id_resolution_date_earliest_cix" ON register."ballot" ("resolution_id", "resolution_date_earliest", id);
CREATE INDEX "ballot_state_id_resolution_date_earliest_cix" ON register."ballot" ("state_id", "resolution_date_earliest", id);
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_id_cbk" CHECK (id ~ '^pc_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_basis_cbk" CHECK (char_length("basis") BETWEEN 1 AND 50000);
CREATE INDEX "place_claim_place_id_cix" ON register."place_claim" ("place_id", id);
CREATE INDEX "place_claim_claimant_id_cix" ON register."place_claim" ("claimant_id", id);
CREATE INDEX "place_claim_validity_earliest_cix" ON register."place_claim" ("validity_earliest", id);
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_id_cbk" CHECK (id ~ '^off_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_office_printed_cbk" CHECK (char_length("office_printed") BETWEEN 1 AND 600);
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_office_normalized_cbk" CHECK (char_length("office_normalized") BETWEEN 1 AND 600);
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_body_id_cbk" CHECK (split_part("body_id", '_', 1) IN ('st', 'org'));
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "office_holding_person_id_cix" ON register."office_holding" ("person_id", id);
CREATE INDEX "office_holding_office_printed_cix" ON register."office_holding" ("office_printed", id);
CREATE INDEX "office_holding_office_printed_words_cix" ON register."office_holding" USING gin (register.fold("office_printed") public.gin_trgm_ops);
CREATE INDEX "office_holding_office_normalized_cix" ON register."office_holding" ("office_normalized", id);
CREATE INDEX "office_holding_office_normalized_words_cix" ON register."office_holding" USING gin (register.fold("office_normalized") public.gin_trgm_ops);
CREATE INDEX "office_holding_body_id_cix" ON register."office_holding" ("body_id", id);
CREATE INDEX "office_holding_disputed_administration_cix" ON register."office_holding" ("disputed_administration", id);
CREATE INDEX "office_holding_validity_earliest_cix" ON register."office_holding" ("validity_earliest", id);
ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_id_cbk" CHECK (id ~ '^sr_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_relation_type_cbk" CHECK ("relation_type" IN ('SUCCEEDS', 'CONTINUES', 'SEPARATES_FROM', 'MERGES_INTO', 'RENAMED_FROM'));
ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_date_edtf_cbk" CHECK ("date_edtf" IS NOT NULL OR num_nonnulls("date_earliest", "date_latest", "date_basis", "date_note") = 0);
ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_date_edtf_2_cbk" CHECK ("date_earliest" <= "date_latest");
ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_date_edtf_3_cbk" CHECK ("date_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_scheme_cbk" CHECK ("scheme" IN ('ISO_A2', 'ISO_A3', 'M49', 'COW', 'COW_ABBREVIATION', 'GW', 'VDEM', 'WIKIDATA', 'ABBREVIATION', 'COW_IGO', 'UNTS', 'ATOP', 'COW_ALLIANCE', 'MME', 'UNGA_ROLL_CALL', 'UN_SYMBOL'));
CREATE INDEX "state_relation_from_id_cix" ON register."state_relation" ("from_id", id);
CREATE INDEX "state_relation_to_id_cix" ON register."state_relation" ("to_id", id);
CREATE INDEX "state_relation_relation_type_cix" ON register."state_relation" ("relation_type", id);
CREATE INDEX "state_relation_date_earliest_cix" ON register."state_relation" ("date_earliest", id);
CREATE INDEX "state_relation_scheme_cix" ON register."state_relation" ("scheme", id);
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_id_cbk" CHECK (id ~ '^xc_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_scheme_cbk" CHECK ("scheme" IN ('ISO_A2', 'ISO_A3', 'M49', 'COW', 'COW_ABBREVIATION', 'GW', 'VDEM', 'WIKIDATA', 'ABBREVIATION', 'COW_IGO', 'UNTS', 'ATOP', 'COW_ALLIANCE', 'MME', 'UNGA_ROLL_CALL', 'UN_SYMBOL'));
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_value_cbk" CHECK (char_length("value") BETWEEN 1 AND 200);
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_status_cbk" CHECK ("status" IN ('OFFICIAL', 'USER_ASSIGNED', 'WITHDRAWN'));
CREATE INDEX "external_code_of_id_cix" ON register."external_code" ("of_id", id);
CREATE INDEX "external_code_scheme_cix" ON register."external_code" ("scheme", id);
CREATE INDEX "external_code_value_cix" ON register."external_code" ("value", id);
CREATE INDEX "external_code_validity_earliest_cix" ON register."external_code" ("validity_earliest", id);
CREATE INDEX "external_code_status_cix" ON register."external_code" ("status", id);
ALTER TABLE register."name" ADD CONSTRAINT "name_id_cbk" CHECK (id ~ '^nm_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."name" ADD CONSTRAINT "name_name_text_cbk" CHECK (num_nulls("name_text", "name_language") IN (0, 2));
ALTER TABLE register."name" ADD CONSTRAINT "name_name_type_cbk" CHECK ("name_type" IN ('OFFICIAL', 'SHORT', 'FORMER', 'ALIAS', 'ABBREVIATION', 'AS_PRINTED', 'TRANSLITERATION'));
ALTER TABLE register."name" ADD CONSTRAINT "name_perspective_cbk" CHECK (char_length("perspective") BETWEEN 1 AND 600);
ALTER TABLE register."name" ADD CONSTRAINT "name_validity_edtf_cbk" CHECK ("validity_edtf" IS NOT NULL OR num_nonnulls("validity_earliest", "validity_latest", "validity_basis", "validity_note") = 0);
ALTER TABLE register."name" ADD CONSTRAINT "name_validity_edtf_2_cbk" CHECK ("validity_earliest" <= "validity_latest");
ALTER TABLE register."name" ADD CONSTRAINT "name_validity_edtf_3_cbk" CHECK ("validity_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "name_of_id_cix" ON register."name" ("of_id", id);
CREATE INDEX "name_name_text_cix" ON register."name" ("name_text", id);
CREATE INDEX "name_name_text_words_cix" ON register."name" USING gin (register.fold("name_text") public.gin_trgm_ops);
CREATE INDEX "name_name_type_cix" ON register."name" ("name_type", id);
CREATE INDEX "name_perspective_cix" ON register."name" ("perspective", id);
CREATE INDEX "name_perspective_words_cix" ON register."name" USING gin (register.fold("perspective") public.gin_trgm_ops);
CREATE INDEX "name_validity_earliest_cix" ON register."name" ("validity_earliest", id);
ALTER TABLE register."dispute" ADD CONSTRAINT "dispute_id_cbk" CHECK (id ~ '^dis_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."dispute" ADD CONSTRAINT "dispute_point_cbk" CHECK (char_length("point") BETWEEN 1 AND 50000);
CREATE INDEX "dispute_one_id_cix" ON register."dispute" ("one_id", id);
CREATE INDEX "dispute_other_id_cix" ON register."dispute" ("other_id", id);
ALTER TABLE register."follows" ADD CONSTRAINT "follows_id_cbk" CHECK (id ~ '^fol_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."follows" ADD CONSTRAINT "follows_relation_cbk" CHECK ("relation" IN ('HELD_AFTER_ANNOUNCEMENT', 'AMENDS', 'SUPERSEDES', 'IMPLEMENTS', 'CONTINUES'));
CREATE INDEX "follows_later_id_cix" ON register."follows" ("later_id", id);
CREATE INDEX "follows_earlier_id_cix" ON register."follows" ("earlier_id", id);
CREATE INDEX "follows_relation_cix" ON register."follows" ("relation", id);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_id_cbk" CHECK (id ~ '^cit_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."citation" ADD CONSTRAINT "citation_field_cbk" CHECK (char_length("field") BETWEEN 1 AND 200);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_field_2_cbk" CHECK ("field" ~ '^[a-z][A-Za-z0-9]*$');
ALTER TABLE register."citation" ADD CONSTRAINT "citation_page_cbk" CHECK (char_length("page") BETWEEN 1 AND 600);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_paragraph_cbk" CHECK (char_length("paragraph") BETWEEN 1 AND 600);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_line_cbk" CHECK (char_length("line") BETWEEN 1 AND 600);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_timecode_cbk" CHECK (char_length("timecode") BETWEEN 1 AND 600);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_fragment_cbk" CHECK (char_length("fragment") BETWEEN 1 AND 600);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_excerpt_cbk" CHECK (char_length("excerpt") BETWEEN 1 AND 50000);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_excerpt_language_cbk" CHECK (char_length("excerpt_language") BETWEEN 1 AND 200);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_excerpt_language_2_cbk" CHECK ("excerpt_language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
ALTER TABLE register."citation" ADD CONSTRAINT "citation_stance_cbk" CHECK ("stance" IN ('SUPPORTS', 'DISPUTES', 'MENTIONS'));
ALTER TABLE register."citation" ADD CONSTRAINT "citation_modality_cbk" CHECK ("modality" IN ('ASSERTED', 'PRESUPPOSED', 'IMPLIED', 'ANNOUNCED', 'REPORTED', 'ALLEGED', 'SPECULATED', 'ASSESSMENT', 'PREDICTED', 'CONDITIONAL', 'DENIED', 'UNKNOWN'));
ALTER TABLE register."citation" ADD CONSTRAINT "citation_hedge_cbk" CHECK (char_length("hedge") BETWEEN 1 AND 600);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_attributed_to_id_cbk" CHECK (split_part("attributed_to_id", '_', 1) IN ('st', 'org', 'pe'));
ALTER TABLE register."citation" ADD CONSTRAINT "citation_credibility_cbk" CHECK ("credibility" BETWEEN 1 AND 6);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_retrieved_edtf_cbk" CHECK ("retrieved_edtf" IS NOT NULL OR num_nonnulls("retrieved_earliest", "retrieved_latest", "retrieved_basis", "retrieved_note") = 0);
ALTER TABLE register."citation" ADD CONSTRAINT "citation_retrieved_edtf_2_cbk" CHECK ("retrieved_earliest" <= "retrieved_latest");
ALTER TABLE register."citation" ADD CONSTRAINT "citation_retrieved_edtf_3_cbk" CHECK ("retrieved_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."citation" ADD CONSTRAINT "citation_note_cbk" CHECK (char_length("note") BETWEEN 1 AND 50000);
CREATE INDEX "citation_fact_id_cix" ON register."citation" ("fact_id", id);
CREATE INDEX "citation_field_cix" ON register."citation" ("field", id);
CREATE INDEX "citation_source_id_cix" ON register."citation" ("source_id", id);
CREATE INDEX "citation_stance_cix" ON register."citation" ("stance", id);
CREATE INDEX "citation_modality_cix" ON register."citation" ("modality", id);
CREATE INDEX "citation_attributed_to_id_cix" ON register."citation" ("attributed_to_id", id);
CREATE INDEX "citation_credibility_cix" ON register."citation" ("credibility", id);
