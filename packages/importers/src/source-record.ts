import type { FactTypeName, FieldValue } from '@chancery/codebook';

/**
 * A reference to another fact: by its key within the source, or by a name or code. `on` is a date (EDTF) on which the
 * fact had that name or code. `orName` is a name of the same fact, by which it is found if its code is not.
 */
export type Reference =
  | { readonly record: string }
  | { readonly name: NameReference }
  | {
      readonly code: { readonly scheme: string; readonly value: string; readonly on?: string };
      readonly orName?: string;
    };

/** A name that a fact had on a date (EDTF); without a date, at any time. */
export interface NameReference {
  readonly text: string;
  readonly on?: string;
}

/** The codes, names and participants by which a fact is looked for in the register. */
export interface Marks {
  readonly codes?: readonly { readonly scheme: string; readonly value: string; readonly on?: string }[];
  readonly names?: readonly string[];
  /**
   * Participants or parties, for types that are matched by them. If absent, they are taken from the links of the data
   * set to this record.
   */
  readonly actors?: readonly Reference[];
}

/**
 * The parts of a composed title, for a record to which the source gives no title. The title also has the names of the
 * parties.
 */
export interface TitleParts {
  /** The kind of record, such as “Defence pact”. */
  readonly kind: string;
  /** The date in words: the year, or more if two records would otherwise have the same title. */
  readonly time: string;
}

/** A record or link as read from a source, before it is matched with the register. */
export interface SourceRecord {
  readonly type: FactTypeName;
  /** Unique within the source and stable: a later edition uses the same key for the same fact. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** References to other facts, by link field. */
  readonly links: Readonly<Record<string, Reference>>;
  readonly marks?: Marks;
  /**
   * For a record without a title. The composed title is not a statement of the source, so it never contradicts a stored
   * title.
   */
  readonly titleFrom?: TitleParts;
}
