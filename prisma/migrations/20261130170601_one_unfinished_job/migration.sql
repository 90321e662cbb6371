-- A changeset or import has at most one unfinished job of a kind, however many processes start one at once. Of earlier
-- duplicates the latest stays.
UPDATE desk.job j SET status = 'FAILED', outcome = '{"outcome": "given-up"}', finished_at = now()
WHERE j.status IN ('WAITING', 'RUNNING') AND EXISTS (
  SELECT FROM desk.job n
  WHERE n.kind = j.kind AND coalesce(n.changeset_id, n.import_id) = coalesce(j.changeset_id, j.import_id)
    AND n.status IN ('WAITING', 'RUNNING') AND (n.created_at, n.id) > (j.created_at, j.id));

CREATE UNIQUE INDEX job_unfinished ON desk.job (kind, coalesce(changeset_id, import_id)) WHERE status IN ('WAITING', 'RUNNING');
