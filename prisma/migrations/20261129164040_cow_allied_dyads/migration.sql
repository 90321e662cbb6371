ALTER TABLE register.external_code DROP CONSTRAINT "external_code_scheme_cbk";
ALTER TABLE register.state_relation DROP CONSTRAINT "state_relation_scheme_cbk";

ALTER TABLE register."state_relation" ADD CONSTRAINT "state_relation_scheme_cbk" CHECK ("scheme" IN ('ISO_A2', 'ISO_A3', 'M49', 'COW', 'COW_ABBREVIATION', 'GW', 'VDEM', 'WIKIDATA', 'ABBREVIATION', 'COW_IGO', 'UNTS', 'ATOP', 'COW_ALLIANCE', 'COW_ALLIANCE_DYAD', 'MME', 'UNGA_ROLL_CALL', 'UN_SYMBOL'));
ALTER TABLE register."external_code" ADD CONSTRAINT "external_code_scheme_cbk" CHECK ("scheme" IN ('ISO_A2', 'ISO_A3', 'M49', 'COW', 'COW_ABBREVIATION', 'GW', 'VDEM', 'WIKIDATA', 'ABBREVIATION', 'COW_IGO', 'UNTS', 'ATOP', 'COW_ALLIANCE', 'COW_ALLIANCE_DYAD', 'MME', 'UNGA_ROLL_CALL', 'UN_SYMBOL'));
