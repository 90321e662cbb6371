import type { StoredCode, StoredFact, StoredTombstone } from '@chancery/changesets';
import type { FactTypeName } from '@chancery/codebook';
import type { DatedKind } from './dated-kinds.ts';
import type { Span } from './spans.ts';

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
  /** The start of an exercise or the date of an event (EDTF): its name alone does not tell it from others. */
  readonly date?: string;
  readonly codes: readonly BorneCode[];
}

/** A record that is known by when it took place and by who took part in it or is party to it. */
export interface DatedRecord {
  readonly fact: StoredFact;
  /** Names that are recorded beside those of its own fields. */
  readonly names: readonly string[];
  readonly codes: readonly BorneCode[];
  /** Ids, each once. */
  readonly actors: readonly string[];
  /** The source whose batch brought it in. */
  readonly source?: string;
}

/**
 * What matching asks of the register: each question is asked for thousands of source records at once. The whole of an import is
 * answered from the register as it stands while it runs; what moves meanwhile shows as a conflict when it is merged.
 */
export interface Lookup {
  /** Facts by id. */
  readonly facts: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, StoredFact>>;
  /** Ids of retired facts. */
  readonly tombstones: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, StoredTombstone>>;
  /** Codes, as `codeKey` writes them. */
  readonly codes: (keys: ReadonlySet<string>) => Promise<ReadonlyMap<string, readonly StoredCode[]>>;
  /** All records of a type that have a name. */
  readonly named: (type: FactTypeName) => Promise<readonly NamedRecord[]>;
  /** The records of a kind whose date may lie in one of some times, and those of which no date is recorded. */
  readonly dated: (kind: DatedKind, times: readonly Span[]) => Promise<readonly DatedRecord[]>;
  /** Those of some facts that a source supports: by the batch that brought them, or by a citation of the fact as a whole. */
  readonly supported: (source: string, ids: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
  /** The links of a type that have the same ends as one of these. */
  readonly links: (
    type: FactTypeName,
    ends: readonly Readonly<Record<string, string>>[],
  ) => Promise<readonly StoredFact[]>;
  /** The fields of facts that were last changed by something other than an import, by fact. */
  readonly setByHand: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}
