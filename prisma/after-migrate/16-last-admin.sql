-- A desk that has had an administrator keeps at least one who is not suspended, however many changes run at once.

CREATE OR REPLACE FUNCTION desk.keep_an_admin() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$body$
BEGIN
  -- Two transactions that each remove another administrator would not see each other. The second waits here, and its
  -- next statement sees what the first has committed. The key is that of the application, see last-admin.ts.
  PERFORM pg_advisory_xact_lock(72707003);
  IF NOT EXISTS (SELECT FROM desk."user" u WHERE u.role = 'ADMIN' AND NOT u.suspended) THEN
    RAISE EXCEPTION 'user % is the last active administrator', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'user_last_admin';
  END IF;
  RETURN NULL;
END
$body$;

CREATE OR REPLACE TRIGGER user_keeps_an_admin AFTER UPDATE ON desk."user"
  FOR EACH ROW WHEN (OLD.role = 'ADMIN' AND NOT OLD.suspended AND (NEW.role <> 'ADMIN' OR NEW.suspended))
  EXECUTE FUNCTION desk.keep_an_admin();
CREATE OR REPLACE TRIGGER user_keeps_an_admin_left AFTER DELETE ON desk."user"
  FOR EACH ROW WHEN (OLD.role = 'ADMIN' AND NOT OLD.suspended)
  EXECUTE FUNCTION desk.keep_an_admin();
