import type { KnownCode, KnownFact, KnownTombstone } from '@chancery/changesets';
import type { FactTypeName } from '@chancery/codebook';

/** A code that a record bears, with its period (EDTF) where it has one. */
export interface BorneCode {
  readonly scheme: string;
  readonly value: string;
  readonly validity?: string;
}

/** A record of the register as it is known by name: all that it is called, when it was there, and the codes that it bears. */
export interface NamedRecord {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly names: readonly string[];
  /** When it was there (EDTF), where the register says so. */
  readonly validity?: string;
  readonly codes: readonly BorneCode[];
}

/**
 * What matching asks of the register: each question is asked for thousands of entries at once. The whole of an import is
 * answered from the register as it stands while it runs; what moves meanwhile shows as a conflict when it is merged.
 */
export interface Lookup {
  /** Facts by id. */
  readonly facts: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, KnownFact>>;
  /** Ids of retired facts. */
  readonly tombstones: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, KnownTombstone>>;
  /** Codes, as `codeKey` writes them. */
  readonly codes: (keys: ReadonlySet<string>) => Promise<ReadonlyMap<string, readonly KnownCode[]>>;
  /** All records of a type that have a name. */
  readonly named: (type: FactTypeName) => Promise<readonly NamedRecord[]>;
  /** The links of a type that have the same ends as one of these. */
  readonly links: (
    type: FactTypeName,
    ends: readonly Readonly<Record<string, string>>[],
  ) => Promise<readonly KnownFact[]>;
  /** The fields of facts that were last changed by something other than an import, by fact. */
  readonly setByHand: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}
