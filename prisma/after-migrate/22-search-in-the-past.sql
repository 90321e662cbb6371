-- Gives the tables of the history the indexes that search needs, so that a search of a past revision is as fast as one of
-- the latest. They are copies of the indexes of the register, made anew when the codebook changes those.
DO $$
DECLARE
  at record;
BEGIN
  FOR at IN
    SELECT c.name, replace(c.definition, format(' %s ON register.', c.of), format(' %s ON history.', c.name)) AS definition,
      (SELECT pg_get_indexdef(i.oid) FROM pg_class i WHERE i.oid = to_regclass(format('history.%I', c.name))) AS existing
    FROM (
      SELECT i.relname AS of, replace(i.relname, '_cix', '_hx') AS name, pg_get_indexdef(i.oid) AS definition
      FROM pg_class i JOIN pg_namespace n ON n.oid = i.relnamespace
      WHERE n.nspname = 'register' AND i.relname IN (
        'fact_label_words_cix', 'fact_label_start_cix', 'fact_label_terms_cix',
        'name_name_text_words_cix', 'name_name_text_start_cix', 'name_name_text_terms_cix', 'external_code_value_cix')
    ) c
  LOOP
    IF at.existing IS DISTINCT FROM at.definition THEN
      EXECUTE format('DROP INDEX IF EXISTS history.%I', at.name);
      EXECUTE at.definition;
    END IF;
  END LOOP;
END
$$;
