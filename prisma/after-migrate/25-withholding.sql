-- Copies the desk setting that shows withheld facts to ledger.head, so that the statements of the public endpoint read
-- it in their own snapshot and need no privileges on the desk.

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
