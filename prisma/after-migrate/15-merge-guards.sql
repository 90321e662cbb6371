-- What Postgres itself checks of reviews and merges, so that neither the login of the desk nor that of the ledger can
-- publish what nobody has reviewed. Each function runs with the privileges of the owner.

-- How the sealed version of a changeset is approved: PEER, SOLO or RELEASE (see ledger.revision); NULL if it is not. A
-- later request for changes voids an approval.
CREATE OR REPLACE FUNCTION ledger.approval_of(changeset text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
  SELECT CASE
    WHEN bool_or(r.by <> c.author_id) THEN 'PEER'
    WHEN c.author_id = 'chancery' THEN 'RELEASE'
    WHEN EXISTS (SELECT FROM desk.setting s WHERE s.name = 'solo' AND s.value = 'true') THEN 'SOLO'
  END
  FROM desk.changeset c
    JOIN ledger.review r ON r.changeset_id = c.id AND r.version = c.sealed_version AND r.verdict = 'APPROVE'
  WHERE c.id = changeset AND NOT EXISTS (
    SELECT FROM ledger.review n
    WHERE n.changeset_id = c.id AND n.version = c.sealed_version AND n.verdict = 'REQUEST_CHANGES' AND n.at >= r.at)
  GROUP BY c.author_id
$body$;

-- Only an editor or admin who may sign in approves, and not their own work except on a desk for one person.
CREATE OR REPLACE FUNCTION ledger.check_review() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
DECLARE
  author text := (SELECT c.author_id FROM desk.changeset c WHERE c.id = NEW.changeset_id);
BEGIN
  IF NOT EXISTS (SELECT FROM desk."user" u WHERE u.id = NEW."by" AND u.role IN ('EDITOR', 'ADMIN', 'SYSTEM') AND NOT u.suspended) THEN
    RAISE EXCEPTION 'user % may not approve changesets', NEW."by" USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW."by" = author AND NEW."by" <> 'chancery'
    AND NOT EXISTS (SELECT FROM desk.setting s WHERE s.name = 'solo' AND s.value = 'true') THEN
    RAISE EXCEPTION 'user % may not approve their own changeset %', NEW."by", NEW.changeset_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$body$;

CREATE OR REPLACE TRIGGER review_is_allowed BEFORE INSERT ON ledger.review
  FOR EACH ROW WHEN (NEW.verdict = 'APPROVE') EXECUTE FUNCTION ledger.check_review();

-- The steps of a changeset. Submission needs a sealed version, approval and return a review, a merge its revision; the
-- desk can write none of these.
CREATE OR REPLACE FUNCTION desk.check_changeset() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
DECLARE
  allowed boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    allowed := NEW.status = 'DRAFT' AND NEW.sealed_version IS NULL AND NEW.revision IS NULL;
  ELSIF NEW.id <> OLD.id OR NEW.author_id <> OLD.author_id OR NEW.version < OLD.version THEN
    allowed := false;
  ELSE
    allowed := CASE NEW.status
      WHEN 'DRAFT' THEN NEW.sealed_version IS NOT DISTINCT FROM OLD.sealed_version
        AND (OLD.status = 'DRAFT' OR OLD.status IN ('RETURNED', 'SUBMITTED', 'APPROVED', 'MERGING') AND NEW.version > OLD.version)
      WHEN 'SUBMITTED' THEN NEW.version = OLD.version AND NEW.sealed_version = NEW.version
        AND (OLD.status = 'SUBMITTED' OR OLD.status IN ('DRAFT', 'RETURNED') AND EXISTS (
          SELECT FROM ledger.sealed_version s WHERE s.changeset_id = NEW.id AND s.version = NEW.version))
      WHEN 'APPROVED' THEN NEW.version = OLD.version AND NEW.sealed_version = OLD.sealed_version
        AND (OLD.status = 'MERGING' OR OLD.status IN ('SUBMITTED', 'APPROVED') AND ledger.approval_of(NEW.id) IS NOT NULL)
      WHEN 'MERGING' THEN NEW.version = OLD.version AND NEW.sealed_version = OLD.sealed_version
        AND OLD.status IN ('APPROVED', 'MERGING')
      WHEN 'RETURNED' THEN NEW.version = OLD.version AND NEW.sealed_version = OLD.sealed_version
        AND (OLD.status = 'RETURNED' OR OLD.status IN ('SUBMITTED', 'APPROVED') AND EXISTS (
          SELECT FROM ledger.review r WHERE r.changeset_id = NEW.id AND r.version = NEW.version AND r.verdict = 'REQUEST_CHANGES'))
      WHEN 'MERGED' THEN NEW.version = OLD.version AND NEW.sealed_version = OLD.sealed_version
        AND OLD.status IN ('MERGING', 'MERGED') AND EXISTS (
          SELECT FROM ledger.revision r WHERE r.number = NEW.revision AND r.changeset_id = NEW.id)
      WHEN 'DISCARDED' THEN OLD.status NOT IN ('MERGING', 'MERGED')
    END;
  END IF;
  IF allowed IS NOT TRUE THEN
    RAISE EXCEPTION 'changeset % cannot become % in this way', NEW.id, NEW.status
      USING ERRCODE = 'insufficient_privilege', HINT = 'Submit, review and merge it at the desk.';
  END IF;
  RETURN NEW;
END
$body$;

CREATE OR REPLACE TRIGGER changeset_step BEFORE INSERT OR UPDATE ON desk.changeset
  FOR EACH ROW EXECUTE FUNCTION desk.check_changeset();

-- Records a merge: the revision, the new head and the status of the changeset. The transaction must hold the lock on
-- the head. Raises an error if the operations are not the reviewed ones or nobody who may has approved them.
CREATE OR REPLACE FUNCTION ledger.record_merge(changeset text, digest text, merged_by text, merged_at timestamptz, operations integer)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
DECLARE
  merged desk.changeset;
  granted text;
  recorded integer;
BEGIN
  SELECT c.* INTO merged FROM desk.changeset c WHERE c.id = changeset FOR UPDATE;
  IF merged.status IS DISTINCT FROM 'MERGING' OR merged.version IS DISTINCT FROM merged.sealed_version THEN
    RAISE EXCEPTION 'changeset % is not being merged', changeset USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NOT EXISTS (
    SELECT FROM ledger.sealed_version s
    WHERE s.changeset_id = merged.id AND s.version = merged.sealed_version AND s.digest = record_merge.digest) THEN
    RAISE EXCEPTION 'the operations of changeset % are not those that were reviewed', changeset USING ERRCODE = 'insufficient_privilege';
  END IF;
  granted := ledger.approval_of(merged.id);
  IF granted IS NULL THEN
    RAISE EXCEPTION 'nobody who may has approved changeset %', changeset USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE ledger.head h SET number = h.number + 1, at = merged_at RETURNING h.number INTO recorded;
  INSERT INTO ledger.pending_write AS w (transaction, revision, merged)
    VALUES (pg_current_xact_id()::text::bigint, recorded, true)
    ON CONFLICT (transaction) DO UPDATE SET merged = true WHERE w.revision = excluded.revision;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the transaction has written another revision than %', recorded USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO ledger.revision (number, at, changeset_id, title, reason, author_id, merged_by, reverts, operation_count, approval)
    VALUES (recorded, merged_at, merged.id, merged.title, merged.reason, merged.author_id, merged_by, merged.reverts, operations, granted);
  UPDATE desk.changeset c SET status = 'MERGED', revision = recorded, updated_at = now() WHERE c.id = merged.id;
  PERFORM pg_notify('chancery_revision', recorded::text);
  RETURN recorded;
END
$body$;

-- Notes that the running transaction writes the register as a revision.
CREATE OR REPLACE FUNCTION ledger.note_write(revision integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
DECLARE
  noted integer;
BEGIN
  INSERT INTO ledger.pending_write (transaction, revision) VALUES (pg_current_xact_id()::text::bigint, note_write.revision)
    ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN;
  END IF;
  SELECT w.revision INTO noted FROM ledger.pending_write w WHERE w.transaction = pg_current_xact_id()::text::bigint;
  IF noted <> note_write.revision THEN
    RAISE EXCEPTION 'the transaction has written revision % already', noted USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$body$;

-- At the commit: a transaction that wrote the register must have recorded its merge. The one exception computes
-- `attestedUntil` of existing spells, once in the life of a register, at its latest revision.
CREATE OR REPLACE FUNCTION ledger.check_write() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
BEGIN
  DELETE FROM ledger.pending_write w WHERE w.transaction = NEW.transaction AND (w.merged
    OR w.revision = (SELECT h.number FROM ledger.head h) AND NOT EXISTS (SELECT FROM desk.setting s WHERE s.name = 'attested'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the register is written by the merge of a reviewed changeset and by nothing else'
      USING ERRCODE = 'insufficient_privilege', HINT = 'Open a changeset.';
  END IF;
  RETURN NULL;
END
$body$;

DROP TRIGGER IF EXISTS write_is_a_merge ON ledger.pending_write;
CREATE CONSTRAINT TRIGGER write_is_a_merge AFTER INSERT ON ledger.pending_write DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger.check_write();

-- Operations are added to the ledger by the merge that applied them, and by the owner.
CREATE OR REPLACE FUNCTION ledger.check_operations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
BEGIN
  IF NOT pg_has_role(session_user, current_user, 'USAGE') AND EXISTS (
    SELECT FROM added a WHERE NOT EXISTS (
      SELECT FROM ledger.pending_write w
      WHERE w.transaction = pg_current_xact_id()::text::bigint AND w.merged AND w.revision = a.revision)) THEN
    RAISE EXCEPTION 'operations are added to the ledger by the merge that applied them' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER operations_are_merged AFTER INSERT ON ledger.operation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_operations();
