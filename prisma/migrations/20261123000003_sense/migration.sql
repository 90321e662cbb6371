-- What must never be so, whoever writes. packages/ledger/src/constraint-problems.ts has the sentence for each name.

-- Straits and the sea belong to no country, and disputed ground is not a plain part of one.
ALTER TABLE register.place ADD CONSTRAINT place_has_no_country
  CHECK (country_id IS NULL OR place_type NOT IN ('STRAIT', 'SEA_AREA', 'DISPUTED_TERRITORY'));

ALTER TABLE register.organization ADD CONSTRAINT organization_own_parent CHECK (parent_id <> id);
ALTER TABLE register.source ADD CONSTRAINT source_own_origin CHECK (derived_from_id <> id);
ALTER TABLE register.membership ADD CONSTRAINT membership_in_itself CHECK (member_id <> organization_id);
ALTER TABLE register.obligation ADD CONSTRAINT obligation_to_itself CHECK (from_id <> to_id);
ALTER TABLE register.state_relation ADD CONSTRAINT state_relation_to_itself CHECK (from_id <> to_id);
ALTER TABLE register.dispute ADD CONSTRAINT dispute_with_itself CHECK (one_id <> other_id);
ALTER TABLE register.follows ADD CONSTRAINT follows_itself CHECK (later_id <> earlier_id);
ALTER TABLE register.claim ADD CONSTRAINT claim_rival_value
  CHECK (num_nulls(field, value) IN (0, 2) AND (field IS NULL OR subject_id IS NOT NULL));
ALTER TABLE register.claim ADD CONSTRAINT claim_about_itself CHECK (id NOT IN (subject_id, object_id, via_id));

-- One fact, one row. Deferrable, so that a changeset may retire a row and record it anew in any order.
ALTER TABLE register.ballot ADD CONSTRAINT ballot_once UNIQUE (resolution_id, state_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE register.participation ADD CONSTRAINT participation_once UNIQUE (exercise_id, actor_id, role) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE register.event_actor ADD CONSTRAINT event_actor_once UNIQUE (event_id, agent_id, role) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE register.measure_party ADD CONSTRAINT measure_party_once UNIQUE (measure_id, actor_id, role) DEFERRABLE INITIALLY DEFERRED;
-- A dispute has no direction: the pair counts, not the order.
ALTER TABLE register.dispute ADD CONSTRAINT dispute_once
  EXCLUDE USING btree ((least(one_id, other_id)) WITH =, (greatest(one_id, other_id)) WITH =) DEFERRABLE INITIALLY DEFERRED;
-- A code of a scheme stands for one fact at a time; the register takes an unknown bound as open here.
ALTER TABLE register.external_code ADD CONSTRAINT external_code_once
  EXCLUDE USING gist (scheme WITH =, value WITH =,
    daterange(coalesce(validity_earliest, '-infinity'), coalesce(validity_latest, 'infinity'), '[]') WITH &&)
  DEFERRABLE INITIALLY DEFERRED;

-- The two cannot be a fact at once; the merge keeps them apart, and this says so.
ALTER TABLE register.tombstone ADD CONSTRAINT tombstone_reason CHECK (reason <> '');

ALTER TABLE ledger.head ADD CONSTRAINT head_is_one CHECK (id);
ALTER TABLE ledger.head ADD CONSTRAINT head_number CHECK (number >= 0);
INSERT INTO ledger.head (id, number, at) VALUES (true, 0, date_trunc('milliseconds', now()));
ALTER TABLE ledger.operation ADD CONSTRAINT operation_kind
  CHECK (kind IN ('create', 'update', 'retire', 'restore', 'cite', 'uncite', 'adopt', 'dispute'));
ALTER TABLE ledger.review ADD CONSTRAINT review_verdict CHECK (verdict IN ('APPROVE', 'REQUEST_CHANGES', 'COMMENT'));

ALTER TABLE desk."user" ADD CONSTRAINT user_role CHECK (role IN ('CONTRIBUTOR', 'EDITOR', 'ADMIN'));
ALTER TABLE desk.changeset ADD CONSTRAINT changeset_status
  CHECK (status IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED', 'MERGING', 'MERGED', 'DISCARDED'));
ALTER TABLE desk.changeset ADD CONSTRAINT changeset_sealed CHECK (status NOT IN ('SUBMITTED', 'APPROVED', 'MERGING', 'MERGED') OR sealed_version IS NOT NULL);
ALTER TABLE desk.changeset ADD CONSTRAINT changeset_merged CHECK ((status = 'MERGED') = (revision IS NOT NULL));
ALTER TABLE desk.operation ADD CONSTRAINT operation_kind
  CHECK (kind IN ('create', 'update', 'retire', 'restore', 'cite', 'uncite', 'adopt', 'dispute'));
ALTER TABLE desk.job ADD CONSTRAINT job_status CHECK (status IN ('WAITING', 'RUNNING', 'DONE', 'FAILED'));

-- What the public may know of the ledger: no people, no drafts.
CREATE VIEW ledger.public_revision AS
  SELECT number, at, title, reverts, operation_count FROM ledger.revision;
CREATE VIEW ledger.public_operation AS
  SELECT revision, ordinal, kind, type, fact_id FROM ledger.operation;
