-- The history of the register. For each table in `register` there is a table of the same name in `history` with all
-- rows that it ever had, each with its first revision (inclusive) and last revision (exclusive). It includes the
-- current rows.

CREATE OR REPLACE FUNCTION history.extend() RETURNS void
  LANGUAGE plpgsql AS
$extend$
DECLARE
  stands constant text := '2147483647';
  kept text;
  at record;
  names text;
BEGIN
  FOR kept IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'register' AND c.relkind = 'r'
  LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS history.%I (id text COLLATE "C" NOT NULL, rev_from integer NOT NULL, rev_to integer NOT NULL DEFAULT %s, PRIMARY KEY (id, rev_from))', kept, stands);

    -- Columns are matched by name and never dropped, so that past revisions stay readable.
    FOR at IN
      SELECT r.attname, format_type(r.atttypid, r.atttypmod) AS type, r.attcollation <> 0 AS collated
      FROM pg_attribute r
      WHERE r.attrelid = format('register.%I', kept)::regclass AND r.attnum > 0 AND NOT r.attisdropped
        AND NOT EXISTS (
          SELECT FROM pg_attribute h
          WHERE h.attrelid = format('history.%I', kept)::regclass AND h.attname = r.attname AND NOT h.attisdropped)
      ORDER BY r.attnum
    LOOP
      EXECUTE format('ALTER TABLE history.%I ADD COLUMN %I %s%s', kept, at.attname, at.type, CASE WHEN at.collated THEN ' COLLATE "C"' ELSE '' END);
    END LOOP;

    -- Indexes every foreign key of the register, so that past links are followed as fast as current ones.
    FOR at IN
      SELECT a.attname
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.conrelid = format('register.%I', kept)::regclass AND c.contype = 'f' AND a.attname <> 'id'
      GROUP BY a.attname
    LOOP
      EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON history.%I (%I, rev_from)', left(kept || '_' || at.attname, 60) || '_hx', kept, at.attname);
    END LOOP;

    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) INTO names
    FROM pg_attribute a
    WHERE a.attrelid = format('register.%I', kept)::regclass AND a.attnum > 0 AND NOT a.attisdropped;

    -- A row that is inserted and deleted within one revision is not kept. Of several changes, the last state is kept.
    EXECUTE format($keep$
      CREATE OR REPLACE FUNCTION history.%2$I() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
      $body$
      DECLARE
        revision integer := nullif(current_setting('chancery.revision', true), '')::integer;
      BEGIN
        IF revision IS NULL THEN
          RAISE EXCEPTION 'register.%1$s is written by the merge of a changeset and by nothing else'
            USING ERRCODE = 'insufficient_privilege', HINT = 'Open a changeset.';
        END IF;
        -- The owner may write without a merge: migrations do.
        IF NOT pg_has_role(session_user, current_user, 'USAGE') THEN
          PERFORM ledger.note_write(revision);
        END IF;
        IF TG_OP = 'INSERT' THEN
          INSERT INTO history.%1$I (%3$s, rev_from) SELECT %3$s, revision FROM added;
        ELSIF TG_OP = 'DELETE' THEN
          DELETE FROM history.%1$I h USING removed r WHERE h.id = r.id AND h.rev_to = %4$s AND h.rev_from = revision;
          UPDATE history.%1$I h SET rev_to = revision FROM removed r WHERE h.id = r.id AND h.rev_to = %4$s;
        ELSIF TG_OP = 'UPDATE' THEN
          DELETE FROM history.%1$I h USING removed r JOIN added a USING (id)
            WHERE h.id = r.id AND a IS DISTINCT FROM r AND h.rev_to = %4$s AND h.rev_from = revision;
          UPDATE history.%1$I h SET rev_to = revision FROM removed r JOIN added a USING (id)
            WHERE h.id = r.id AND a IS DISTINCT FROM r AND h.rev_to = %4$s;
          INSERT INTO history.%1$I (%3$s, rev_from)
            SELECT %5$s, revision FROM removed r JOIN added a USING (id) WHERE a IS DISTINCT FROM r;
        ELSE
          RAISE EXCEPTION 'register.%1$s cannot be truncated: its history would have a gap' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NULL;
      END
      $body$
    $keep$, kept, 'keep_' || kept, names, stands,
      (SELECT string_agg(format('a.%I', a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
       WHERE a.attrelid = format('register.%I', kept)::regclass AND a.attnum > 0 AND NOT a.attisdropped));

    EXECUTE format('CREATE OR REPLACE TRIGGER history_insert AFTER INSERT ON register.%1$I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION history.%2$I()', kept, 'keep_' || kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER history_delete AFTER DELETE ON register.%1$I REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION history.%2$I()', kept, 'keep_' || kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER history_update AFTER UPDATE ON register.%1$I REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION history.%2$I()', kept, 'keep_' || kept);
    EXECUTE format('CREATE OR REPLACE TRIGGER history_truncate BEFORE TRUNCATE ON register.%1$I FOR EACH STATEMENT EXECUTE FUNCTION history.%2$I()', kept, 'keep_' || kept);
  END LOOP;
END
$extend$;

SELECT history.extend();
