import type { Lookup } from '@chancery/importers';
import {
  codes,
  datedRecords,
  facts,
  linksBetween,
  namedRecords,
  setByHand,
  supportedBy,
  tombstones,
} from '@chancery/ledger';
import type { Pool } from 'pg';

/** Creates the lookup that matching uses, on the current register. */
export function registerLookup(desk: Pool): Lookup {
  return {
    facts: (ids) => facts(desk, ids),
    tombstones: (ids) => tombstones(desk, ids),
    codes: (keys) => codes(desk, keys),
    namedRecords: (type) => namedRecords(desk, type),
    datedRecords: (kind, times) => datedRecords(desk, kind, times),
    supportedFacts: (source, ids) => supportedBy(desk, source, ids),
    links: (type, ends) => linksBetween(desk, type, ends),
    fieldsSetByHand: (ids) => setByHand(desk, ids),
  };
}
