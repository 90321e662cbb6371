-- Grants, renewed after each migration so that they cover new tables. The names of the logins are in the settings
-- chancery.reader, chancery.desk and chancery.writer of the session. They are empty with a single login (a DATABASE_URL
-- whose role may not create roles); the start logs a warning then.

-- A login created by another role may not be alterable. Its settings are then left to the administrator.
CREATE FUNCTION pg_temp.may_alter(login text) RETURNS boolean LANGUAGE sql AS $$
  SELECT rolsuper
    OR (rolcreaterole AND current_setting('server_version_num')::integer < 160000)
    OR pg_has_role(current_user, login, 'MEMBER WITH ADMIN OPTION')
  FROM pg_roles WHERE rolname = current_user
$$;

-- Whether the public may see a column. The others hold fields that the codebook has for the desk only; a test compares.
CREATE FUNCTION pg_temp.is_public(relation text, attribute text) RETURNS boolean LANGUAGE sql AS $$
  SELECT (relation, attribute) <> ('source', 'archived_text')
$$;

DO $$
DECLARE
  reader constant text := current_setting('chancery.reader', true);
  desk constant text := current_setting('chancery.desk', true);
  writer constant text := current_setting('chancery.writer', true);
  login text;
  at record;
BEGIN
  -- No privileges by default.
  REVOKE ALL ON ALL TABLES IN SCHEMA register, history, ledger, desk FROM PUBLIC;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA history, ledger, desk FROM PUBLIC;
  IF coalesce(reader, '') = '' THEN
    RETURN;
  END IF;

  FOREACH login IN ARRAY ARRAY[reader, desk, writer] LOOP
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA register, history, ledger, desk FROM %I', login);
    EXECUTE format('GRANT USAGE ON SCHEMA register, history, ledger TO %I', login);
    EXECUTE format('GRANT SELECT ON ledger.head, ledger.withheld_fact, ledger.public_revision, ledger.public_operation TO %I', login);
    IF pg_temp.may_alter(login) THEN
      EXECUTE format('ALTER ROLE %I SET search_path = ''''', login);
    END IF;
  END LOOP;

  -- The reader (public endpoint): reads the public columns of the register, in read-only transactions. It can read
  -- withheld rows: the statements of the public endpoint leave them out.
  FOR at IN
    SELECT format('%I.%I', n.nspname, c.relname) AS relation, bool_and(pg_temp.is_public(c.relname, a.attname)) AS whole,
      string_agg(format('%I', a.attname), ', ') FILTER (WHERE pg_temp.is_public(c.relname, a.attname)) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname IN ('register', 'history') AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
    GROUP BY 1
  LOOP
    EXECUTE format('GRANT SELECT%s ON %s TO %I', CASE WHEN at.whole THEN '' ELSE ' (' || at.columns || ')' END, at.relation, reader);
  END LOOP;
  IF pg_temp.may_alter(reader) THEN
    EXECUTE format('ALTER ROLE %I SET default_transaction_read_only = on', reader);
  END IF;

  -- The desk: reads the register and the ledger, writes the desk. The operations of a changeset are appended and
  -- discarded, never changed; of a changeset it sets what a draft can change (see the trigger changeset_step).
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA register, history, ledger TO %I', desk);
  EXECUTE format('GRANT USAGE ON SCHEMA desk TO %I', desk);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA desk TO %I', desk);
  EXECUTE format('REVOKE UPDATE, DELETE ON desk.changeset, desk.operation FROM %I', desk);
  EXECUTE format('GRANT UPDATE (title, reason, status, version, next_ordinal, updated_at) ON desk.changeset TO %I', desk);
  EXECUTE format('GRANT UPDATE (discarded_version) ON desk.operation TO %I', desk);
  -- Audit entries are added and read, never changed: see 27-audit.sql.
  EXECUTE format('REVOKE UPDATE, DELETE ON desk.audit_entry FROM %I', desk);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA desk TO %I', desk);

  -- The writer: reads and writes the register, and adds to the ledger, whose rows are never changed. A function records
  -- the revision (see ledger.record_merge).
  -- A merge stages its operations in temporary tables.
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO %I', current_database(), writer);
  EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA register, history, ledger TO %I', writer);
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA register TO %I', writer);
  EXECUTE format('GRANT INSERT ON ledger.operation, ledger.sealed_version, ledger.sealed_group, ledger.finding, ledger.review TO %I', writer);
  EXECUTE format('GRANT UPDATE (withheld) ON ledger.head TO %I', writer);
  EXECUTE format('GRANT EXECUTE ON FUNCTION ledger.record_merge, ledger.approval_of TO %I', writer);
  -- Recomputed when the republication setting of a source changes.
  EXECUTE format('GRANT INSERT, DELETE ON ledger.withheld_fact TO %I', writer);
  EXECUTE format('GRANT USAGE ON SCHEMA desk TO %I', writer);
  EXECUTE format('GRANT SELECT ON desk.changeset, desk.job, desk.operation, desk.setting TO %I', writer);
  EXECUTE format('GRANT UPDATE (title, reason, status, version, sealed_version, updated_at) ON desk.changeset TO %I', writer);
  EXECUTE format('GRANT UPDATE ON desk.job TO %I', writer);
END
$$;

DROP FUNCTION pg_temp.may_alter(text);
DROP FUNCTION pg_temp.is_public(text, text);
