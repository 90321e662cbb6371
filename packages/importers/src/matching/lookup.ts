import type { StoredCode, StoredFact, StoredTombstone } from '@chancery/changesets';
import type { FactTypeName } from '@chancery/codebook';
import type { DatedKind } from './dated-kinds.ts';
import type { Span } from './spans.ts';

/** A code of a record, with its period (EDTF) if it has one. */
export interface RecordCode {
  readonly scheme: string;
  readonly value: string;
  readonly validity?: string;
}

/** A record of the register with all its names, its period or date, and its codes. */
export interface NamedRecord {
  readonly id: string;
  readonly type: FactTypeName;
  readonly label: string;
  readonly names: readonly string[];
  /** The period in which it existed (EDTF), if the register has it. */
  readonly validity?: string;
  /** The date (EDTF), only for a type whose names recur: the start of an exercise, or the date of an event. */
  readonly date?: string;
  readonly codes: readonly RecordCode[];
}

/** A record of the register that is matched by date and participants or parties. */
export interface DatedRecord {
  readonly fact: StoredFact;
  /** The names from `Name` facts, without those in fields of the record. */
  readonly names: readonly string[];
  readonly codes: readonly RecordCode[];
  /** Ids of participants or parties, each once. */
  readonly actors: readonly string[];
  /** The id of the source from which the record was imported; absent if it was not imported. */
  readonly source?: string;
}

/**
 * The queries that matching makes to the register, each for a whole batch of source records at once. They read the
 * current register; a change that is merged while an import runs shows as a conflict when the import is merged.
 */
export interface Lookup {
  /** Returns facts by id, without ids that are not in the register. */
  readonly facts: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, StoredFact>>;
  /** Returns the tombstones of the given facts, by id. Facts that are not retired have none and are left out. */
  readonly tombstones: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, StoredTombstone>>;
  /** Returns the stored codes for each key. Keys are formatted by `codeKey`. */
  readonly codes: (keys: ReadonlySet<string>) => Promise<ReadonlyMap<string, readonly StoredCode[]>>;
  /** Returns all records of a type that have a name. */
  readonly namedRecords: (type: FactTypeName) => Promise<readonly NamedRecord[]>;
  /** Returns the records of a kind whose date may be in one of the given times, and those without a date. */
  readonly datedRecords: (kind: DatedKind, times: readonly Span[]) => Promise<readonly DatedRecord[]>;
  /** Returns the ids of those facts that a source supports, by the import batch or by a citation of the whole fact. */
  readonly supportedFacts: (source: string, ids: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
  /**
   * Returns the links of a type that have the same ends as an element of `ends`. Each element has the ids of the ends
   * by link field.
   */
  readonly links: (
    type: FactTypeName,
    ends: readonly Readonly<Record<string, string>>[],
  ) => Promise<readonly StoredFact[]>;
  /**
   * Returns the fields of each fact that were last changed by something other than an import, by the id of the fact.
   */
  readonly fieldsSetByHand: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}
