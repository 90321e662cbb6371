import type { Lookup } from '@chancery/importers';
import {
  datedRecords,
  factsSupportedBy,
  fieldsSetByHand,
  linksBetween,
  lookUpCodes,
  lookUpFacts,
  lookUpTombstones,
  namedRecords,
} from '@chancery/ledger';
import type { Pool } from 'pg';

/** Creates the lookup with which importers match source records, on the current register. */
export function registerLookup(desk: Pool): Lookup {
  return {
    facts: (ids) => lookUpFacts(desk, ids),
    tombstones: (ids) => lookUpTombstones(desk, ids),
    codes: (keys) => lookUpCodes(desk, keys),
    namedRecords: (type) => namedRecords(desk, type),
    datedRecords: (kind, times) => datedRecords(desk, kind, times),
    supportedFacts: (source, ids) => factsSupportedBy(desk, source, ids),
    links: (type, ends) => linksBetween(desk, type, ends),
    fieldsSetByHand: (ids) => fieldsSetByHand(desk, ids),
  };
}
