-- Ids of facts in the ledger and at the desk get the collation "C" of the ids in the register. Comparing columns of
-- different collations uses no index: reading the changes of one fact scanned all operations of the ledger.
DROP VIEW ledger.public_operation;
ALTER TABLE ledger.operation ALTER COLUMN fact_id TYPE text COLLATE "C";
ALTER TABLE ledger.finding ALTER COLUMN fact_id TYPE text COLLATE "C";
ALTER TABLE desk.operation ALTER COLUMN fact_id TYPE text COLLATE "C";
ALTER TABLE desk.comment ALTER COLUMN fact_id TYPE text COLLATE "C";
ALTER TABLE desk.import_row ALTER COLUMN fact_id TYPE text COLLATE "C";
ALTER TABLE desk.import_answer ALTER COLUMN fact_id TYPE text COLLATE "C";
CREATE VIEW ledger.public_operation AS
  SELECT revision, ordinal, kind, type, fact_id FROM ledger.operation;
