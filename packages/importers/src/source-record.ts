import type { FactTypeName, FieldValue } from '@chancery/codebook';

/** Another fact that a source speaks of: by its key within the source, or by a code or name that stood for it at a time (EDTF). */
export type Reference =
  | { readonly record: string }
  | { readonly name: { readonly text: string; readonly on?: string } }
  | { readonly code: { readonly scheme: string; readonly value: string; readonly on?: string } };

/** How a fact that is there already would be known. */
export interface Marks {
  readonly codes?: readonly { readonly scheme: string; readonly value: string; readonly on?: string }[];
  readonly names?: readonly string[];
  /** Who takes part in it or is party to it, for records known by that. */
  readonly actors?: readonly Reference[];
}

/** What a title is made of where a source gives none: the parties are the actors of the record's marks. */
export interface TitleParts {
  /** What it is, such as “Defence pact”. */
  readonly kind: string;
  /** When, in words: a year, or more where the year alone would not tell two records apart. */
  readonly time: string;
}

/** A fact as a source tells of it, before it is known whether the register has it. */
export interface SourceRecord {
  readonly type: FactTypeName;
  /** Names it within its source: what a later edition says of the same fact has the same key. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Its links, by field. */
  readonly links: Readonly<Record<string, Reference>>;
  readonly marks?: Marks;
  /** Makes the title of a record that has none of its own. It is no statement of the source, and contradicts no other title. */
  readonly titleFrom?: TitleParts;
}
