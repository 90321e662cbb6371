ALTER TABLE register.fact DROP CONSTRAINT "fact_type_cbk";
DROP INDEX register.fact_label_start_cix;
DROP INDEX register.fact_label_words_cix;
DROP INDEX register.obligation_from_id_cix;
DROP INDEX register.obligation_to_id_cix;

-- AlterTable
ALTER TABLE "register"."exercise_series" ADD COLUMN     "as_of_basis" TEXT,
ADD COLUMN     "as_of_earliest" DATE,
ADD COLUMN     "as_of_edtf" TEXT,
ADD COLUMN     "as_of_latest" DATE,
ADD COLUMN     "as_of_note" TEXT,
ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."external_code" ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."measure_party" ADD COLUMN     "as_of_basis" TEXT,
ADD COLUMN     "as_of_earliest" DATE,
ADD COLUMN     "as_of_edtf" TEXT,
ADD COLUMN     "as_of_latest" DATE,
ADD COLUMN     "as_of_note" TEXT,
ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."membership" ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."name" ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."obligation" ADD COLUMN     "as_of_basis" TEXT,
ADD COLUMN     "as_of_earliest" DATE,
ADD COLUMN     "as_of_edtf" TEXT,
ADD COLUMN     "as_of_latest" DATE,
ADD COLUMN     "as_of_note" TEXT,
ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE,
ALTER COLUMN "agreement_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "register"."office_holding" ADD COLUMN     "as_of_basis" TEXT,
ADD COLUMN     "as_of_earliest" DATE,
ADD COLUMN     "as_of_edtf" TEXT,
ADD COLUMN     "as_of_latest" DATE,
ADD COLUMN     "as_of_note" TEXT,
ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."organization" ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."place_claim" ADD COLUMN     "as_of_basis" TEXT,
ADD COLUMN     "as_of_earliest" DATE,
ADD COLUMN     "as_of_edtf" TEXT,
ADD COLUMN     "as_of_latest" DATE,
ADD COLUMN     "as_of_note" TEXT,
ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."policy_measure" ADD COLUMN     "as_of_basis" TEXT,
ADD COLUMN     "as_of_earliest" DATE,
ADD COLUMN     "as_of_edtf" TEXT,
ADD COLUMN     "as_of_latest" DATE,
ADD COLUMN     "as_of_note" TEXT,
ADD COLUMN     "validity_attested_until" DATE,
ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- AlterTable
ALTER TABLE "register"."source" ADD COLUMN     "kept_current" BOOLEAN;

-- AlterTable
ALTER TABLE "register"."state" ADD COLUMN     "validity_end_earliest" DATE,
ADD COLUMN     "validity_start_latest" DATE;

-- CreateTable
CREATE TABLE "register"."coverage" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data_set" TEXT,
    "organization_id" TEXT,
    "population" TEXT NOT NULL,
    "period_edtf" TEXT NOT NULL,
    "period_earliest" DATE,
    "period_latest" DATE,
    "period_basis" TEXT,
    "period_note" TEXT,
    "completeness" TEXT NOT NULL,
    "gaps_edtf" TEXT,
    "gaps_earliest" DATE,
    "gaps_latest" DATE,
    "gaps_basis" TEXT,
    "gaps_note" TEXT,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "register"."coverage" ADD CONSTRAINT "coverage_id_fkey" FOREIGN KEY ("id") REFERENCES "register"."fact"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."coverage" ADD CONSTRAINT "coverage_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "register"."source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "register"."coverage" ADD CONSTRAINT "coverage_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "register"."organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE register."fact" ADD CONSTRAINT "fact_type_cbk" CHECK (type = CASE split_part(id, '_', 1) WHEN 'st' THEN 'State' WHEN 'org' THEN 'Organization' WHEN 'agr' THEN 'Agreement' WHEN 'ser' THEN 'ExerciseSeries' WHEN 'ex' THEN 'Exercise' WHEN 'ev' THEN 'Event' WHEN 'pm' THEN 'PolicyMeasure' WHEN 'res' THEN 'Resolution' WHEN 'pl' THEN 'Place' WHEN 'pe' THEN 'Person' WHEN 'src' THEN 'Source' WHEN 'cl' THEN 'Claim' WHEN 'bat' THEN 'ImportBatch' WHEN 'cov' THEN 'Coverage' WHEN 'mem' THEN 'Membership' WHEN 'act' THEN 'PartyAction' WHEN 'obl' THEN 'Obligation' WHEN 'par' THEN 'Participation' WHEN 'ea' THEN 'EventActor' WHEN 'mp' THEN 'MeasureParty' WHEN 'bal' THEN 'Ballot' WHEN 'pc' THEN 'PlaceClaim' WHEN 'off' THEN 'OfficeHolding' WHEN 'sr' THEN 'StateRelation' WHEN 'xc' THEN 'ExternalCode' WHEN 'nm' THEN 'Name' WHEN 'dis' THEN 'Dispute' WHEN 'fol' THEN 'Follows' END);
CREATE INDEX "fact_label_words_cix" ON register."fact" USING gin (register.fold(label) public.gin_trgm_ops) WHERE type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage');
CREATE INDEX "fact_label_start_cix" ON register."fact" (left(register.fold(label), 20) text_pattern_ops) WHERE type IN ('State', 'Organization', 'Agreement', 'ExerciseSeries', 'Exercise', 'Event', 'PolicyMeasure', 'Resolution', 'Place', 'Person', 'Source', 'Claim', 'ImportBatch', 'Coverage');
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."exercise_series" ADD CONSTRAINT "exercise_series_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "exercise_series_as_of_earliest_cix" ON register."exercise_series" ("as_of_earliest", id);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."policy_measure" ADD CONSTRAINT "policy_measure_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "policy_measure_as_of_earliest_cix" ON register."policy_measure" ("as_of_earliest", id);
CREATE INDEX "source_kept_current_cix" ON register."source" ("kept_current", id);
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_id_cbk" CHECK (id ~ '^cov_[0-7][0-9a-hjkmnp-tv-z]{25}$');
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_kind_cbk" CHECK ("kind" IN ('STATES', 'MEMBERSHIPS', 'OBLIGATIONS', 'AGREEMENTS', 'EXERCISES', 'EXERCISES_ANNOUNCED', 'VOTES', 'EVENTS', 'POLICY_MEASURES', 'RIVALRIES'));
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_data_set_cbk" CHECK (char_length("data_set") BETWEEN 1 AND 200);
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_data_set_2_cbk" CHECK ("data_set" ~ '^[A-Z][A-Z0-9_]*$');
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_population_cbk" CHECK (char_length("population") BETWEEN 1 AND 600);
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_period_edtf_cbk" CHECK ("period_edtf" IS NOT NULL OR num_nonnulls("period_earliest", "period_latest", "period_basis", "period_note") = 0);
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_period_edtf_2_cbk" CHECK ("period_earliest" <= "period_latest");
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_period_edtf_3_cbk" CHECK ("period_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_completeness_cbk" CHECK ("completeness" IN ('COMPLETE', 'SAMPLE'));
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_gaps_edtf_cbk" CHECK ("gaps_edtf" IS NOT NULL OR num_nonnulls("gaps_earliest", "gaps_latest", "gaps_basis", "gaps_note") = 0);
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_gaps_edtf_2_cbk" CHECK ("gaps_earliest" <= "gaps_latest");
ALTER TABLE register."coverage" ADD CONSTRAINT "coverage_gaps_edtf_3_cbk" CHECK ("gaps_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "coverage_source_id_cix" ON register."coverage" ("source_id", id);
CREATE INDEX "coverage_kind_cix" ON register."coverage" ("kind", id);
CREATE INDEX "coverage_data_set_cix" ON register."coverage" ("data_set", id);
CREATE INDEX "coverage_organization_id_cix" ON register."coverage" ("organization_id", id);
CREATE INDEX "coverage_period_earliest_cix" ON register."coverage" ("period_earliest", id);
CREATE INDEX "coverage_completeness_cix" ON register."coverage" ("completeness", id);
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."obligation" ADD CONSTRAINT "obligation_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "obligation_from_id_cix" ON register."obligation" ("from_id", id) INCLUDE ("to_id", "obligation_type");
CREATE INDEX "obligation_to_id_cix" ON register."obligation" ("to_id", id) INCLUDE ("from_id", "obligation_type");
CREATE INDEX "obligation_as_of_earliest_cix" ON register."obligation" ("as_of_earliest", id);
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."measure_party" ADD CONSTRAINT "measure_party_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "measure_party_as_of_earliest_cix" ON register."measure_party" ("as_of_earliest", id);
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."place_claim" ADD CONSTRAINT "place_claim_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "place_claim_as_of_earliest_cix" ON register."place_claim" ("as_of_earliest", id);
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_as_of_edtf_cbk" CHECK ("as_of_edtf" IS NOT NULL OR num_nonnulls("as_of_earliest", "as_of_latest", "as_of_basis", "as_of_note") = 0);
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_as_of_edtf_2_cbk" CHECK ("as_of_earliest" <= "as_of_latest");
ALTER TABLE register."office_holding" ADD CONSTRAINT "office_holding_as_of_edtf_3_cbk" CHECK ("as_of_basis" IN ('STATED', 'INFERRED', 'EDITOR_KNOWLEDGE'));
CREATE INDEX "office_holding_as_of_earliest_cix" ON register."office_holding" ("as_of_earliest", id);
