-- Grants, renewed after each migration so that they cover new tables. With a single login (a DATABASE_URL whose role
-- may not create roles) there are no roles to grant to; the start logs a warning then.

-- A login created by another role may not be alterable. Its settings are then left to the administrator.
CREATE FUNCTION pg_temp.may_alter(login text) RETURNS boolean LANGUAGE sql AS $$
  SELECT rolsuper
    OR (rolcreaterole AND current_setting('server_version_num')::integer < 160000)
    OR pg_has_role(current_user, login, 'MEMBER WITH ADMIN OPTION')
  FROM pg_roles WHERE rolname = current_user
$$;

DO $$
DECLARE
  login text;
  wanted constant text[] := ARRAY['chancery_reader', 'chancery_desk', 'chancery_writer'];
BEGIN
  -- No privileges by default.
  REVOKE ALL ON ALL TABLES IN SCHEMA register, history, ledger, desk FROM PUBLIC;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA history FROM PUBLIC;
  FOREACH login IN ARRAY wanted LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
      EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA register, history, ledger, desk FROM %I', login);
      EXECUTE format('GRANT USAGE ON SCHEMA register, history, ledger TO %I', login);
      EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA register, history TO %I', login);
      EXECUTE format('GRANT SELECT ON ledger.head, ledger.withheld_fact, ledger.public_revision, ledger.public_operation TO %I', login);
      IF pg_temp.may_alter(login) THEN
        EXECUTE format('ALTER ROLE %I SET search_path = ''''', login);
      END IF;
    END IF;
  END LOOP;

  -- The reader (public endpoint): reads the register, in read-only transactions.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'chancery_reader') AND pg_temp.may_alter('chancery_reader') THEN
    ALTER ROLE chancery_reader SET default_transaction_read_only = on;
  END IF;

  -- The desk: reads and writes the desk, reads the ledger.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'chancery_desk') THEN
    GRANT USAGE ON SCHEMA desk TO chancery_desk;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA desk TO chancery_desk;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA desk TO chancery_desk;
    GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO chancery_desk;
  END IF;

  -- The writer: reads and writes the register, and adds to the ledger, whose rows are never changed.
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'chancery_writer') THEN
    -- A merge stages its operations in temporary tables.
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO chancery_writer', current_database());
    GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA register TO chancery_writer;
    GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO chancery_writer;
    GRANT INSERT ON ledger.revision, ledger.operation, ledger.sealed_version, ledger.sealed_group, ledger.finding, ledger.review TO chancery_writer;
    GRANT UPDATE ON ledger.head TO chancery_writer;
    -- Recomputed when the republication setting of a source changes.
    GRANT INSERT, DELETE ON ledger.withheld_fact TO chancery_writer;
    GRANT USAGE ON SCHEMA desk TO chancery_writer;
    GRANT SELECT, UPDATE ON desk.changeset, desk.job TO chancery_writer;
    GRANT SELECT ON desk.operation, desk.setting TO chancery_writer;
  END IF;
END
$$;

DROP FUNCTION pg_temp.may_alter(text);
