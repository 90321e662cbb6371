-- Sets properties of the register's columns that the Prisma schema cannot express, after each migration.

-- Text in the register is sorted and compared byte by byte, regardless of the cluster's locale. With collations of the
-- operating system, an upgrade could change past responses.
DO $$
DECLARE
  at record;
BEGIN
  FOR at IN
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type
    FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_collation k ON k.oid = a.attcollation
    WHERE n.nspname = 'register' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND k.collname <> 'C'
  LOOP
    EXECUTE format('ALTER TABLE register.%I ALTER COLUMN %I TYPE %s COLLATE "C"', at.relname, at.attname, at.type);
  END LOOP;
END
$$;

-- Defers foreign keys to the commit, so that the operations of a changeset apply in any order and cycles are possible.
DO $$
DECLARE
  at record;
BEGIN
  FOR at IN
    SELECT c.conrelid::regclass AS relation, c.conname
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE n.nspname = 'register' AND c.contype = 'f' AND NOT (c.condeferrable AND c.condeferred)
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', at.relation, at.conname);
  END LOOP;
END
$$;
