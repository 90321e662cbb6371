-- The audit trail of the desk: entries are added and read, never changed. The grants say the same of the desk login; the
-- trigger also holds for the owner of the tables, which is the only login where roles could not be created.

CREATE OR REPLACE FUNCTION desk.keep_audit_entries() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$body$
BEGIN
  RAISE EXCEPTION 'desk.audit_entry is append-only: entries are neither changed nor deleted'
    USING ERRCODE = 'insufficient_privilege';
END
$body$;

CREATE OR REPLACE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON desk.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION desk.keep_audit_entries();

-- A merge writes its entry in its own transaction, whichever process runs it. The writer login needs no privilege on the
-- trail for this. `chancery.address` is the address of the client, if the merge runs within a request.
CREATE OR REPLACE FUNCTION desk.audit_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
BEGIN
  INSERT INTO desk.audit_entry (person_id, kind, object_type, object_id, object_label, after, address)
  VALUES (
    NEW.merged_by, 'CHANGESET_MERGED', 'REVISION', NEW.number::text, NEW.title,
    jsonb_strip_nulls(jsonb_build_object('changeset', NEW.changeset_id, 'author', NEW.author_id,
      'operations', NEW.operation_count, 'reverts', NEW.reverts)),
    nullif(current_setting('chancery.address', true), ''));
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER audit_revision AFTER INSERT ON ledger.revision
  FOR EACH ROW EXECUTE FUNCTION desk.audit_revision();

-- A suspended user gets no session. The lock makes a sign-in wait for a suspension in progress, and the other way round:
-- a session is either refused here or ended by the suspension.
CREATE OR REPLACE FUNCTION desk.refuse_suspended() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$body$
DECLARE
  is_suspended boolean;
BEGIN
  SELECT u.suspended INTO is_suspended FROM desk."user" u WHERE u.id = NEW.user_id FOR SHARE;
  IF is_suspended THEN
    RAISE EXCEPTION 'the user % is suspended and gets no session', NEW.user_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$body$;

CREATE OR REPLACE TRIGGER refuse_suspended BEFORE INSERT ON desk.session
  FOR EACH ROW EXECUTE FUNCTION desk.refuse_suspended();
