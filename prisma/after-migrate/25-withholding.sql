-- What the public door withholds is shown all the same where the desk's owner has said so. The head repeats it, so that
-- the statement that answers sees it in its own snapshot and needs no right to look into the desk.

CREATE OR REPLACE FUNCTION ledger.show_withheld() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
BEGIN
  UPDATE ledger.head SET shows_withheld = coalesce(
    (SELECT (s.value ->> 'republish')::boolean FROM desk.setting s WHERE s.name = 'republishWithheld'), false);
  PERFORM pg_notify('chancery_revision', h.number::text) FROM ledger.head h;
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER show_withheld_set AFTER INSERT OR UPDATE ON desk.setting
  FOR EACH ROW WHEN (NEW.name = 'republishWithheld') EXECUTE FUNCTION ledger.show_withheld();
CREATE OR REPLACE TRIGGER show_withheld_unset AFTER DELETE ON desk.setting
  FOR EACH ROW WHEN (OLD.name = 'republishWithheld') EXECUTE FUNCTION ledger.show_withheld();
